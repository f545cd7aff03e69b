// Finds out what became of messages whose outcome was lost (BRIDGE.md): once a bridge carries their session again and
// has repeated what it knew, what is still unknown goes out again under the same id, where the engine takes our ids, so
// that a repeat is the same message. Elsewhere it stays unknown for a person to resolve.
//
// "The same message" it is within one link to WhatsApp only. What was given out before the session was last logged out
// is never repeated by itself: through another link, perhaps of another number, it would be a second message.
//
// Also messages that the engine took at an earlier epoch and that WhatsApp's server never confirmed: whoever would have
// passed the ack on is gone, and the repeat asks for another.

internal import Contract
package import Store

package struct Reconcile: Sendable {
    let reporter: FactApplier.Reporter
    let messages: MessageBook
    let now: Instant
    /// Messages looked at in one job.
    let batch: Int

    package init(reporter: FactApplier.Reporter, messages: MessageBook, now: Instant, batch: Int = 200) {
        self.reporter = reporter
        self.messages = messages
        self.now = now
        self.batch = batch
    }

    /// Where to go on.
    package struct Position: Sendable, Hashable {
        package var unknownAfter: Int64 = 0
        package var submittedAfter: Int64 = 0

        package init() {}
    }

    /// Looks at some of a session's messages.
    /// - Returns: where to go on; nil when all were looked at, or the session is not this bridge's any more.
    package func run(sessionID: Int64, epoch: Int64, from position: Position, in db: Database) throws -> Position? {
        guard DeliveryConfiguration.enginesTakingOurIDs.contains(reporter.engine) else { return nil }
        guard let session = try db.sessions.get(sessionID), session.epoch == epoch,
            session.holderID == reporter.bridgeID
        else { return nil }
        let party = MessageBook.Party(bridge: reporter.name, takesOurIDs: true)
        var next = position
        let unknown = try db.messages.unsettled(
            .unknown, sessionID: sessionID, after: position.unknownAfter, limit: batch)
        for message in unknown {
            next.unknownAfter = message.id
            guard message.epoch > session.linkEpoch else { continue }
            try messages.write(.reconcile(sameIDIsSafe: true), of: message.id, by: party, at: now, in: db)
        }
        if unknown.count == batch { return next }
        let submitted = try db.messages.unsettled(
            .submitted, sessionID: sessionID, after: position.submittedAfter, limit: batch)
        for message in submitted {
            next.submittedAfter = message.id
            // Past its time nobody wants it sent; that the engine took it stays true.
            guard message.epoch < epoch, message.epoch > session.linkEpoch, message.expiresAt.map({ $0 > now }) ?? true,
                messages.lifecycle.allowsAnother(MessageBook.snapshot(message))
            else { continue }
            try messages.write(.outcomeLost(.bridgeLost), of: message.id, by: party, at: now, in: db)
            try messages.write(.reconcile(sameIDIsSafe: true), of: message.id, by: party, at: now, in: db)
        }
        return submitted.count == batch ? next : nil
    }
}
