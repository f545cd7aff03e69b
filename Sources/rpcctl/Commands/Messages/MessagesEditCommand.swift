// `rpcctl messages edit`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct MessagesEditCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Replace a text that was sent less than 15 minutes ago.",
        discussion: """
            Prints the edit, which is a message of its own; `messages get` of the text shows what it says when the edit has \
            gone out. Example: rpcctl messages edit 42 'See you at nine' --wait sent
            """)

    @Argument(help: "The message's id.")
    var id: Int64

    @Argument(help: "What it is to say: 1 byte to 64 KiB.")
    var text: String

    @Option(
        name: .customLong("mention"),
        help: ArgumentHelp(
            "Somebody whose number stands in the text behind an @. Can be given again.", valueName: "recipient"))
    var mentions: [String] = []

    @OptionGroup var options: WaitOptions
    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        try await Sending(rpcd: rpcd, output: output, options: options).run { key, _, call in
            try await rpcd.messages.editMessage(
                .with {
                    $0.id = id
                    $0.message = text
                    $0.mentions = mentions
                    $0.queue = options.queue
                    $0.idempotencyKey = key
                }, options: call)
        }
    }
}
