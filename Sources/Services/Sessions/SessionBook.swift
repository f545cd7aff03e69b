// Writes what becomes of sessions: row, lease and event, in one job. The lifecycle decides, this carries out. What has
// to follow in memory and on streams is noted in the job's `Aftermath`, and happens when the job is committed.

internal import Contract
package import Store

package struct SessionBook: Sendable {
    package let lifecycle: SessionLifecycle

    package init(lifecycle: SessionLifecycle) {
        self.lifecycle = lifecycle
    }

    /// Carries out what `input` means for a session.
    /// - Parameter more: what else is known, written together with it where and only where something changes.
    /// - Returns: the session as it is then; nil where nothing changed.
    @discardableResult
    package func write(
        _ input: SessionInput, of session: SessionRecord, at now: Instant, in db: Database,
        _ aftermath: inout Aftermath, _ more: (inout SessionRecord) -> Void = { _ in }
    ) throws -> SessionRecord? {
        guard let change = lifecycle.change(.init(session), on: input),
            let status = SessionRecord.Status(rawValue: change.status.rawValue)
        else { return nil }
        let after = try self.change(session.id, at: now, in: db, &aftermath) { record in
            record.take(change, status, at: now, brief: lifecycle.limits.briefAbsence)
            more(&record)
            if change.release != nil { record.releaseLease() }
        }
        // What the engine kept of a link that is over lets nobody in any more.
        if status == .loggedOut || change.release == .logout || (session.isLinked && !after.isLinked) {
            try db.authState.deleteAll(ofSession: session.id)
        }
        if let reason = change.release, session.holderID != 0 {
            aftermath.released.append(
                .init(bridgeID: session.holderID, sessionID: session.id, epoch: session.epoch, reason: reason))
        }
        return after
    }

    /// A session rests from now on, because its engine failed too often in a row.
    @discardableResult
    package func rest(
        _ id: Int64, at now: Instant, in db: Database, _ aftermath: inout Aftermath
    ) throws -> SessionRecord {
        let rules = Pacer.Rules()
        let minutes = rules.pause.components.seconds / 60
        aftermath.ready.insert(id)
        return try change(id, type: "session.paused", at: now, in: db, &aftermath) {
            $0.lastError =
                "\(rules.failures) sends in a row failed in the engine: nothing is sent for \(minutes) minutes."
        }
    }

    /// Changes a session beside its lifecycle, such as its QR code, with the event that tells of it.
    @discardableResult
    package func change(
        _ id: Int64, type: String? = nil, at now: Instant, in db: Database, _ aftermath: inout Aftermath,
        _ body: (inout SessionRecord) -> Void
    ) throws -> SessionRecord {
        let after = try db.sessions.apply(id, at: now) { body(&$0) }
        let session = Session(after)
        try EventLog.append(
            db, type: type ?? "session.\(session.status.word)", userID: after.userID, sessionID: after.id,
            body: session, at: now)
        aftermath.sessions[id] = after
        return after
    }
}

extension SessionRecord {
    /// Takes over what the lifecycle decided.
    /// - Parameter brief: who was away no longer than this has missed nothing.
    mutating func take(_ change: SessionChange, _ status: Status, at now: Instant, brief: Duration) {
        note(status, at: now, brief: brief)
        // Whoever asks for a scan has lost its link, whatever it calls that: the scan makes another.
        let showsCode = isLinked && status == .qrPending && self.status != .qrPending
        if status == .connected, self.status != .connected { connectedAt = now }
        self.status = status
        statusReason = change.reason
        isWanted = change.isWanted
        // Asked for or reported, and told twice or not: no repeat goes out through another link.
        if status == .loggedOut || (isLinked && !change.isLinked) || showsCode {
            linkEpoch = epoch
            linkEndedAt = now
            if !phoneNumber.isEmpty { linkPhone = phoneNumber }
        }
        if isLinked, !change.isLinked {
            phoneNumber = ""
            lid = ""
        }
        isLinked = change.isLinked
        if !isLinked { missedSince = nil }
        switch change.deadline {
        case .none: statusDeadline = nil
        case .unchanged: break
        case .after(let duration): statusDeadline = now + duration
        }
        if let lastError = change.lastError { self.lastError = lastError }
        if !change.keepsQR {
            qrCode = ""
            qrExpiresAt = nil
        }
    }

    /// From when on it may have missed what came in.
    private mutating func note(_ status: Status, at now: Instant, brief: Duration) {
        if self.status == .connected, status != .connected { missedSince = missedSince ?? now }
        // A clock that was set back since says nothing.
        if self.status != .connected, status == .connected, let missed = missedSince, missed <= now,
            now - missed < brief
        {
            missedSince = nil
        }
    }

    /// Takes over the number that its bridge reports. Where it is not that of the link before, what was accepted until
    /// that ended was meant for another account.
    mutating func learn(phoneNumber number: String) {
        if !linkPhone.isEmpty, number.filter(\.isNumber) != linkPhone.filter(\.isNumber) {
            accountSince = linkEndedAt
        }
        phoneNumber = number
    }
}
