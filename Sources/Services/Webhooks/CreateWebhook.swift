// Makes a webhook, which begins with what happens after it. Its secret leaves in this answer and is kept sealed.

internal import Codec
package import Contract
internal import Outbound
package import RPC
internal import Store

extension WebhooksService {
    package func createWebhook(
        _ request: CreateWebhookRequest, context: CallContext
    ) async throws -> CreateWebhookResponse {
        let principal = try context.principal
        try Self.requireEvents(principal)
        let ownerID = try Tenancy.owner(of: request.userId, principal: principal)
        let now = clock.now()
        var checks = FieldChecks()
        let url = checks.webhookURL(request.url, rules)
        checks.webhookDescription(request.description)
        checks.webhookHeaders(request.headers)
        checks.require(request.sessionId >= 0, "session_id", "must be a session's id")
        try checks.finish()
        _ = try EventTypes(request.types)
        let idempotent = try IdempotentCall(
            request, field: \.idempotencyKey, context: context, secret: idempotencySecret)
        let secret = WebhookSecret.make()
        let (box, dispatcher) = (box, dispatcher)
        let webhook = try await store.write { db -> Webhook in
            try idempotent?.refuseSecondSecret(in: db, at: now)
            guard try db.users.get(ownerID) != nil else {
                throw RPCError.make(
                    .notFound, "There is no such user.",
                    violations: [.init(field: "user_id", description: "names no user")])
            }
            try Self.check(request.sessionId, of: ownerID, in: db)
            guard try db.webhooks.count(userID: ownerID) < mostWebhooks else {
                throw RPCError.make(
                    .quotaExceeded, "This user has \(mostWebhooks) webhooks already, which is as many as one may have.",
                    hint: "Delete those that nobody needs.")
            }
            var record = WebhookRecord(
                userID: ownerID, sessionID: request.sessionId, url: url?.text ?? "",
                description: request.description, types: request.types,
                headerNames: request.headers.map { $0.name.lowercased() }, position: try db.events.newestCursor(),
                createdAt: now)
            record.id = try db.webhooks.insert(record)
            let secrets = WebhookSecrets(box: box)
            try secrets.put(secret, .secret, of: record.id, in: db)
            try secrets.put(WebhookHeaders.bytes(request.headers), .headers, of: record.id, in: db)
            try idempotent?.remember(.webhook, id: record.id, in: db, at: now)
            try Audit.record(context, .webhook(record), after: Webhook(audited: record), in: db, at: now)
            db.afterCommit { [id = record.id] in dispatcher.changed(id, of: ownerID) }
            return try Webhook(record, box: box, at: now, in: db)
        }
        context.tell(etag: webhook.etag)
        var response = CreateWebhookResponse()
        response.webhook = webhook
        response.secret = WebhookSecret.text(secret)
        return response
    }
}
