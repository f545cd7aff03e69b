// WebhooksService.DeleteWebhook. In steps, because it may have many deliveries and every other write would wait for all of
// them: first it is stopped, then its deliveries go in portions, and last its row. A crash in between leaves a webhook that
// is stopped and can be deleted again.

package import Contract
package import RPC
internal import Store

extension WebhooksService {
    package func deleteWebhook(
        _ request: DeleteWebhookRequest, context: CallContext
    ) async throws -> DeleteWebhookResponse {
        let principal = try context.principal
        let condition = ETagCondition(request.etag, context)
        let now = clock.now()
        let (id, dispatcher) = (request.id, dispatcher)
        let found = try await store.write { db -> WebhookRecord in
            let before = try Self.find(id, for: principal, in: db)
            try Self.checkETag(condition, before)
            var after = before
            after.isActive = false
            after.version += 1
            after.updatedAt = now
            try db.webhooks.update(from: before, to: after)
            db.afterCommit { dispatcher.changed(id) }
            return before
        }
        while try await store.write({ db in try db.deliveries.empty(webhookID: id) }) > 0 {}
        try await store.write { db in
            // Gone already where two delete it at once: then it is as both want it.
            guard try db.webhooks.delete(id) else { return }
            try Audit.record(context, .webhook(found), before: Webhook(audited: found), in: db, at: now)
            db.afterCommit { dispatcher.changed(id) }
        }
        return DeleteWebhookResponse()
    }
}
