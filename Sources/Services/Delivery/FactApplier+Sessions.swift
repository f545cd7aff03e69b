// What a bridge reports of the sessions that it carries: where they are, their QR codes, what WhatsApp allows them.

internal import Codec
internal import Contract
internal import Store

extension FactApplier {
    /// What a bridge may say of a session; the rest is not its to decide.
    private static let reportable: Set<SessionStatus> = [
        .starting, .qrPending, .authenticated, .connected, .disconnected, .loggedOut, .conflict, .restricted, .failed,
    ]

    mutating func apply(_ state: SessionState) throws {
        guard let session = try held(sessionID: state.sessionId, epoch: state.epoch) else { return }
        guard Self.reportable.contains(state.state),
            let status = SessionRecord.Status(rawValue: state.state.rawValue)
        else { return aftermath.drop(.malformed) }
        try db.leases.setReported(status, sessionID: session.id, epoch: session.epoch)
        let isOurs = try status == .conflict && mayHaveBeenTakenByAFormerHolder(session)
        let input: SessionInput =
            isOurs ? .displaced : .reported(state.state, reason: state.reason.cut(256), until: nil)
        let account = LinkedAccount(phone: state.phoneNumber.cut(32), lid: state.lid.cut(64))
        // Only where it is linked does a session have an account, and then it is asked whose that is.
        let names = status == .authenticated || status == .connected
        if names, let words = try account.takenFrom(session, in: db) {
            try sessions.write(.numberTaken(words: words), of: session, at: now, in: db, &aftermath)
            return
        }
        let moment = now
        func learn(_ record: inout SessionRecord) {
            if names, !account.phone.isEmpty { record.learn(phoneNumber: account.phone) }
            if names, !account.lid.isEmpty { record.lid = account.lid }
            if status == .connected { record.lastActiveAt = moment }
        }
        let written = try sessions.write(input, of: session, at: now, in: db, &aftermath) { learn(&$0) }
        // Another account has sent nothing yet, and knows nobody.
        if let written, written.accountSince != session.accountSince { try db.pacing.forget(session.id) }
        if written == nil {
            var learned = session
            learn(&learned)
            guard learned.phoneNumber != session.phoneNumber || learned.lid != session.lid else { return }
            try sessions.change(session.id, at: now, in: db, &aftermath) { learn(&$0) }
            if learned.accountSince != session.accountSince { try db.pacing.forget(session.id) }
        }
    }

    /// Whether the device that took the account may be a bridge of ours: one that slept through the end of its lease, woke
    /// up and went on with what it was told long ago. It will hear that it is over, and stop; then nothing is in the way
    /// of whoever holds the session. Where that does not help twice in a row it was somebody else, who is not fought.
    private func mayHaveBeenTakenByAFormerHolder(_ session: SessionRecord) throws -> Bool {
        let former = try db.leases.former(sessionID: session.id, before: session.epoch)
        let isThereOne = former.contains {
            $0.bridgeID != session.holderID && now - $0.assignedAt < .seconds(24 * 3600)
        }
        return isThereOne && !(former.count >= 2 && former.prefix(2).allSatisfy { $0.reported == .conflict })
    }

    mutating func apply(_ qr: BridgeQrCode) throws {
        guard let session = try held(sessionID: qr.sessionId, epoch: qr.epoch) else { return }
        guard !qr.code.isEmpty, qr.code.utf8.count <= 4096, qr.sequence > 0 else { return aftermath.drop(.malformed) }
        // Told twice, or overtaken by a newer one, or by the scan.
        guard qr.sequence > session.qrSequence,
            [.starting, .qrPending, .disconnected].contains(session.status)
        else { return }
        let end = qr.expiresAt.flatMap { Instant($0) } ?? now + .seconds(60)
        if session.status != .qrPending {
            try db.leases.setReported(.qrPending, sessionID: session.id, epoch: session.epoch)
            try sessions.write(
                .reported(.qrPending, reason: "", until: nil), of: session, at: now, in: db, &aftermath)
        }
        try sessions.change(session.id, type: "session.qr", at: now, in: db, &aftermath) { record in
            record.qrCode = qr.code
            record.qrSequence = qr.sequence
            record.qrExpiresAt = end
        }
    }

    mutating func apply(_ pairing: BridgePairingCode) throws {
        guard let session = try held(sessionID: pairing.sessionId, epoch: pairing.epoch) else { return }
        guard pairing.code.utf8.count <= 64 else { return aftermath.drop(.malformed) }
        // Of a bridge that died: it keeps none on disk, and nobody waits for it any more.
        guard !pairing.code.isEmpty else { return }
        guard SessionLifecycle.showsCodes(.init(session)) else { return }
        if try sessions.write(.pairingCode, of: session, at: now, in: db, &aftermath) != nil {
            try db.leases.setReported(.qrPending, sessionID: session.id, epoch: session.epoch)
        }
        // It links the account, so it goes to whoever asked for it, and nowhere else: it is in no row and in no event.
        aftermath.answers.append(.code(pairing))
    }

    mutating func apply(_ restriction: Restriction) throws {
        guard let session = try held(sessionID: restriction.sessionId, epoch: restriction.epoch) else { return }
        let kind = restriction.kind.cut(64)
        // Nobody is believed for longer than that: a mistake would never end.
        let until = restriction.until.flatMap { Instant($0) }.map { min($0, now + Pacer.Rules().longestRestriction) }
        if kind == "temporary_ban" {
            let left = until.map { max(.zero, $0 - now) }
            try db.leases.setReported(.restricted, sessionID: session.id, epoch: session.epoch)
            try sessions.write(
                .reported(.restricted, reason: kind, until: left), of: session, at: now, in: db, &aftermath)
            return
        }
        // Only who may be written to is narrowed: the session goes on, and says so.
        try take(.restriction(until: until), of: session)
        if let until { try db.messages.wait(untilRestrictionEndsAt: until, of: session.id) }
        aftermath.ready.insert(session.id)
        let used = restriction.total > 0 ? ", \(restriction.used) of \(restriction.total) used" : ""
        let text = "WhatsApp restricts the account: \(kind)\(used)"
        guard session.lastError != text else { return }
        try sessions.change(session.id, at: now, in: db, &aftermath) { $0.lastError = text }
    }

    /// The session of a fact that only its holder may tell.
    private mutating func held(sessionID: Int64, epoch: Int64) throws -> SessionRecord? {
        guard let (session, standing) = try standing(sessionID: sessionID, epoch: epoch) else {
            refuse(nil)
            return nil
        }
        guard standing == .holder, session.isWanted else {
            refuse(standing == .holder || standing == .released ? .former : standing)
            return nil
        }
        return session
    }
}
