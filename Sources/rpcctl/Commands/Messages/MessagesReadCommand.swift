// `rpcctl messages read`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct MessagesReadCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Tell the sender of a message that came in that it was read.",
        discussion: "Needs a session that is connected. Example: rpcctl messages read 42")

    @Argument(help: "The message's id.")
    var id: Int64

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let message = try await rpcd.messages.markRead(.with { $0.id = id }, options: rpcd.unary)
        try output.show(message) { MessageText.details(message) }
    }
}
