// `rpcctl messages retry`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct MessagesRetryCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Try a message again: one that waits, at once; one that failed or expired, afresh.",
        discussion: "Example: rpcctl messages retry 42")

    @Argument(help: "The message's id.")
    var id: Int64

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let message = try await rpcd.messages.retryMessage(.with { $0.id = id }, options: rpcd.unary)
        try output.show(message) { MessageText.details(message) }
    }
}
