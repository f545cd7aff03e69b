// For sessions whose row cannot be decoded, or not be written as it should be. What is written here is written without
// reading the row.

extension SessionRepository {
    /// The ids of `held(byBridge:)`.
    package func heldIDs(byBridge bridgeID: Int64) throws(StoreError) -> [Int64] {
        try db.query("SELECT id FROM sessions WHERE holder_id = ? ORDER BY id", bridgeID) {
            row throws(StoreError) in try row.next()
        }
    }

    /// Notes why a session cannot be served. What of it is overdue at `now` is due again at `time`.
    /// - Parameter endsLease: whoever holds it is gone, and its lease, where it has no end, ends at `time`.
    package func setAside(
        _ id: Int64, _ reason: String, at now: Moment, until time: Moment, endsLease: Bool
    ) throws(StoreError) {
        try db.execute(
            """
            UPDATE sessions SET last_error = ?,
                status_deadline = CASE WHEN status_deadline <= ? THEN ? ELSE status_deadline END,
                lease_expires_at = CASE WHEN lease_expires_at <= ? OR (? AND lease_expires_at IS NULL) THEN ?
                    ELSE lease_expires_at END
            WHERE id = ?
            """, reason, now, time, now, endsLease, time, id)
    }
}
