// `rpcctl messages why`: what became of a message, in sentences. With -o json it is the message with its timeline, as `get`
// gives it: the sentences are for people.
internal import ArgumentParser
internal import Codec
internal import Contract
internal import RPC

struct MessagesWhyCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "The story of one message in plain words: where it is, why, and what can be done.",
        discussion: "Example: rpcctl messages why 42")

    @Argument(help: "The message's id.")
    var id: Int64

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let message = try await rpcd.messages.getMessage(.with { $0.id = id }, options: rpcd.unary)
        guard output.format == .table else {
            try output.document(try Output.json(message))
            return
        }
        // The session is told along where it can be seen: a key may have no scope for it, and it may be deleted.
        let session = try? await rpcd.sessions.getSession(.with { $0.id = message.sessionId }, options: rpcd.unary)
        let story = MessageStory(message: message, session: session, now: rpcd.now())
        let width = output.console.terminal?.columns ?? Prose.usualWidth
        try output.console.print(story.lines(style: output.console.style, width: width))
    }
}
