// Finds out what became of messages whose outcome was lost (BRIDGE.md): once a bridge carries their session again and
// has repeated what it knew, what is still unknown goes out again under the same id, where bridges say that a repeat is the
// same message: the one that had it, at that time, and the one that has the session now. Elsewhere it stays unknown for a person to resolve.
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

    /// A session to be looked at, and how far that has come.
    package struct Part: Sendable, Hashable {
        package let sessionID: Int64
        package let epoch: Int64
        fileprivate var unknownAfter: Int64 = 0
        fileprivate var submittedAfter: Int64 = 0

        package init(sessionID: Int64, epoch: Int64) {
            self.sessionID = sessionID
            self.epoch = epoch
        }
    }

    /// Looks at messages of sessions, one after the other, until a batch of messages was looked at.
    /// - Returns: what is left of it, from where to go on.
    package func run(_ parts: [Part], in db: Database, _ care: RowCare = RowCare()) throws -> [Part] {
        var left = parts[...]
        var room = batch
        while var part = left.first, room > 0 {
            left.removeFirst()
            // Of a session that cannot be read nothing is found out.
            let isDone = try care.alone(.session(part.sessionID), at: now, in: db) {
                try finish(&part, &room, in: db, care)
            }
            if isDone == false {
                left.insert(part, at: left.startIndex)
                break
            }
        }
        return Array(left)
    }

    /// Looks at what there is room for; whether that was all, or the session is not this bridge's any more.
    private func finish(_ part: inout Part, _ room: inout Int, in db: Database, _ care: RowCare) throws -> Bool {
        guard reporter.repeatsAreSafe else { return true }
        guard let session = try db.sessions.get(part.sessionID), session.epoch == part.epoch,
            session.holderID == reporter.bridgeID
        else { return true }
        let party = MessageBook.Party(bridge: reporter.name, repeatsAreSafe: true)
        let (id, limit, after) = (part.sessionID, room, (part.unknownAfter, part.submittedAfter))
        let unknown = try care.eachMessage(
            of: { try db.messages.unsettled(.unknown, sessionID: id, after: after.0, limit: limit) },
            ids: { try db.messages.unsettledIDs(.unknown, sessionID: id, after: after.0, limit: limit) },
            at: now, in: db
        ) { message in
            let doubt = message.doubt ?? AttemptDoubt(attempt: 1)
            guard doubt.allowsRepeat(afterLink: session.linkEpoch, repeatsAreSafe: true) else { return }
            try messages.write(.reconcile(sameIDIsSafe: true), of: message.id, by: party, at: now, in: db)
        }
        part.unknownAfter = unknown.last ?? part.unknownAfter
        room -= unknown.count
        guard room > 0 else { return false }
        let (left, epoch) = (room, part.epoch)
        let submitted = try care.eachMessage(
            of: { try db.messages.unsettled(.submitted, sessionID: id, after: after.1, limit: left) },
            ids: { try db.messages.unsettledIDs(.submitted, sessionID: id, after: after.1, limit: left) },
            at: now, in: db
        ) { message in
            // Past its time nobody wants it sent; that the engine took it stays true.
            guard message.epoch < epoch, message.epoch > session.linkEpoch,
                message.expiresAt.map({ $0 > now }) ?? true, try Self.isSafe(message, in: db),
                messages.lifecycle.allowsAnother(MessageBook.snapshot(message))
            else { return }
            try messages.write(.outcomeLost(.bridgeLost), of: message.id, by: party, at: now, in: db)
            try messages.write(.reconcile(sameIDIsSafe: true), of: message.id, by: party, at: now, in: db)
        }
        part.submittedAfter = submitted.last ?? part.submittedAfter
        room -= submitted.count
        return room > 0
    }

    /// Whether the bridge that was given a message makes another try the same message, and did so when it first went out. Of
    /// what is of unknown outcome this was asked when that came about, and stands in its row (`MessageRecord.doubt`).
    package static func isSafe(_ message: MessageRecord, in db: Database) throws -> Bool {
        guard let since = try db.bridges.get(message.bridgeID)?.repeatsSafeSince else { return false }
        return message.dispatchedAt.map { $0 >= since } ?? true
    }
}
