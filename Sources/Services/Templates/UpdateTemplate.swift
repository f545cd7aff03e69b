// MessagesService.UpdateTemplate: the fields that the mask names, and no others.

internal import Codec
package import Contract
package import RPC
internal import Store

extension MessagesService {
    package func updateTemplate(_ request: UpdateTemplateRequest, context: CallContext) async throws -> Template {
        let principal = try context.principal
        let draft = try TemplateDraft(request)
        let condition = ETagCondition(request.template?.etag ?? "", context)
        let now = clock.now()
        let record = try await store.write { db -> TemplateRecord in
            let before = try Self.template(request.id, for: principal, in: db)
            try Self.checkETag(condition, before)
            var after = before
            draft.apply(to: &after)
            guard after != before else { return before }
            if after.name != before.name { try Self.checkName(after.name, ofOwner: after.userID, in: db) }
            after.version += 1
            after.updatedAt = now
            try db.templates.update(from: before, to: after)
            try Audit.recordForeign(
                context, .template(after), before: Template(audited: before), after: Template(audited: after),
                note: after.text != before.text ? "text changed" : nil, in: db, at: now)
            return after
        }
        context.tell(etag: record.etag)
        return Template(record)
    }
}

/// A request to change a template, once its fields are known to be good.
private struct TemplateDraft: Sendable {
    private static let updatable: Set<String> = ["name", "description", "text"]

    private var name: String?
    private var description: String?
    private var text: String?

    /// - Throws: VALIDATION_ERROR naming every field that is wrong or cannot be changed.
    init(_ request: UpdateTemplateRequest) throws {
        var given = request.updateMask
        // Over HTTP the mask names whatever the body holds: the etag is a condition and no change.
        given?.paths.removeAll { $0 == "etag" }
        let mask = try UpdateMask(given, updatable: Self.updatable)
        guard let template = request.template else { throw RPCError.validation("template", "is required") }
        var checks = FieldChecks()
        if mask.contains("name") {
            checks.templateName(template.name)
            name = template.name
        }
        if mask.contains("description") {
            checks.templateDescription(template.description)
            description = template.description
        }
        if mask.contains("text") {
            checks.templateText(template.text)
            text = template.text
        }
        try checks.finish()
    }

    func apply(to record: inout TemplateRecord) {
        if let name { record.name = name }
        if let description { record.description = description }
        if let text { record.text = text }
    }
}
