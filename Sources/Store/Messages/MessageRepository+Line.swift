// Order per recipient at a flat price. Messages of one session to one recipient stand in a line; only the first may go
// out. A message that was found waiting behind another is marked, and so leaves the index of what can go out; when the
// one before it is settled, the next in line is unmarked. Each message is marked at most once, however long the line.

extension MessageRepository {
    /// Up to `limit` messages of a session that could go out now, as far as is known: pending, their time come, not
    /// marked as waiting in line. Oldest first, what failed before ahead of what is new.
    package func candidates(sessionID: Int64, at now: Moment, limit: Int) throws(StoreError) -> [MessageRecord] {
        let due = try db.query(
            """
            SELECT \(MessageRecord.columns) FROM messages
            WHERE session_id = ? AND status = 2 AND next_try_at IS NOT NULL AND next_try_at <= ?
            ORDER BY next_try_at LIMIT ?
            """, sessionID, now, limit, row: MessageRecord.init)
        guard due.count < limit else { return due }
        let ready = try db.query(
            """
            SELECT \(MessageRecord.columns) FROM messages
            WHERE session_id = ? AND status = 2 AND next_try_at IS NULL AND place = 0
            ORDER BY id LIMIT ?
            """, sessionID, limit - due.count, row: MessageRecord.init)
        return due + ready
    }

    /// The first message in a line: the oldest to this recipient that is pending or dispatched, or (`unknown`) whose
    /// outcome is being found out.
    package func firstInLine(
        sessionID: Int64, recipient: String, countingUnknown unknown: Bool
    ) throws(StoreError) -> Int64? {
        if unknown {
            return try db.scalar(
                """
                SELECT id FROM messages WHERE session_id = ? AND recipient = ?
                    AND (status = 2 OR status = 3 OR status = 5)
                ORDER BY id LIMIT 1
                """, sessionID, recipient)
        }
        return try db.scalar(
            """
            SELECT id FROM messages WHERE session_id = ? AND recipient = ?
                AND (status = 2 OR status = 3 OR status = 5) AND status <> 5
            ORDER BY id LIMIT 1
            """, sessionID, recipient)
    }

    /// Marks a message as waiting behind another: it waits for that, and for no time any more.
    package func putInLine(_ id: Int64) throws(StoreError) {
        try db.execute("UPDATE messages SET place = 1, next_try_at = NULL WHERE id = ?", id)
    }

    /// A message that is pending again may have been marked when it last was: whether it waits is found out anew.
    package func leaveLine(_ id: Int64) throws(StoreError) {
        try db.execute("UPDATE messages SET place = 0 WHERE id = ? AND place <> 0", id)
    }

    /// To be called when a message to this recipient left the line: whoever is next no longer waits in it. Gives the id
    /// of the one that was unmarked.
    @discardableResult
    package func advanceLine(sessionID: Int64, recipient: String) throws(StoreError) -> Int64? {
        // The marked ones are the oldest: where the first is not marked, none has to be unmarked.
        let next = try db.first(
            """
            SELECT id, place = 1 FROM messages
            WHERE session_id = ? AND recipient = ?
                AND (status = 2 OR status = 3 OR status = 5) AND status = 2 ORDER BY id LIMIT 1
            """, sessionID, recipient
        ) { row throws(StoreError) -> (id: Int64, waits: Bool) in (try row.next(), try row.next()) }
        guard let next, next.waits else { return nil }
        try db.execute("UPDATE messages SET place = 0 WHERE id = ?", next.id)
        return next.id
    }

    /// Pending messages of a session that do not show this reason and wait for no time of their own, line by line, from
    /// behind `last` on. Goes along the lines, so that a session's long past is not read.
    package func pendingWithoutHold(
        _ reason: String, sessionID: Int64, after last: MessageRecord?, at now: Moment, limit: Int
    ) throws(StoreError) -> [MessageRecord] {
        try db.query(
            """
            SELECT \(MessageRecord.columns) FROM messages
            WHERE session_id = ? AND (status = 2 OR status = 3 OR status = 5) AND (recipient, id) > (?, ?)
                AND status = 2 AND hold_reason <> ? AND (next_try_at IS NULL OR next_try_at <= ?)
            ORDER BY recipient, id LIMIT ?
            """, sessionID, last?.recipient ?? "", last?.id ?? 0, reason, now, limit, row: MessageRecord.init)
    }

    /// Messages of one session or bridge (0 = any) with ids above `id` in one of the statuses of what a bridge was given
    /// (dispatched, submitted, unknown), oldest first.
    package func unsettled(
        _ status: MessageRecord.Status, sessionID: Int64 = 0, bridgeID: Int64 = 0, after id: Int64, limit: Int
    ) throws(StoreError) -> [MessageRecord] {
        let filter = unsettledFilter(status, sessionID, bridgeID, after: id)
        return try db.query(
            "SELECT \(MessageRecord.columns) FROM messages WHERE \(filter.sql) ORDER BY id LIMIT ?",
            values: filter.values + [limit], row: MessageRecord.init)
    }
}
