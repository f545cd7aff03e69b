// `rpcctl messages get`: one message with its timeline.
internal import ArgumentParser
internal import Codec
internal import Contract

struct MessagesGetCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "One message: where it stands, and how it got there.",
        discussion: "Example: rpcctl messages get 42 -o json")

    @Argument(help: "The message's id.")
    var id: Int64

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let message = try await rpcd.messages.getMessage(.with { $0.id = id }, options: rpcd.unary)
        try output.show(message) { MessageText.details(message) }
        if output.format == .table, !message.timeline.isEmpty {
            try output.console.print("")
            try output.console.print(MessageText.timeline(message.timeline))
        }
    }
}
