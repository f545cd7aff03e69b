// `rpcctl send text`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct SendTextCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "text", abstract: "Send a text, or a template with values.",
        discussion: """
            Prints the message as it was accepted: on disk, not sent yet. With --wait it prints the message once it has \
            got that far; exit status 1 when it never will, 75 when --timeout (default 60s) comes first. What begins with \
            a dash goes behind `--`. A template is sent with --template NAME and a --var NAME=VALUE for each of its \
            variables. Example: rpcctl send text +4915112345678 Hello --wait delivered
            """)

    @Argument(help: "+ and 7 to 15 digits (a leading 00 is read as +), or a WhatsApp id.")
    var recipient: String

    @Argument(help: "1 byte to 64 KiB; none with --template.")
    var text: String?

    @Option(help: ArgumentHelp("A template's name or id: its text is filled in and sent.", valueName: "template"))
    var template: String?

    @Option(
        name: .customLong("var"),
        help: ArgumentHelp(
            "A value for one of the template's variables. Once for each of them.", valueName: "name=value"))
    var variables: [String] = []

    @Option(
        name: .customLong("mention"),
        help: ArgumentHelp(
            "Somebody whose number stands in the text behind an @. Can be given again.", valueName: "recipient"))
    var mentions: [String] = []

    @Flag(help: "Show nothing of what a link in it leads to.")
    var noLinkPreview = false

    @OptionGroup var options: SendOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard (text == nil) != (template == nil) else {
            throw ValidationError("Give a text or --template, and not both.")
        }
        guard template != nil || variables.isEmpty else { throw ValidationError("--var goes with --template.") }
        _ = try values()
    }

    /// What the variables stand for.
    private func values() throws -> [String: String] {
        var values: [String: String] = [:]
        for given in variables {
            let sides = given.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard sides.count == 2, !sides[0].isEmpty else { throw ValidationError("--var takes name=value.") }
            guard values.updateValue(sides[1], forKey: sides[0]) == nil else {
                throw ValidationError("--var gives \(sides[0]) two values.")
            }
        }
        return values
    }

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let template: Int64
        if let name = self.template { template = try await rpcd.template(name).id } else { template = 0 }
        let values = try values()
        try await Sending(rpcd: rpcd, output: output, options: options.waiting).run { key, userID, call in
            var request = SendTextRequest()
            request.take(options, recipient: recipient, key: key, userID: userID)
            request.message = text ?? ""
            request.templateId = template
            request.variables = values
            request.mentions = mentions
            request.linkPreview = noLinkPreview ? .off : .unspecified
            return try await rpcd.messages.sendText(request, options: call)
        }
    }
}
