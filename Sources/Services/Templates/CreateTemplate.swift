// MessagesService.CreateTemplate.

package import Contract
package import RPC
internal import Store

extension MessagesService {
    package func createTemplate(_ request: CreateTemplateRequest, context: CallContext) async throws -> Template {
        let ownerID = try Tenancy.owner(of: request.userId, principal: try context.principal)
        let now = clock.now()
        var checks = FieldChecks()
        checks.templateName(request.name)
        checks.templateDescription(request.description)
        checks.templateText(request.text)
        try checks.finish()
        let template = try await store.write { db -> Template in
            guard try db.users.get(ownerID) != nil else {
                throw RPCError.make(
                    .notFound, "There is no such user.",
                    violations: [.init(field: "user_id", description: "names no user")])
            }
            try Self.checkName(request.name, ofOwner: ownerID, in: db)
            guard try db.templates.count(userID: ownerID) < Self.mostTemplates else {
                throw RPCError.make(
                    .quotaExceeded,
                    "This user has \(Self.mostTemplates) templates already, which is as many as one may have.",
                    hint: "Delete those that nobody needs.")
            }
            var record = TemplateRecord(
                userID: ownerID, name: request.name, description: request.description, text: request.text,
                createdAt: now)
            record.id = try db.templates.insert(record)
            try Audit.recordForeign(context, .template(record), after: Template(audited: record), in: db, at: now)
            return Template(record)
        }
        context.tell(etag: template.etag)
        return template
    }
}
