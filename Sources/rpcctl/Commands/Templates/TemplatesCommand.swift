// `rpcctl templates`.
internal import ArgumentParser
internal import Codec
internal import Contract
internal import RPC

struct TemplatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates", abstract: "Templates: texts with variables, to be sent with values.",
        subcommands: [
            TemplatesListCommand.self, TemplatesCreateCommand.self, TemplatesGetCommand.self,
            TemplatesUpdateCommand.self, TemplatesDeleteCommand.self,
        ])

    @OptionGroup var global: GlobalOptions
}

extension Rpcd {
    /// A template by its id, or by name among those of `--user` or the caller.
    func template(_ nameOrID: String) async throws -> Template {
        if let id = Int64(nameOrID), id > 0 {
            return try await messages.getTemplate(.with { $0.id = id }, options: unary)
        }
        let userID = try await userID()
        let found = try await messages.listTemplates(
            .with {
                $0.pageSize = 2
                $0.userId = userID
                $0.name = nameOrID
            }, options: unary
        ).templates
        guard let template = found.first else {
            throw Failure(
                .failed, "NOT_FOUND", "There is no template named \(nameOrID).", hint: "rpcctl templates list")
        }
        guard found.count == 1 else {
            throw Failure.usage(
                "several users have a template named \(nameOrID)", hint: "say whose with --user, or its id")
        }
        return template
    }
}

enum TemplateText {
    static func details(_ template: Template) -> Details {
        var details = Details()
        details.add("id", template.id)
        details.add("name", template.name)
        details.add("description", template.description)
        details.add("user", template.userId)
        details.add("variables", template.variables.joined(separator: " "))
        details.add("text", template.text)
        details.add("created", TimeText.seconds(template.createdAt))
        details.add("updated", TimeText.seconds(template.updatedAt))
        return details
    }
}
