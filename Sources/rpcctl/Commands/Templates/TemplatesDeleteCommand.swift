// `rpcctl templates delete`: asks first, where somebody sits there.
internal import ArgumentParser
internal import Codec
internal import Contract

struct TemplatesDeleteCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete a template. What was made from it stays.",
        discussion: "On a terminal you are asked first. Example: rpcctl templates delete welcome --yes")

    @Argument(help: "The template's name or id.")
    var template: String

    @Flag(help: "Do not ask.")
    var yes = false

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let found = try await rpcd.template(template)
        try output.console.input.confirm("Delete template \(found.name) (\(found.id))?", unless: yes)
        _ = try await rpcd.messages.deleteTemplate(.with { $0.id = found.id }, options: rpcd.unary)
        try output.done("Template \(found.name) is deleted.")
    }
}
