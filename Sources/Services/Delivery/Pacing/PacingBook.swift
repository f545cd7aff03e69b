// Writes what bears on a session's pace, in the job of the fact that tells of it: engine failures, restrictions, who
// wrote. Failures only of sessions that send carefully; who wrote, and until when WhatsApp restricts the account, of all:
// a session may come to send carefully, and what WhatsApp refused for a while is tried when that is over.

internal import Contract
package import Store

package enum PacingBook {
    /// How an attempt went, as far as it says something of the engine.
    package enum Sign: Sendable, Hashable {
        case success
        case failure
        /// WhatsApp lets the account write to no cold contacts.
        case restriction(until: Instant?)

        /// What a failed send says; nil: nothing.
        package init?(_ failure: SendFailure) {
            switch RetryVerdict.of(failure.reason) {
            // That a bridge is busy or away says nothing of what it drives.
            case .backoff:
                guard failure.reason == .engineError else { return nil }
                self = .failure
            case .reconcile:
                guard !failure.notBegun else { return nil }
                self = .failure
            case .whenRestrictionEnds: self = .restriction(until: failure.notBefore)
            // It works: it found out that this message cannot go.
            case .never: self = .success
            case .afterAPersonActs, .whenSessionIsBack: return nil
            }
        }
    }

    /// Notes a sign.
    /// - Returns: whether the session rests from now on.
    package static func note(
        _ sign: Sign, of session: SessionRecord, at time: PaceTime, in db: Database
    ) throws -> Bool {
        switch sign {
        case .restriction: break
        case .success, .failure: guard Pacing(session) == .careful else { return false }
        }
        let pacer = Pacer(session)
        var record = try record(of: session.id, at: time, in: db)
        var rests = false
        switch sign {
        case .success: guard pacer.succeeded(&record) else { return false }
        case .failure: rests = pacer.failed(&record, at: time.now)
        case .restriction(let until):
            pacer.restricted(&record, until: until, at: time.now)
            // It may have been shortened, or be over: what was refused before waits no longer.
            if let end = record.coldStoppedUntil {
                try db.messages.endRestriction(of: session.id, at: max(end, time.now))
            }
        }
        try db.pacing.put(record)
        return rests
    }

    /// Until when WhatsApp lets a session write to no cold contacts; nil: nothing is known of that.
    package static func restrictedUntil(_ sessionID: Int64, at time: PaceTime, in db: Database) throws -> Instant? {
        let end = try record(of: sessionID, at: time, in: db).coldStoppedUntil
        return end.flatMap { $0 > time.now ? $0 : nil }
    }

    private static func record(of sessionID: Int64, at time: PaceTime, in db: Database) throws -> PacingRecord {
        (try db.pacing.get(sessionID) ?? PacingRecord(sessionID: sessionID)).rebased(to: time)
    }

    /// A message that was handed out never left.
    /// - Parameters:
    ///   - message: as it was before that was known.
    ///   - isCold: it was counted as one to a stranger.
    package static func giveBack(_ message: MessageRecord, isCold: Bool, at time: PaceTime, in db: Database) throws {
        guard isCold, message.sessionID != 0 else { return }
        guard let session = try db.sessions.get(message.sessionID) else { return }
        var record = try record(of: message.sessionID, at: time, in: db)
        // It was last changed when it was handed out.
        guard Pacer(session).unsent(&record, handedOutAt: message.updatedAt, at: time.now) else { return }
        try db.pacing.put(record)
    }

    /// Somebody mended what made the engine fail: the session rests no longer.
    package static func wake(_ sessionID: Int64, in db: Database) throws {
        guard var record = try db.pacing.get(sessionID), record.pausedUntil != nil || record.failures > 0 else {
            return
        }
        record.pausedUntil = nil
        record.failures = 0
        try db.pacing.put(record)
    }

    /// A session that sent as it liked sends carefully from now on: what it sent within the hour counts, and if there was
    /// anything today, strangers have to wait for tomorrow. More of it than the hour's limit changes nothing.
    package static func begin(_ session: SessionRecord, at time: PaceTime, in db: Database) throws {
        let pacer = Pacer(session)
        let rules = pacer.rules
        let sent = try db.messages.dispatchTimes(ofSession: session.id, until: time.now, limit: rules.perHour)
        guard let last = sent.first else { return }
        var record = pacer.onItsDay(try record(of: session.id, at: time, in: db), time.now)
        // Some of them may have been counted before: the profile can be changed to and fro.
        let known = Set(record.recent)
        let recent = record.recent + sent.filter { $0 + .seconds(3600) > time.now && !known.contains($0) }
        record.recent = recent.sorted().suffix(rules.perHour)
        record.nextAt = max(record.nextAt ?? last, last + rules.longestGap)
        if record.coldBegan.map({ last >= $0 }) ?? true {
            record.coldSent = max(record.coldSent, Int64(pacer.coldBudget(record)))
        }
        record.changedAt = time.now
        try db.pacing.put(record)
    }

    /// Notes that somebody wrote to a session.
    /// - Parameters:
    ///   - contacts: every name by which they are known (`Contact.key`).
    ///   - moment: when.
    /// - Returns: whether something that waited for them may go out now.
    package static func noteWriting(
        of contacts: [String], to session: SessionRecord, at moment: Instant, now: Instant, in db: Database
    ) throws -> Bool {
        let pacer = Pacer()
        // What is older decides nothing, and nothing is kept of it.
        guard pacer.lane(wroteAt: moment, since: session.accountSince, at: now) == .replies else { return false }
        var frees = false
        for contact in contacts {
            let before = try db.pacing.wroteAt(contact, to: session.id)
            try db.pacing.note(contact, wroteAt: moment, to: session.id, now: now)
            guard pacer.lane(wroteAt: before, since: session.accountSince, at: now) == .cold else { continue }
            for recipient in Contact.spellings(contact) {
                if try db.messages.warm(recipient, of: session.id) { frees = true }
            }
        }
        return frees
    }
}
