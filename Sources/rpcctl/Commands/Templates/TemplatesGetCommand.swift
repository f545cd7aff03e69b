// `rpcctl templates get`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct TemplatesGetCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "One template.", discussion: "Example: rpcctl templates get welcome")

    @Argument(help: "The template's name or id.")
    var template: String

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let template = try await rpcd.template(template)
        try output.show(template) { TemplateText.details(template) }
    }
}
