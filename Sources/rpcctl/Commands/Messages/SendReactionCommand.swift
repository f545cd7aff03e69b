// `rpcctl send reaction`: to a message, by its id; without an emoji the one that was given is taken back.
internal import ArgumentParser
internal import Codec
internal import Contract

struct SendReactionCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "reaction", abstract: "React to a message, or take a reaction back.",
        discussion: """
            Prints the reaction, which is a message of its own; `messages get` of the other shows it when it has gone out. \
            Example: rpcctl send reaction 42 👍 --wait sent
            """)

    @Argument(help: "The id of a message that came in or went out.")
    var id: Int64

    @Argument(help: "One emoji. Default: none, the reaction is taken back.")
    var emoji: String = ""

    @OptionGroup var options: WaitOptions
    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        try await Sending(rpcd: rpcd, output: output, options: options).run { key, _, call in
            try await rpcd.messages.sendReaction(
                .with {
                    $0.messageId = id
                    $0.emoji = emoji
                    $0.queue = options.queue
                    $0.idempotencyKey = key
                }, options: call)
        }
    }
}
