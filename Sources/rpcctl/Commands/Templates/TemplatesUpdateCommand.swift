// `rpcctl templates update`: changes what was named and nothing else.
internal import ArgumentParser
internal import Codec
internal import Contract

struct TemplatesUpdateCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Change a template: what you name, and nothing else.",
        discussion: """
            Messages that were made from it stay as they are. \
            Example: rpcctl templates update welcome --text 'Hi {{name}}, your code is {{code}}.'
            """)

    @Argument(help: "The template's name or id.")
    var template: String

    @Option(help: "Another name.")
    var name: String?

    @Option(help: "Another text.")
    var text: String?

    @Option(help: ArgumentHelp("What it is for.", valueName: "text"))
    var description: String?

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let mask = [("name", name != nil), ("text", text != nil), ("description", description != nil)]
            .filter(\.1).map(\.0)
        guard !mask.isEmpty else { throw Failure.usage("say what to change", hint: "rpcctl templates update --help") }
        let before = try await rpcd.template(template)
        let updated = try await rpcd.messages.updateTemplate(
            .with { request in
                request.id = before.id
                request.updateMask = .with { $0.paths = mask }
                request.template = .with { changed in
                    changed.name = name ?? ""
                    changed.text = text ?? ""
                    changed.description = description ?? ""
                }
            }, options: rpcd.unary)
        try output.show(updated) { TemplateText.details(updated) }
    }
}
