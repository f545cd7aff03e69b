// `rpcctl keys revoke`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct KeysRevokeCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "End a key for good.", discussion: "Example: rpcctl keys revoke sbk_AbCdEf12")

    @Argument(help: ArgumentHelp("The key's prefix (sbk_ and eight characters), or its id.", valueName: "prefix"))
    var key: KeyArgument

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let revoked = try await rpcd.keys.revokeKey(
            .with {
                $0.id = key.id
                $0.prefix = key.prefix
            }, options: rpcd.unary)
        try output.show(revoked) { KeyText.details(revoked) }
    }
}
