// What the dispatcher asks: what can go out now, when to look again, what was given to a bridge and is not settled.
// The literal numbers are those of MessageRecord.Status and have to stand in the SQL as they stand in the partial
// indexes, else the indexes are not used (a test asks the planner).

extension MessageRepository {
    /// Up to `limit` messages of a session that can be handed out now, oldest first: pending, their time come, and no
    /// earlier message to the same recipient still to go out (pending, dispatched or unknown), so that the order per
    /// recipient holds across retries.
    ///
    /// Reads past messages that wait in line behind others: ask on a reader, and let `dispatch` check again.
    package func dispatchable(
        sessionID: Int64, at now: Moment, limit: Int
    ) throws(StoreError) -> [MessageRecord] {
        let first = """
            NOT EXISTS (SELECT 1 FROM messages AS earlier
                WHERE earlier.session_id = messages.session_id AND earlier.recipient = messages.recipient
                AND earlier.id < messages.id AND earlier.status IN (2, 3, 5))
            """
        let ready = try db.query(
            """
            SELECT \(MessageRecord.columns) FROM messages
            WHERE session_id = ? AND status = 2 AND next_try_at IS NULL AND \(first) ORDER BY id LIMIT ?
            """, sessionID, limit, row: MessageRecord.init)
        let due = try db.query(
            """
            SELECT \(MessageRecord.columns) FROM messages
            WHERE session_id = ? AND status = 2 AND next_try_at IS NOT NULL AND next_try_at <= ? AND \(first)
            ORDER BY next_try_at LIMIT ?
            """, sessionID, now, limit, row: MessageRecord.init)
        guard !due.isEmpty else { return ready }
        return Array((ready + due).sorted { $0.id < $1.id }.prefix(limit))
    }

    /// Marks a message as handed to a bridge: counts the attempt, notes epoch, bridge and deadline, clears the hold.
    /// nil where it is not pending any more: then it must not be handed out. Commit before it is sent.
    package func dispatch(
        _ id: Int64, epoch: Int64, bridgeID: Int64, deadline: Moment, at now: Moment,
        event: ((_ before: MessageRecord, _ after: MessageRecord) -> EventRecord?)? = nil
    ) throws -> MessageRecord? {
        try apply(id, from: [.pending], at: now, event: event) { message in
            message.status = .dispatched
            message.attempts += 1
            message.epoch = epoch
            message.bridgeID = bridgeID
            message.commandDeadline = deadline
            message.holdReason = ""
            message.nextTryAt = nil
            message.dispatchedAt = message.dispatchedAt ?? now
        }
    }

    /// When the next pending message of a session may be tried again that may not yet; nil: none waits for a time.
    package func earliestNextTry(sessionID: Int64) throws(StoreError) -> Moment? {
        try db.scalar(
            """
            SELECT min(next_try_at) FROM messages WHERE session_id = ? AND status = 2 AND next_try_at IS NOT NULL
            """, sessionID)
    }

    /// Sessions that have something to hand out, now or later.
    package func sessionsWithPending() throws(StoreError) -> [Int64] {
        try db.query(
            """
            SELECT id FROM sessions WHERE
                EXISTS (SELECT 1 FROM messages WHERE session_id = sessions.id AND status = 2 AND next_try_at IS NULL)
                OR EXISTS (SELECT 1 FROM messages
                    WHERE session_id = sessions.id AND status = 2 AND next_try_at IS NOT NULL)
            ORDER BY id
            """
        ) { row throws(StoreError) in try row.next() }
    }

    /// Scheduled messages whose time has come, for the caller to make pending.
    package func scheduledDue(at now: Moment, limit: Int = 200) throws(StoreError) -> [MessageRecord] {
        try db.query(
            """
            SELECT \(MessageRecord.columns) FROM messages WHERE status = 1 AND scheduled_at <= ?
            ORDER BY scheduled_at LIMIT ?
            """, now, limit, row: MessageRecord.init)
    }

    /// The next time at which a scheduled message is due.
    package func earliestScheduled() throws(StoreError) -> Moment? {
        try db.scalar("SELECT min(scheduled_at) FROM messages WHERE status = 1")
    }

    /// Pending messages that were not handed out in time, for the caller to expire. (A scheduled one is released first:
    /// it cannot expire before its time.)
    package func pendingExpired(at now: Moment, limit: Int = 200) throws(StoreError) -> [MessageRecord] {
        try db.query(
            """
            SELECT \(MessageRecord.columns) FROM messages WHERE status = 2 AND expires_at <= ?
            ORDER BY expires_at LIMIT ?
            """, now, limit, row: MessageRecord.init)
    }

    /// The next time at which a pending message expires.
    package func earliestExpiry() throws(StoreError) -> Moment? {
        try db.scalar("SELECT min(expires_at) FROM messages WHERE status = 2")
    }

    /// What was handed to a bridge and is not settled (dispatched, submitted, unknown), oldest first: of one session
    /// (0 = all), of one bridge (0 = any), in some of these statuses.
    package func inFlight(
        sessionID: Int64 = 0, bridgeID: Int64 = 0, statuses: Set<MessageRecord.Status> = [.dispatched, .unknown],
        limit: Int = 1000
    ) throws(StoreError) -> [MessageRecord] {
        let wanted = statuses.intersection([.dispatched, .submitted, .unknown]).map { String($0.rawValue) }.sorted()
        guard !wanted.isEmpty else { return [] }
        // The first term makes the partial index apply, the second is what was asked.
        var filter = Filter("status IN (3, 4, 5) AND status IN (\(wanted.joined(separator: ", "))) AND id > ?", 0)
        if sessionID != 0 { filter.and("session_id = ?", sessionID) }
        if bridgeID != 0 { filter.and("bridge_id = ?", bridgeID) }
        return try db.query(
            "SELECT \(MessageRecord.columns) FROM messages WHERE \(filter.sql) ORDER BY id LIMIT ?",
            values: filter.values + [limit], row: MessageRecord.init)
    }

    /// Dispatched messages whose command was not answered by its deadline, over all sessions.
    package func unanswered(at now: Moment, limit: Int = 200) throws(StoreError) -> [MessageRecord] {
        try db.query(
            """
            SELECT \(MessageRecord.columns) FROM messages
            WHERE status IN (3, 4, 5) AND status = 3 AND command_deadline <= ? ORDER BY id LIMIT ?
            """, now, limit, row: MessageRecord.init)
    }
}
