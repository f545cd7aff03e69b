// MessagesService.DeleteTemplate.

package import Contract
package import RPC
internal import Store

extension MessagesService {
    package func deleteTemplate(
        _ request: DeleteTemplateRequest, context: CallContext
    ) async throws -> DeleteTemplateResponse {
        let principal = try context.principal
        let condition = ETagCondition(request.etag, context)
        let now = clock.now()
        try await store.write { db in
            let record = try Self.template(request.id, for: principal, in: db)
            try Self.checkETag(condition, record)
            try db.templates.delete(record.id)
            try Audit.recordForeign(context, .template(record), before: Template(audited: record), in: db, at: now)
        }
        return DeleteTemplateResponse()
    }
}
