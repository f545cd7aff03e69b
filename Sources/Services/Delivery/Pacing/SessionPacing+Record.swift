// A session's pace as the contract shows it: what it may still send, and what holds it back.

internal import Codec
package import Contract
package import Store

extension Session {
    /// With its pace, where it sends carefully.
    package init(_ session: SessionRecord, withPaceAt now: Instant, in db: Database) throws {
        self.init(session)
        // What will carry it decides.
        guard Pacing(session) == .careful, session.pacing == .careful || !session.engine.isEmpty else { return }
        let record = try db.pacing.get(session.id) ?? PacingRecord(sessionID: session.id)
        let pacer = Pacer(session)
        if pacer.isZoneLost { lastError = Pacer.lostZone(session) }
        pacing = SessionPacing(record, of: session, by: pacer, at: now)
    }
}

extension SessionPacing {
    package init(_ stored: PacingRecord, of session: SessionRecord, by pacer: Pacer, at now: Instant) {
        self.init()
        let record = stored.rebased(to: now)
        let connectedAt = session.status == .connected ? session.connectedAt : nil
        let gate = pacer.gate(record, connectedAt: connectedAt, at: now)
        let left = pacer.left(record, at: now)
        profile = .careful
        nextSendAt = gate?.until.timestamp
        holdReason = gate?.reason.rawValue ?? ""
        minuteLeft = Int32(clamping: left.minute)
        hourLeft = Int32(clamping: left.hour)
        coldLeft = Int32(clamping: left.cold)
        coldBudget = Int32(clamping: left.coldBudget)
        coldStoppedUntil = record.coldStoppedUntil.flatMap { $0 > now ? $0.timestamp : nil }
        pausedUntil = record.pausedUntil.flatMap { $0 > now ? $0.timestamp : nil }
        rampUntil = pacer.rampEnd(connectedAt: connectedAt, at: now)?.timestamp
        failures = Int32(clamping: record.failures)
    }
}
