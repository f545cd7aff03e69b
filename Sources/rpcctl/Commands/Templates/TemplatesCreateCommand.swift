// `rpcctl templates create`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct TemplatesCreateCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Keep a text with variables, for yourself or for --user.",
        discussion: """
            {{name}} in the text stands for a value that each message brings along. \
            Example: rpcctl templates create welcome 'Hello {{name}}, your code is {{code}}.'
            """)

    @Argument(help: "A letter, then up to 63 letters, digits, - or _.")
    var name: String

    @Argument(help: "1 byte to 64 KiB, with up to 64 variables.")
    var text: String

    @Option(help: ArgumentHelp("What it is for.", valueName: "text"))
    var description: String = ""

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let userID = try await rpcd.userID()
        let template = try await rpcd.messages.createTemplate(
            .with {
                $0.userId = userID
                $0.name = name
                $0.text = text
                $0.description = description
            }, options: rpcd.unary)
        try output.show(template) { TemplateText.details(template) }
    }
}
