// `rpcctl messages delete`: for everyone who got it. Here it stays, marked.
internal import ArgumentParser
internal import Codec
internal import Contract

struct MessagesDeleteCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete a message for everyone, within 60 hours of its sending.",
        discussion: """
            Prints the deletion, which is a message of its own. What was sent is still in the list here, and says when it \
            was deleted. Example: rpcctl messages delete 42 --wait sent
            """)

    @Argument(help: "The message's id.")
    var id: Int64

    @OptionGroup var options: WaitOptions
    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        try await Sending(rpcd: rpcd, output: output, options: options).run { key, _, call in
            try await rpcd.messages.deleteMessage(
                .with {
                    $0.id = id
                    $0.queue = options.queue
                    $0.idempotencyKey = key
                }, options: call)
        }
    }
}
