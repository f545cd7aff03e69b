// WebhooksService.RotateWebhookSecret: a new secret, beside which the old one signs for a while, so that receivers can be
// moved over one by one. Never more than two: one that is rotated again ends its former one.

internal import Codec
package import Contract
package import RPC
internal import Store

extension WebhooksService {
    private static let usualOverlap: Duration = .seconds(24 * 3_600)
    private static let longestOverlap: Int64 = 30 * 24 * 3_600

    package func rotateWebhookSecret(
        _ request: RotateWebhookSecretRequest, context: CallContext
    ) async throws -> RotateWebhookSecretResponse {
        let principal = try context.principal
        let overlap = try Self.overlap(request.overlap)
        let idempotent = try IdempotentCall(
            request, field: \.idempotencyKey, context: context, secret: idempotencySecret)
        let now = clock.now()
        let secret = WebhookSecret.make()
        let (box, dispatcher) = (box, dispatcher)
        let webhook = try await store.write { db -> Webhook in
            try idempotent?.refuseSecondSecret(in: db, at: now)
            let before = try Self.find(request.id, for: principal, in: db)
            let secrets = WebhookSecrets(box: box)
            // One that does not open signs nothing any more.
            let old = overlap > .zero ? try secrets.readable(.secret, of: before.id, in: db) : nil
            var after = before
            after.formerSecretUntil = old == nil ? nil : now + overlap
            after.version += 1
            after.updatedAt = now
            try db.webhooks.update(from: before, to: after)
            try secrets.put(old, .former, of: before.id, in: db)
            try secrets.put(secret, .secret, of: before.id, in: db)
            try idempotent?.remember(.webhook, id: before.id, in: db, at: now)
            try Audit.record(
                context, .webhook(after), before: Webhook(audited: before), after: Webhook(audited: after),
                note: "secret rotated", in: db, at: now)
            db.afterCommit { [id = after.id, owner = after.userID] in dispatcher.changed(id, of: owner) }
            return try Webhook(after, box: box, at: now, in: db)
        }
        context.tell(etag: webhook.etag)
        var response = RotateWebhookSecretResponse()
        response.webhook = webhook
        response.secret = WebhookSecret.text(secret)
        return response
    }

    private static func overlap(_ given: DurationMessage?) throws -> Duration {
        guard let given else { return usualOverlap }
        guard (0...longestOverlap).contains(given.seconds), (0...999_999_999).contains(given.nanos),
            given.seconds < longestOverlap || given.nanos == 0
        else { throw RPCError.validation("overlap", "must be 0 to 30 days") }
        return .seconds(given.seconds) + .nanoseconds(Int64(given.nanos))
    }
}
