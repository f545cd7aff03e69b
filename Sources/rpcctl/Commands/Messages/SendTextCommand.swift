// `rpcctl send text`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct SendTextCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "text", abstract: "Send a text.",
        discussion: """
            Prints the message as it was accepted: on disk, not sent yet. With --wait it prints the message once it has \
            got that far; exit status 1 when it never will, 75 when --timeout (default 60s) comes first. What begins with \
            a dash goes behind `--`. Example: rpcctl send text +4915112345678 Hello --wait delivered
            """)

    @Argument(help: "+ and 7 to 15 digits (a leading 00 is read as +), or a WhatsApp id.")
    var recipient: String

    @Argument(help: "1 byte to 64 KiB.")
    var text: String

    @Option(
        name: .customLong("mention"),
        help: ArgumentHelp(
            "Somebody whose number stands in the text behind an @. Can be given again.", valueName: "recipient"))
    var mentions: [String] = []

    @Flag(help: "Show nothing of what a link in it leads to.")
    var noLinkPreview = false

    @OptionGroup var options: SendOptions
    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        try await Sending(rpcd: rpcd, output: output, options: options.waiting).run { key, userID, call in
            var request = SendTextRequest()
            request.take(options, recipient: recipient, key: key, userID: userID)
            request.message = text
            request.mentions = mentions
            request.linkPreview = noLinkPreview ? .off : .unspecified
            return try await rpcd.messages.sendText(request, options: call)
        }
    }
}
