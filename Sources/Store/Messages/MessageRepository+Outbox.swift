// When the outbox has to be looked at again, and at what. Who may go out now is in MessageRepository+Line.swift. The
// literal numbers are those of MessageRecord.Status and have to stand in the SQL as they stand in the partial indexes,
// else the indexes are not used (a test asks the planner).

extension MessageRepository {
    /// When the next pending message of a session may be tried again that may not yet; nil: none waits for a time.
    package func earliestNextTry(sessionID: Int64) throws(StoreError) -> Moment? {
        try db.scalar(
            """
            SELECT min(next_try_at) FROM messages WHERE session_id = ? AND status = 2 AND next_try_at IS NOT NULL
            """, sessionID)
    }

    /// The clock was set: what a session would try again only after `moment` is tried so much later (less than nothing:
    /// earlier). Not what waits for the end of a restriction, which WhatsApp names.
    package func moveRetries(of sessionID: Int64, by step: Duration, after moment: Moment) throws(StoreError) {
        try db.execute(
            """
            UPDATE messages SET next_try_at = next_try_at + ?
            WHERE session_id = ? AND status = 2 AND next_try_at IS NOT NULL AND next_try_at > ?
                AND hold_reason <> 'recipient_cold_restricted'
            """, step.wholeMicroseconds, sessionID, moment)
    }

    /// Sessions that have something to hand out, now or later.
    package func sessionsWithPending() throws(StoreError) -> [Int64] {
        // Any recipient: the term is there for the planner, which otherwise reads the session's whole past.
        try db.query(
            """
            SELECT id FROM sessions WHERE EXISTS (SELECT 1 FROM messages
                WHERE session_id = sessions.id AND recipient >= ''
                    AND (status = 2 OR status = 3 OR status = 5) AND status = 2)
            ORDER BY id
            """
        ) { row throws(StoreError) in try row.next() }
    }

    /// Scheduled messages whose time has come, for the caller to make pending.
    package func scheduledDue(at now: Moment, limit: Int = 200) throws(StoreError) -> [Int64] {
        try db.query(
            """
            SELECT id FROM messages WHERE status = 1 AND scheduled_at <= ?
            ORDER BY scheduled_at LIMIT ?
            """, now, limit
        ) { row throws(StoreError) in try row.next() }
    }

    /// The next time at which a scheduled message is due.
    package func earliestScheduled() throws(StoreError) -> Moment? {
        try db.scalar("SELECT min(scheduled_at) FROM messages WHERE status = 1")
    }

    /// Pending messages that were not handed out in time, for the caller to expire. (A scheduled one is released first:
    /// it cannot expire before its time.)
    package func pendingExpired(at now: Moment, limit: Int = 200) throws(StoreError) -> [Int64] {
        try db.query(
            """
            SELECT id FROM messages WHERE status IN (2, 5) AND status = 2 AND expires_at <= ?
            ORDER BY expires_at LIMIT ?
            """, now, limit
        ) { row throws(StoreError) in try row.next() }
    }

    /// The next time at which a pending message expires.
    package func earliestExpiry() throws(StoreError) -> Moment? {
        try db.scalar("SELECT min(expires_at) FROM messages WHERE status IN (2, 5) AND status = 2")
    }

    /// Messages of unknown outcome that nobody waits for any more: they were not worth sending after `moment`.
    package func unknownExpired(before moment: Moment, limit: Int = 200) throws(StoreError) -> [Int64] {
        try db.query(
            """
            SELECT id FROM messages WHERE status IN (2, 5) AND status = 5 AND expires_at <= ?
            ORDER BY expires_at LIMIT ?
            """, moment, limit
        ) { row throws(StoreError) in try row.next() }
    }

    /// The next time at which a message of unknown outcome is not worth sending any more.
    package func earliestUnknownExpiry() throws(StoreError) -> Moment? {
        try db.scalar("SELECT min(expires_at) FROM messages WHERE status IN (2, 5) AND status = 5")
    }

    /// Up to `limit` messages of a session that wait to be handed out, scheduled ones included.
    /// - Parameter inFlight: also those that a bridge was given and whose outcome is open.
    package func open(sessionID: Int64, inFlight: Bool, limit: Int) throws(StoreError) -> [MessageRecord] {
        // Any recipient: the term is there for the planner, which otherwise reads the session's whole past.
        let waiting = try db.query(
            """
            SELECT \(MessageRecord.columns) FROM messages
            WHERE session_id = ? AND recipient >= ''
                AND (status = 2 OR status = 3 OR status = 5) AND (status = 2 OR ?) LIMIT ?
            """, sessionID, inFlight, limit, row: MessageRecord.init)
        guard waiting.count < limit else { return waiting }
        return waiting
            + (try db.query(
                // Any id, for the same reason.
                """
                SELECT \(MessageRecord.columns) FROM messages
                WHERE status = 1 AND session_id = ? AND id > 0 ORDER BY id LIMIT ?
                """, sessionID, limit - waiting.count, row: MessageRecord.init))
    }

    /// Takes up to `limit` messages of a session that is to be deleted out of it, those that nothing will happen to any
    /// more, and gives their number. Deleting the session does the same to all at once.
    package func detach(sessionID: Int64, limit: Int = 500) throws(StoreError) -> Int {
        try db.execute(
            """
            UPDATE messages SET session_id = NULL WHERE id IN (SELECT id FROM messages
                WHERE session_id = ? AND status NOT IN (1, 2, 3, 5) ORDER BY id LIMIT ?)
            """, sessionID, limit)
    }
}
