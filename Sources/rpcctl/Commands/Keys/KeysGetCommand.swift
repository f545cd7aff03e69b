// `rpcctl keys get`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct KeysGetCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "One key, without its secret: nobody has that but who was given it.",
        discussion: "Example: rpcctl keys get sbk_AbCdEf12")

    @Argument(help: ArgumentHelp("The key's prefix (sbk_ and eight characters), or its id.", valueName: "prefix"))
    var key: KeyArgument

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let found = try await rpcd.key(key)
        try output.show(found) { KeyText.details(found) }
    }
}
