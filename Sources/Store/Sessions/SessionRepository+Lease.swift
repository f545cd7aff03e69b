// Who carries which session: the durable lease row names the bridge, the epoch fences what older holders still say.

extension SessionRepository {
    /// Hands the session to a bridge: raises its epoch, writes the lease, gives the session with both. The caller has
    /// checked that no other lease lives. Sends nothing: commit first, then tell the bridge.
    package func assign(
        _ id: Int64, to bridgeID: Int64, until leaseExpiresAt: Moment, at now: Moment
    ) throws -> SessionRecord {
        try apply(id, at: now) { session in
            if session.holderID != bridgeID { session.releaseLease() }
            session.epoch += 1
            session.holderID = bridgeID
            session.leaseExpiresAt = leaseExpiresAt
        }
    }

    /// Lengthens every lease of a bridge, and gives their number.
    @discardableResult
    package func renewLeases(ofBridge bridgeID: Int64, until leaseExpiresAt: Moment) throws(StoreError) -> Int {
        try db.execute(
            "UPDATE sessions SET lease_expires_at = ? WHERE holder_id = ?", leaseExpiresAt, bridgeID)
    }

    /// After a start every lease is unknown, not free: each one lives at least until `leaseExpiresAt`.
    @discardableResult
    package func extendAllLeases(until leaseExpiresAt: Moment) throws(StoreError) -> Int {
        try db.execute(
            """
            UPDATE sessions SET lease_expires_at = ? WHERE holder_id IS NOT NULL AND lease_expires_at < ?
            """, leaseExpiresAt, leaseExpiresAt)
    }

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

    /// Wanted and carried by nobody, oldest first. A lease that ran out must have been given up to count.
    package func unheld(limit: Int = 200) throws(StoreError) -> [SessionRecord] {
        try db.query(
            """
            SELECT \(SessionRecord.columns) FROM sessions WHERE is_wanted = 1 AND holder_id IS NULL ORDER BY id LIMIT ?
            """, limit, row: SessionRecord.init)
    }

    /// Leases in force, over all bridges.
    package func leaseCount() throws(StoreError) -> Int64 {
        try db.scalar("SELECT count(*) FROM sessions WHERE holder_id IS NOT NULL") ?? 0
    }
}
