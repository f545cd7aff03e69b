// WebhooksService.GetWebhook: one webhook, and how its deliveries stand.

package import Contract
package import RPC
internal import Store

extension WebhooksService {
    package func getWebhook(_ request: GetWebhookRequest, context: CallContext) async throws -> Webhook {
        let principal = try context.principal
        let (now, box) = (clock.now(), box)
        let condition = ETagCondition("", context)
        let webhook = try await store.read { db in
            let record = try Self.find(request.id, for: principal, in: db)
            try Self.checkETag(condition, record)
            return try Webhook(record, box: box, at: now, in: db)
        }
        context.tell(etag: webhook.etag)
        return webhook
    }
}
