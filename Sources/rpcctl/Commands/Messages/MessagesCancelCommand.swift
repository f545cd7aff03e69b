// `rpcctl messages cancel`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct MessagesCancelCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Take a message back that no bridge has yet.",
        discussion: "Example: rpcctl messages cancel 42")

    @Argument(help: "The message's id.")
    var id: Int64

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let message = try await rpcd.messages.cancelMessage(.with { $0.id = id }, options: rpcd.unary)
        try output.show(message) { MessageText.details(message) }
    }
}
