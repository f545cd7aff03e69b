// Who carries which session: the durable lease row names the bridge, the epoch fences what older holders still say.

extension SessionRepository {
    /// Leases that ran out, for the caller to give up (`apply { $0.releaseLease() }`, with the session's new state).
    package func withExpiredLease(at now: Moment, limit: Int = 200) throws(StoreError) -> [Int64] {
        try db.query(
            """
            SELECT id FROM sessions WHERE holder_id IS NOT NULL AND lease_expires_at <= ?
            ORDER BY lease_expires_at LIMIT ?
            """, now, limit
        ) { row throws(StoreError) in try row.next() }
    }

    /// What a bridge holds.
    package func held(byBridge bridgeID: Int64) throws(StoreError) -> [SessionRecord] {
        try db.query(
            "SELECT \(SessionRecord.columns) FROM sessions WHERE holder_id = ? ORDER BY id", bridgeID,
            row: SessionRecord.init)
    }

    /// The clock was set: leases that have an end end so much later, but not after `latest`.
    package func moveLeases(by step: Duration, notAfter latest: Moment) throws(StoreError) {
        try db.execute(
            """
            UPDATE sessions SET lease_expires_at = min(lease_expires_at + ?, ?)
            WHERE holder_id IS NOT NULL AND lease_expires_at IS NOT NULL
            """, step.wholeMicroseconds, latest)
    }

    /// The same for what sessions of a status wait for.
    package func moveDeadlines(
        of status: SessionRecord.Status, by step: Duration, notAfter latest: Moment
    ) throws(StoreError) {
        try db.execute(
            """
            UPDATE sessions SET status_deadline = min(status_deadline + ?, ?)
            WHERE status_deadline IS NOT NULL AND status = ?
            """, step.wholeMicroseconds, latest, status)
    }

    /// Leases in force, over all bridges.
    package func leaseCount() throws(StoreError) -> Int64 {
        try db.scalar("SELECT count(*) FROM sessions WHERE holder_id IS NOT NULL") ?? 0
    }
}
