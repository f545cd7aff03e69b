// WebhooksService.TestWebhook: one post, now, that is no event and is not tried again. A few at a time: each may take the
// full time of a post, and they have no part in the slots of those that carry events.

package import Contract
package import RPC
internal import Store

extension WebhooksService {
    package func testWebhook(
        _ request: TestWebhookRequest, context: CallContext
    ) async throws -> TestWebhookResponse {
        let principal = try context.principal
        let (now, box, turns) = (clock.now(), box, dispatcher.testTurns)
        // Told of before it is done: it makes the server speak to others.
        let target = try await store.write { db -> WebhookTarget in
            let webhook = try Self.find(request.id, for: principal, in: db)
            do {
                let target = try WebhookTarget(webhook, box: box, in: db)
                try Audit.record(context, .webhook(webhook), in: db, at: now)
                return target
            } catch let obstacle as WebhookTarget.Obstacle {
                throw RPCError.make(.conflict, obstacle.text, hint: obstacle.hint)
            }
        }
        guard turns.begin(of: target.userID) else {
            throw RPCError.make(
                .overloaded, "As many webhooks are tested at this moment as may be.", retryAfter: .seconds(1))
        }
        defer { turns.end(of: target.userID) }
        var response = TestWebhookResponse()
        response.messageId = WebhookMessageIDs.random()
        let begin = clock.monotonic()
        switch await dispatcher.sender.test(target, id: response.messageId) {
        case .arrived(let status):
            response.isDelivered = true
            response.status = status
        case .failed(let failure):
            response.status = failure.status
            response.error = failure.text
        case .gone:
            response.status = 410
            response.error = "status 410: it wants no more; an event would have stopped the webhook"
        case .changed, .postponed, .unreadable:
            throw RPCError.make(.unavailable, "The webhook could not be tested.", retryAfter: .seconds(1))
        }
        let passed = (clock.monotonic() - begin).components
        response.latencyMs = passed.seconds * 1_000 + passed.attoseconds / 1_000_000_000_000_000
        return response
    }
}
