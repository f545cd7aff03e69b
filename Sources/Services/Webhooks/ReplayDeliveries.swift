// WebhooksService.ReplayDeliveries: what was given up, or has arrived late, is tried once more, beside the lanes and from the
// first try on. All since a time goes in portions, so that no other write waits for long.

internal import Codec
package import Contract
package import RPC
internal import Store

extension WebhooksService {
    private static let portion = 500

    package func replayDeliveries(
        _ request: ReplayDeliveriesRequest, context: CallContext
    ) async throws -> ReplayDeliveriesResponse {
        let principal = try context.principal
        let since = request.since.map { Instant($0) }
        guard (request.deliveryId != 0) != (since != nil) else {
            throw RPCError.validation("delivery_id", "or since must be given, and not both")
        }
        if case .some(.none) = since { throw RPCError.validation("since", "must be a time") }
        let begin = since.flatMap { $0 }
        let now = clock.now()
        let (id, dispatcher) = (request.id, dispatcher)
        var response = ReplayDeliveriesResponse()
        var position: Int64? = 0
        while let after = position {
            let isNoted = response.replayed > 0
            let (count, next) = try await store.write { db -> (Int, Int64?) in
                let webhook = try Self.find(id, for: principal, in: db)
                let (count, next) =
                    if let begin {
                        try db.deliveries.replayDead(
                            ofWebhook: id, since: begin, at: now, after: after, limit: Self.portion)
                    } else {
                        (try Self.replayOne(request.deliveryId, of: id, at: now, in: db), Int64?.none)
                    }
                guard count > 0 else { return (0, next) }
                if !isNoted {
                    let note = begin == nil ? "delivery \(request.deliveryId) replayed" : "deliveries replayed"
                    try Audit.record(context, .webhook(webhook), note: note, in: db, at: now)
                }
                // With each portion: who calls may go away before the last.
                db.afterCommit { dispatcher.changed(id) }
                return (count, next)
            }
            response.replayed += Int64(count)
            position = next
        }
        return response
    }

    private static func replayOne(_ deliveryID: Int64, of id: Int64, at now: Instant, in db: Database) throws -> Int {
        if try db.deliveries.replay(deliveryID, webhookID: id, at: now) { return 1 }
        guard try db.deliveries.get(deliveryID, webhookID: id) != nil else { throw Tenancy.notFound }
        throw RPCError.make(.conflict, "This delivery is tried again anyway.")
    }
}
