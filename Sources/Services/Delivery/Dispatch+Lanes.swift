// Handing out for a session that sends carefully. Each look sorts what has come since the last one into two lanes, replies
// and cold contacts (Pacer says which), and then hands out one message, if any may go: the first of the lane whose turn
// it is. A message is written once before it goes, when it enters its lane, however many wait and for however many days: it
// stays there when the day's budget is used up or WhatsApp restricts the account, so that whatever ends that, and whenever,
// has nobody to free. What it waits for is found out when somebody looks (ShownHolds).

internal import Contract
internal import Store

extension Dispatch {
    /// So many are sorted in one look.
    private static let look = 64
    /// More than can have been written to a moment ago, in any spelling, so that one of them may be written to.
    private static let heads = 10
    /// The clock may be put right meanwhile: what waits for longer is looked at again.
    private static let longestSleep: Duration = .seconds(3600)

    /// Takes what can go out of one session: one message at most.
    func runCarefully(
        _ turn: Turn, of session: SessionRecord, in db: Database, _ care: RowCare
    ) throws -> Outcome {
        var outcome = Outcome(sessionID: session.id)
        let pacer = Pacer(session)
        let stored = try db.pacing.get(session.id) ?? PacingRecord(sessionID: session.id)
        var pace = Pace(pacer: pacer, record: stored.rebased(to: time))
        pace.gate = pacer.gate(pace.record, connectedAt: session.connectedAt, at: now)
        outcome.rest = pace.gate.flatMap { $0.reason == .pacing ? nil : $0.reason }
        if pacer.isZoneLost { outcome.lostZone = Pacer.lostZone(session) }
        let marked = care.marked
        let entered = try sort(of: session, pace, &outcome, in: db, care)
        if pace.gate == nil, turn.limit > 0 { try takeOne(of: session, &pace, &outcome, in: db, care) }
        let gone = outcome.sends.first.flatMap { CommandID(rawValue: $0.commandId)?.messageID }
        let coldHold = pacer.coldHold(pace.record, at: now)
        for (message, lane) in entered where message != gone && !pace.told.contains(message) {
            let reason = outcome.rest ?? (lane == .cold ? coldHold?.reason : nil) ?? .pacing
            try care.alone(.message(message), at: now, in: db) {
                try messages.hold(message, reason, at: now, in: db)
            }
        }
        // Others stand where those stood that were set aside.
        if care.marked > marked { outcome.more = true }
        if pace.record != stored { try db.pacing.put(pace.record) }
        outcome.pace = PaceSeen(session: session, record: pace.record, pacer: pacer)
        if !outcome.more { outcome.nextTryAt = try nextTry(of: session, pace, coldHold, in: db) }
        return outcome
    }

    /// What is known of a session's pace during a look.
    private struct Pace {
        let pacer: Pacer
        var record: PacingRecord
        /// Why nothing may go out, whatever it is.
        var gate: Pacer.Hold?
        /// When somebody may be written to again who was a moment ago.
        var gapEnd: Instant?
        /// Those who wait for that.
        var told: Set<Int64> = []
    }

    /// Puts candidates where they belong: out, behind another, into a lane.
    /// - Returns: those that entered a lane.
    private func sort(
        of session: SessionRecord, _ pace: Pace, _ outcome: inout Outcome, in db: Database, _ care: RowCare
    ) throws -> [(message: Int64, lane: MessageLane)] {
        var entered: [(message: Int64, lane: MessageLane)] = []
        let candidates = try candidates(of: session, limit: Self.look, in: db, care)
        outcome.more = candidates.count == Self.look
        for candidate in candidates {
            try care.alone(.message(candidate.id), at: now, in: db) {
                if let obstacle = try obstacle(to: candidate, of: session, in: db) {
                    switch obstacle {
                    case .behindAnother: try messages.hold(candidate.id, .pacing, at: now, in: db)
                    case .waits: break
                    case .ended: outcome.more = true
                    }
                    return
                }
                let lane = try lane(of: candidate, session, pace.pacer, in: db)
                try db.messages.enter(lane, candidate.id)
                entered.append((candidate.id, lane))
            }
        }
        return entered
    }

    private func lane(
        of message: MessageRecord, _ session: SessionRecord, _ pacer: Pacer, in db: Database
    ) throws -> MessageLane {
        // What changes or takes back what somebody has already is no word to a stranger, and comes too late if it waits.
        if Contact.isMany(message.recipient) || message.takesBack { return .replies }
        let wroteAt = try db.pacing.wroteAt(Contact.key(message.recipient), to: session.id)
        return pacer.lane(wroteAt: wroteAt, since: session.accountSince, at: now)
    }

    private func takeOne(
        of session: SessionRecord, _ pace: inout Pace, _ outcome: inout Outcome, in db: Database,
        _ care: RowCare
    ) throws {
        for lane in pace.pacer.lanes(pace.record) {
            if lane == .cold, pace.pacer.coldHold(pace.record, at: now) != nil { continue }
            for message in try heads(of: lane, session, in: db, care) {
                guard try lane == .cold || self.lane(of: message, session, pace.pacer, in: db) == .replies else {
                    // It has waited for so long that it is no reply any more.
                    try db.messages.enter(.cold, message.id)
                    outcome.more = true
                    continue
                }
                let contact = Contact.key(message.recipient)
                if let hold = pace.pacer.recipientHold(pace.record, contact: contact, at: now) {
                    try messages.hold(message.id, hold.reason, at: now, in: db)
                    pace.told.insert(message.id)
                    pace.gapEnd = min(pace.gapEnd ?? hold.until, hold.until)
                    continue
                }
                let taken = try care.alone(.message(message.id), at: now, in: db) {
                    try take(message, of: session, in: db)
                }
                guard let taken else { continue }
                guard case .send(let send) = taken else {
                    outcome.more = true
                    continue
                }
                // One to a stranger keeps its mark: should it never leave, it is not counted.
                if lane != .cold { try db.messages.leaveLine(message.id) }
                pace.pacer.sent(
                    &pace.record, to: contact, in: lane, connectedAt: session.connectedAt, at: now,
                    random: messages.random())
                outcome.sends.append(send)
                return
            }
        }
    }

    /// The first of a lane, but for those that cannot be read.
    private func heads(
        of lane: MessageLane, _ session: SessionRecord, in db: Database, _ care: RowCare
    ) throws -> [MessageRecord] {
        guard care.isolates else { return try db.messages.first(Self.heads, in: lane, of: session.id) }
        return try read(db.messages.firstIDs(Self.heads, in: lane, of: session.id), in: db, care)
    }

    /// When something may go out that may not now.
    private func nextTry(
        of session: SessionRecord, _ pace: Pace, _ coldHold: Pacer.Hold?, in db: Database
    ) throws -> Instant? {
        let gate = pace.pacer.gate(pace.record, connectedAt: session.connectedAt, at: now)
        let turn = gate?.until ?? pace.gapEnd ?? now + .seconds(1)
        var next = try db.messages.earliestNextTry(sessionID: session.id)
        if try db.messages.isAny(in: .replies, of: session.id) { next = min(next ?? turn, turn) }
        if try db.messages.isAny(in: .cold, of: session.id) {
            let cold = max(turn, coldHold?.until ?? turn)
            next = min(next ?? cold, cold)
        }
        return next.map { min($0, now + Self.longestSleep) }
    }
}

extension MessageRecord {
    /// An edit, a deletion, a reaction that is taken back.
    var takesBack: Bool { kind == .edit || kind == .delete || (kind == .reaction && content.isEmpty) }
}
