// For where a row cannot be decoded, or not be written as it should be: the pages of the outbox by their ids alone, and a
// mark that keeps such a message out of the way of others. The mark is written without reading the row.

extension MessageRepository {
    /// The ids of `candidates`.
    package func candidateIDs(sessionID: Int64, at now: Moment, limit: Int) throws(StoreError) -> [Int64] {
        let due: [Int64] = try db.query(
            """
            SELECT id FROM messages
            WHERE session_id = ? AND status = 2 AND next_try_at IS NOT NULL AND next_try_at <= ?
            ORDER BY next_try_at LIMIT ?
            """, sessionID, now, limit
        ) { row throws(StoreError) in try row.next() }
        guard due.count < limit else { return due }
        return due
            + (try db.query(
                """
                SELECT id FROM messages
                WHERE session_id = ? AND status = 2 AND next_try_at IS NULL AND place = 0
                ORDER BY id LIMIT ?
                """, sessionID, limit - due.count
            ) { row throws(StoreError) in try row.next() })
    }

    /// The ids of `first(_:in:of:)`.
    package func firstIDs(_ limit: Int, in lane: MessageLane, of sessionID: Int64) throws(StoreError) -> [Int64] {
        try db.query(
            """
            SELECT id FROM messages WHERE session_id = ? AND status = 2 AND place = \(lane.rawValue)
            ORDER BY id LIMIT ?
            """, sessionID, limit
        ) { row throws(StoreError) in try row.next() }
    }

    /// The ids of `unsettled`.
    package func unsettledIDs(
        _ status: MessageRecord.Status, sessionID: Int64 = 0, bridgeID: Int64 = 0, after id: Int64, limit: Int
    ) throws(StoreError) -> [Int64] {
        let filter = unsettledFilter(status, sessionID, bridgeID, after: id)
        return try db.query(
            "SELECT id FROM messages WHERE \(filter.sql) ORDER BY id LIMIT ?", values: filter.values + [limit]
        ) { row throws(StoreError) in try row.next() }
    }

    func unsettledFilter(
        _ status: MessageRecord.Status, _ sessionID: Int64, _ bridgeID: Int64, after id: Int64
    ) -> Filter {
        var filter = Filter("status BETWEEN 3 AND 5 AND status = ?", status)
        filter.and("id > ?", id)
        if sessionID != 0 { filter.and("session_id = ?", sessionID) }
        if bridgeID != 0 { filter.and("bridge_id = ?", bridgeID) }
        return filter
    }

    /// Notes why a message cannot be served. One that waits is not looked at before `time`, and stands in no lane.
    package func setAside(_ id: Int64, _ reason: String, until time: Moment) throws(StoreError) {
        try db.execute(
            """
            UPDATE messages SET hold_reason = ?, next_try_at = CASE status WHEN 2 THEN ? ELSE next_try_at END,
                place = CASE status WHEN 2 THEN 0 ELSE place END
            WHERE id = ?
            """, reason, time, id)
    }
}
