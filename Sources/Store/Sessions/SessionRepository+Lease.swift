// Who carries which session: the durable lease row names the bridge, the epoch fences what older holders still say.

extension SessionRepository {
    /// Leases that ran out, for the caller to give up (`apply { $0.releaseLease() }`, with the session's new state).
    package func withExpiredLease(at now: Moment, limit: Int = 200) throws(StoreError) -> [SessionRecord] {
        try db.query(
            """
            SELECT \(SessionRecord.columns) FROM sessions WHERE holder_id IS NOT NULL AND lease_expires_at <= ?
            ORDER BY lease_expires_at LIMIT ?
            """, now, limit, row: SessionRecord.init)
    }

    /// What a bridge holds.
    package func held(byBridge bridgeID: Int64) throws(StoreError) -> [SessionRecord] {
        try db.query(
            "SELECT \(SessionRecord.columns) FROM sessions WHERE holder_id = ? ORDER BY id", bridgeID,
            row: SessionRecord.init)
    }

    /// Leases in force, over all bridges.
    package func leaseCount() throws(StoreError) -> Int64 {
        try db.scalar("SELECT count(*) FROM sessions WHERE holder_id IS NOT NULL") ?? 0
    }
}
