// Writes what becomes of messages: row, timeline event and place in the recipient's line, in one job. The lifecycle
// decides, this carries out; nothing else in the house changes a message's status after it was accepted.
// Handling the same thing twice changes nothing, because the lifecycle then says that nothing changes.

internal import Codec
internal import Contract
package import Store

package struct MessageBook: Sendable {
    package let lifecycle: MessageLifecycle
    /// 0 up to, not including, 1: for backoffs.
    let random: @Sendable () -> Double

    package init(lifecycle: MessageLifecycle, random: @escaping @Sendable () -> Double = { .random(in: 0..<1) }) {
        self.lifecycle = lifecycle
        self.random = random
    }

    /// Who has to do with a change.
    package struct Party: Sendable, Hashable {
        /// The bridge's name for the timeline, or empty.
        package var bridge: String
        /// Whether a message of unknown outcome may go out again, because a repeat is the same message, and so keeps its
        /// place in line.
        package var repeatsAreSafe: Bool

        package init(bridge: String, repeatsAreSafe: Bool) {
            self.bridge = bridge
            self.repeatsAreSafe = repeatsAreSafe
        }
    }

    /// A change that was written.
    package struct Written: Sendable {
        package let before: MessageRecord
        package let after: MessageRecord
        /// Another message of the same session may go out now that could not before.
        package let freesAnother: Bool
    }

    /// Carries out what `input` means for a message.
    /// - Parameters:
    ///   - now: the wall clock; `moment` is when it really happened, where that was earlier.
    ///   - more: what else is known, written where and only where the status changes.
    /// - Returns: nil where nothing changed.
    @discardableResult
    package func write(
        _ input: MessageInput, of id: Int64, by party: Party, at now: Instant, moment: Instant? = nil, in db: Database,
        _ more: (inout MessageRecord) -> Void = { _ in }
    ) throws -> Written? {
        var change: MessageTransition?
        var first: MessageRecord?
        let after = try db.messages.apply(
            id, at: now,
            event: { before, after in
                change.map { Self.event($0, before, after, by: party, at: now) }
            },
            { record in
                first = record
                var snapshot = Self.snapshot(record)
                if case .rejected = input, record.doubt != nil {
                    snapshot.linkEpoch = try db.sessions.get(record.sessionID)?.linkEpoch ?? .max
                }
                let jitter = random()
                change = lifecycle.change(snapshot, on: input, at: now, jitter: jitter)
                // Asked only where it matters: a session is over for few of those that wait anew.
                if change?.status == .pending, try Self.isSessionOver(record, in: db) {
                    snapshot.isSessionOver = true
                    change = lifecycle.change(snapshot, on: input, at: now, jitter: jitter)
                }
                // As it is at this moment: a bridge may come back and say otherwise.
                if change?.status == .unknown, try Reconcile.isSafe(record, in: db) {
                    snapshot.keepsID = true
                    change = lifecycle.change(snapshot, on: input, at: now, jitter: jitter)
                }
                guard let change, let status = MessageRecord.Status(rawValue: change.status.rawValue) else { return }
                record.take(change, status, at: moment ?? now)
                more(&record)
            })
        guard change != nil, let before = first, let after else { return nil }
        try MessageUsage.count(before, after, at: now, in: db)
        if after.kind.isAboutAnother, Self.wentOut(after), !Self.wentOut(before) {
            try MessageMarks.apply(after, at: after.createdAt, bridge: party.bridge, now: now, in: db)
        }
        // Nobody looked after its mark while it was anything else, or it says how it was handed out.
        if after.status == .pending, before.status != .pending { try db.messages.leaveLine(id) }
        let frees = holdsLine(before.status, party) && !holdsLine(after.status, party)
        if frees { try db.messages.advanceLine(sessionID: after.sessionID, recipient: after.recipient) }
        return Written(before: before, after: after, freesAnother: frees || after.status == .pending)
    }

    /// Whether WhatsApp is known to have it.
    private static func wentOut(_ message: MessageRecord) -> Bool {
        guard let rank = MessageLifecycle.rank(MessageStatus(rawValue: message.status.rawValue)) else { return false }
        return rank > 1
    }

    /// Notes why a message waits. Writes nothing where that was noted last.
    package func hold(_ id: Int64, _ reason: HoldReason, at now: Instant, in db: Database) throws {
        try db.messages.apply(
            id, from: [.pending], at: now,
            event: { before, after in
                guard before.holdReason != after.holdReason else { return nil }
                let change = MessageTransition(.pending, .held, detail: reason.rawValue)
                return Self.event(change, before, after, by: Party(bridge: "", repeatsAreSafe: false), at: now)
            },
            { $0.holdReason = reason.rawValue })
    }

    package static func snapshot(_ record: MessageRecord) -> MessageLifecycle.Snapshot {
        MessageLifecycle.Snapshot(
            status: MessageStatus(rawValue: record.status.rawValue), attempts: Int(record.attempts),
            attemptsAllowed: Int(record.attemptsAllowed), expiresAt: record.expiresAt, nextTryAt: record.nextTryAt,
            wasRejected: record.wasRejected, hasErrorAck: record.rejectedAttempt != nil,
            isOutcomeUnknown: record.failedWithOutcomeUnknown, doubt: record.doubt, epoch: record.epoch)
    }

    /// Whether nothing will go out through its session any more, because somebody ended that.
    private static func isSessionOver(_ record: MessageRecord, in db: Database) throws -> Bool {
        guard record.sessionID != 0, let session = try db.sessions.get(record.sessionID) else { return true }
        return session.status == .loggedOut && session.statusReason == SessionReason.requested
    }

    private func holdsLine(_ status: MessageRecord.Status, _ party: Party) -> Bool {
        status == .pending || status == .dispatched || (status == .unknown && party.repeatsAreSafe)
    }

    private static func event(
        _ change: MessageTransition, _ before: MessageRecord, _ after: MessageRecord, by party: Party, at now: Instant
    ) -> EventRecord {
        let entry = TimelineEntry.with { entry in
            entry.at = now.timestamp
            entry.from = MessageStatus(rawValue: before.status.rawValue)
            entry.to = change.status
            entry.cause = change.cause.rawValue
            entry.attempt = max(before.attempts, after.attempts)
            entry.bridge = party.bridge
            entry.reason = change.reason?.word ?? ""
            entry.engineCode = change.engineCode
            entry.detail = change.detail
        }
        return EventLog.record(
            entry, messageID: after.id, userID: after.userID, sessionID: after.sessionID, at: now)
    }
}

extension MessageRecord {
    /// It failed, and may have gone out all the same.
    var failedWithOutcomeUnknown: Bool { status == .failed && errorCode == Reason.outcomeUnknown.word }

    /// WhatsApp, which had it, said no, and it was not handed out since.
    var wasRejected: Bool {
        rejectedAttempt == attempts && [.pending, .failed, .expired, .cancelled].contains(status)
    }

    /// Takes over what the lifecycle decided.
    mutating func take(_ change: MessageTransition, _ status: Status, at moment: Instant) {
        self.status = status
        if let attempts = change.attempts { self.attempts = Int32(clamping: attempts) }
        if let allowed = change.attemptsAllowed { attemptsAllowed = Int32(clamping: allowed) }
        if let end = change.expiresAt { expiresAt = end }
        holdReason = change.hold?.rawValue ?? ""
        nextTryAt = change.nextTryAt
        if status != .dispatched { commandDeadline = nil }
        doubt = change.doubt
        switch change.cause {
        case .errorAck: rejectedAttempt = attempts
        case .ackDeadline: ackMissedAt = ackMissedAt ?? moment
        case .retriedByUser, .resolvedResend: askedAt = moment
        default: break
        }
        if status == .failed || status == .expired || status == .unknown {
            errorCode = change.reason?.word ?? ""
            errorMessage = status == .unknown && change.detail.isEmpty ? change.cause.doubt : change.detail
        } else {
            errorCode = ""
            errorMessage = ""
        }
        note(status, at: moment)
    }

    /// Notes when a status was first reached.
    mutating func note(_ status: Status, at moment: Instant) {
        switch status {
        case .dispatched: dispatchedAt = dispatchedAt ?? moment
        case .submitted: submittedAt = submittedAt ?? moment
        case .sent: sentAt = sentAt ?? moment
        case .delivered: deliveredAt = deliveredAt ?? moment
        case .read: readAt = readAt ?? moment
        case .played: playedAt = playedAt ?? moment
        case .failed: failedAt = failedAt ?? moment
        default: break
        }
    }
}
