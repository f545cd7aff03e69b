// MessagesService.GetTemplate.

package import Contract
package import RPC
internal import Store

extension MessagesService {
    package func getTemplate(_ request: GetTemplateRequest, context: CallContext) async throws -> Template {
        let principal = try context.principal
        let condition = ETagCondition("", context)
        let record = try await store.read { db in
            let record = try Self.template(request.id, for: principal, in: db)
            try Self.checkETag(condition, record)
            return record
        }
        context.tell(etag: record.etag)
        return Template(record)
    }
}
