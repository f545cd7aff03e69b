// What pending messages wait for, found out when they are shown. As far as that is their session's doing (it is not
// connected, it rests, it takes turns, it may write to no strangers) it is the same for all of a backlog and changes with
// the session: it is read from the session's row and its pace, and written nowhere. What is a message's own, such as a
// failed attempt, stands in its row.

internal import Contract
package import Store

package struct ShownHolds {
    private let db: Database
    private let now: Instant
    /// Sessions that were looked at; nil: gone.
    private var seen: [Int64: Seen?] = [:]

    private struct Seen {
        let session: SessionPace
        /// Of what its bridge is given: so what is of unknown outcome stands before others.
        var repeatsAreSafe = false
        /// Where it sends carefully.
        var pace: (pacer: Pacer, record: PacingRecord, gate: Pacer.Hold?, cold: Pacer.Hold?)?
    }

    package init(in db: Database, at now: Instant) {
        self.db = db
        self.now = now
    }

    /// A message as it is shown.
    package mutating func show(_ message: MessageRecord) throws -> MessageRecord {
        guard message.status == .pending, message.sessionID != 0 else { return message }
        // It waits for a time of its own.
        if let next = message.nextTryAt, next > now { return message }
        guard let seen = try look(at: message.sessionID) else { return message }
        var shown = message
        guard seen.session.status == .connected else {
            let reason: HoldReason = seen.session.status == .loggedOut ? .sessionLoggedOut : .sessionNotConnected
            shown.holdReason = reason.rawValue
            return shown
        }
        if try isBehindAnother(message, seen) {
            shown.holdReason = HoldReason.behindAnother.rawValue
            return shown
        }
        let isStarved = message.holdReason == HoldReason.noBridgeCredit.rawValue
        guard let pace = seen.pace else {
            if !isStarved { shown.holdReason = "" }
            return shown
        }
        let contact = Contact.key(message.recipient)
        if let gate = pace.gate, gate.reason != .pacing {
            shown.holdReason = gate.reason.rawValue
        } else if let cold = pace.cold, try isCold(message, contact, seen.session, pace.pacer) {
            shown.holdReason = cold.reason.rawValue
            shown.nextTryAt = cold.until
        } else if let gap = pace.pacer.recipientHold(pace.record, contact: contact, at: now) {
            shown.holdReason = gap.reason.rawValue
        } else if pace.gate != nil || !isStarved {
            shown.holdReason = HoldReason.pacing.rawValue
        }
        return shown
    }

    /// When WhatsApp lets a session write to strangers again; nil: it does.
    package static func restrictionEnd(of sessionID: Int64, at now: Instant, in db: Database) throws -> Instant? {
        try db.pacing.get(sessionID)?.rebased(to: now).coldStoppedUntil.flatMap { $0 > now ? $0 : nil }
    }

    private func isBehindAnother(_ message: MessageRecord, _ seen: Seen) throws -> Bool {
        let first = try db.messages.firstInLine(
            sessionID: message.sessionID, recipient: message.recipient,
            countingUnknown: seen.repeatsAreSafe)
        return first.map { $0 < message.id } ?? false
    }

    private func isCold(
        _ message: MessageRecord, _ contact: String, _ session: SessionPace, _ pacer: Pacer
    ) throws -> Bool {
        if Contact.isMany(message.recipient) || message.takesBack { return false }
        let wroteAt = try db.pacing.wroteAt(contact, to: session.id)
        return pacer.lane(wroteAt: wroteAt, since: session.accountSince, at: now) == .cold
    }

    private mutating func look(at sessionID: Int64) throws -> Seen? {
        if let known = seen[sessionID] { return known }
        var found = try db.sessions.get(sessionID, as: SessionPace.self).map { Seen(session: $0, pace: nil) }
        if let bridge = found?.session.holderID, bridge != 0 {
            found?.repeatsAreSafe = try db.bridges.get(bridge)?.repeatsAreSafe ?? false
        }
        if let session = found?.session, session.status == .connected, Pacing(session) == .careful {
            let pacer = Pacer(session)
            let record = (try db.pacing.get(sessionID) ?? PacingRecord(sessionID: sessionID)).rebased(to: now)
            found?.pace = (
                pacer, record, pacer.gate(record, connectedAt: session.connectedAt, at: now),
                pacer.coldHold(record, at: now)
            )
        }
        seen[sessionID] = .some(found)
        return found
    }
}
