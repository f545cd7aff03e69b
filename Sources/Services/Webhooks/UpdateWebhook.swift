// WebhooksService.UpdateWebhook: the fields that the mask names, and no others.

internal import Codec
package import Contract
internal import Outbound
package import RPC
internal import Store

extension WebhooksService {
    package func updateWebhook(_ request: UpdateWebhookRequest, context: CallContext) async throws -> Webhook {
        let principal = try context.principal
        try Self.requireEvents(principal)
        let draft = try WebhookDraft(request, rules)
        let condition = ETagCondition(request.webhook?.etag ?? "", context)
        let now = clock.now()
        let (box, dispatcher) = (box, dispatcher)
        let webhook = try await store.write { db -> Webhook in
            let before = try Self.find(request.id, for: principal, in: db)
            try Self.checkETag(condition, before)
            var after = before
            draft.apply(to: &after)
            if after.sessionID != before.sessionID { try Self.check(after.sessionID, of: after.userID, in: db) }
            guard after != before || draft.headers != nil else {
                return try Webhook(before, box: box, at: now, in: db)
            }
            after.version += 1
            after.updatedAt = now
            try db.webhooks.update(from: before, to: after)
            if let headers = draft.headers {
                try WebhookSecrets(box: box).put(WebhookHeaders.bytes(headers), .headers, of: after.id, in: db)
            }
            // Its origin alone is shown.
            let note = after.url != before.url ? "url changed" : nil
            try Audit.record(
                context, .webhook(after), before: Webhook(audited: before), after: Webhook(audited: after), note: note,
                in: db, at: now)
            db.afterCommit { [id = after.id, owner = after.userID] in dispatcher.changed(id, of: owner) }
            return try Webhook(after, box: box, at: now, in: db)
        }
        context.tell(etag: webhook.etag)
        return webhook
    }
}

/// A request to change a webhook, once its fields are known to be good.
private struct WebhookDraft: Sendable {
    private static let updatable: Set<String> = ["url", "description", "types", "session_id", "headers", "is_active"]

    private var changes: [@Sendable (inout WebhookRecord) -> Void] = []
    /// Nil: they stay.
    private(set) var headers: [WebhookHeader]?

    /// - Throws: VALIDATION_ERROR naming every field that is wrong or cannot be changed.
    init(_ request: UpdateWebhookRequest, _ rules: AddressRules) throws {
        var given = request.updateMask
        // Over HTTP the mask names whatever the body holds: the etag is a condition and no change.
        given?.paths.removeAll { $0 == "etag" }
        let mask = try UpdateMask(given, updatable: Self.updatable)
        guard let webhook = request.webhook else { throw RPCError.validation("webhook", "is required") }
        var checks = FieldChecks()
        if mask.contains("url"), let url = checks.webhookURL(webhook.url, rules) {
            changes.append { $0.url = url.text }
        }
        if mask.contains("description") {
            checks.webhookDescription(webhook.description)
            changes.append { $0.description = webhook.description }
        }
        if mask.contains("types") {
            _ = try EventTypes(webhook.types)
            changes.append { $0.types = webhook.types }
        }
        if mask.contains("session_id") {
            checks.require(webhook.sessionId >= 0, "session_id", "must be a session's id")
            changes.append { $0.sessionID = webhook.sessionId }
        }
        if mask.contains("headers") {
            checks.webhookHeaders(webhook.headers)
            headers = webhook.headers
            changes.append { $0.headerNames = webhook.headers.map { $0.name.lowercased() } }
        }
        if mask.contains("is_active") {
            changes.append {
                $0.isActive = webhook.isActive
                $0.inactiveReason = ""
            }
        }
        try checks.finish()
    }

    func apply(to record: inout WebhookRecord) {
        for change in changes { change(&record) }
    }
}
