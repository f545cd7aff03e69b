// `rpcctl send poll`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct SendPollCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "poll", abstract: "Ask a question with 2 to 12 options.",
        discussion: """
            As `send text`. \
            Example: rpcctl send poll 120363041234567890@g.us 'When shall we meet?' Monday Tuesday --selectable 1
            """)

    @Argument(help: "+ and 7 to 15 digits (a leading 00 is read as +), or a WhatsApp id.")
    var recipient: String

    @Argument(help: "1 to 255 characters.")
    var question: String

    @Argument(help: ArgumentHelp("1 to 100 characters; no two alike.", valueName: "option"))
    var answers: [String]

    @Option(help: ArgumentHelp("How many one may choose. Default: as many as one likes.", valueName: "n"))
    var selectable: Int32 = 0

    @OptionGroup var options: SendOptions
    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        try await Sending(rpcd: rpcd, output: output, options: options.waiting).run { key, userID, call in
            var request = SendPollRequest()
            request.take(options, recipient: recipient, key: key, userID: userID)
            request.question = question
            request.options = answers
            request.selectable = selectable
            return try await rpcd.messages.sendPoll(request, options: call)
        }
    }
}
