// Queries on `webhook_deliveries`.

package struct DeliveryRepository {
    let db: Database

    /// Writes a delivery as it is now, whether or not it has a row.
    package func put(_ delivery: DeliveryRecord) throws(StoreError) {
        let event = delivery.event
        try db.execute(
            """
            INSERT INTO webhook_deliveries (webhook_id, cursor, sequence, state, tries, next_try_at, last_try_at,
                last_status, last_error, finished_at, at, type, session_id, message_id, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (webhook_id, cursor) DO UPDATE SET
                state = excluded.state, tries = excluded.tries, next_try_at = excluded.next_try_at,
                last_try_at = excluded.last_try_at, last_status = excluded.last_status,
                last_error = excluded.last_error, finished_at = excluded.finished_at
            """, delivery.webhookID, delivery.cursor, delivery.sequence, delivery.state, delivery.tries,
            delivery.nextTryAt, delivery.lastTryAt, delivery.lastStatus, delivery.lastError, delivery.finishedAt,
            event.at, event.type, Reference(event.sessionID), Reference(event.messageID), event.body)
    }

    package func get(_ id: Int64, webhookID: Int64) throws(StoreError) -> DeliveryRecord? {
        try db.first(
            "SELECT \(DeliveryRecord.columns) FROM webhook_deliveries WHERE id = ? AND webhook_id = ?", id, webhookID,
            row: DeliveryRecord.init)
    }

    /// Events behind a place in the log that have rows already.
    package func cursors(
        ofWebhook id: Int64, after position: Int64, upTo end: Int64 = .max
    ) throws(StoreError) -> Set<Int64> {
        let cursors = try db.query(
            "SELECT cursor FROM webhook_deliveries WHERE webhook_id = ? AND cursor > ? AND cursor <= ?", id, position,
            end
        ) { row throws(StoreError) -> Int64 in try row.next() }
        return Set(cursors)
    }

    /// Those in their lanes, in the order of their events.
    package func inLanes(ofWebhook id: Int64) throws(StoreError) -> [DeliveryRecord] {
        try db.query(
            """
            SELECT \(DeliveryRecord.columns) FROM webhook_deliveries WHERE webhook_id = ? AND state = 1 ORDER BY cursor
            """, id, row: DeliveryRecord.init)
    }

    /// Those beside the lanes whose time has come, the earliest first.
    package func due(ofWebhook id: Int64, at now: Moment, limit: Int) throws(StoreError) -> [DeliveryRecord] {
        try db.query(
            """
            SELECT \(DeliveryRecord.columns) FROM webhook_deliveries
            WHERE webhook_id = ? AND state = 2 AND next_try_at <= ? ORDER BY next_try_at LIMIT ?
            """, id, now, limit, row: DeliveryRecord.init)
    }

    /// Those beside the lanes that wait until after `end`.
    package func putOff(ofWebhook id: Int64, beyond end: Moment, limit: Int) throws(StoreError) -> [DeliveryRecord] {
        try db.query(
            """
            SELECT \(DeliveryRecord.columns) FROM webhook_deliveries
            WHERE webhook_id = ? AND state = 2 AND next_try_at > ? ORDER BY next_try_at LIMIT ?
            """, id, end, limit, row: DeliveryRecord.init)
    }

    /// When the next of those beside the lanes is due.
    package func nextDue(ofWebhook id: Int64) throws(StoreError) -> Moment? {
        try db.scalar("SELECT min(next_try_at) FROM webhook_deliveries WHERE webhook_id = ? AND state = 2", id)
    }

    /// Of one webhook, the newest event first: those with cursors below `before`, after skipping `offset`.
    package func list(
        webhookID: Int64, state: DeliveryRecord.State? = nil, before: Int64 = .max, offset: Int = 0, limit: Int
    ) throws(StoreError) -> [DeliveryRecord] {
        let filter = Self.filter(webhookID, state, before)
        return try db.query(
            """
            SELECT \(DeliveryRecord.columns) FROM webhook_deliveries WHERE \(filter.sql)
            ORDER BY cursor DESC LIMIT ? OFFSET ?
            """, values: filter.values + [limit, offset], row: DeliveryRecord.init)
    }

    package func count(webhookID: Int64, state: DeliveryRecord.State? = nil) throws(StoreError) -> Int64 {
        let filter = Self.filter(webhookID, state, .max)
        let rows = try db.query("SELECT count(*) FROM webhook_deliveries WHERE \(filter.sql)", values: filter.values) {
            row throws(StoreError) -> Int64 in try row.next()
        }
        return rows.first ?? 0
    }

    private static func filter(_ webhookID: Int64, _ state: DeliveryRecord.State?, _ before: Int64) -> Filter {
        var filter = Filter("webhook_id = ?", webhookID)
        filter.and("cursor < ?", before)
        // In words, so that the partial indexes are seen.
        if let state { filter.and("state = \(state.rawValue)", []) }
        return filter
    }

    /// What is still to be delivered, to anybody: how many, and when the oldest of them happened.
    package func open() throws(StoreError) -> (count: Int64, oldest: Moment?) {
        try db.first("SELECT count(*), min(at) FROM webhook_deliveries WHERE finished_at IS NULL") {
            row throws(StoreError) -> (count: Int64, oldest: Moment?) in (try row.next(), try row.next())
        } ?? (0, nil)
    }

    /// One that is over is tried again, with all its tries before it. False where it is not over.
    package func replay(_ id: Int64, webhookID: Int64, at now: Moment) throws(StoreError) -> Bool {
        try db.execute(
            """
            UPDATE webhook_deliveries SET state = 2, tries = 0, next_try_at = ?, finished_at = NULL
            WHERE id = ? AND webhook_id = ? AND state > 2
            """, now, id, webhookID) == 1
    }

    /// The same for those that were given up since a time. Looks at up to `limit` that were given up, of events behind
    /// `cursor`: so each is replayed once, whatever becomes of it meanwhile.
    /// - Returns: how many, and where to go on; nil: there are no more.
    package func replayDead(
        ofWebhook id: Int64, since: Moment, at now: Moment, after cursor: Int64 = 0, limit: Int
    ) throws(StoreError) -> (count: Int, next: Int64?) {
        let dead = try db.query(
            """
            SELECT cursor FROM webhook_deliveries WHERE webhook_id = ? AND state = 3 AND cursor > ?
            ORDER BY cursor LIMIT ?
            """, id, cursor, limit
        ) { row throws(StoreError) -> Int64 in try row.next() }
        guard let last = dead.last else { return (0, nil) }
        let count = try db.execute(
            """
            UPDATE webhook_deliveries SET state = 2, tries = 0, next_try_at = ?, finished_at = NULL
            WHERE webhook_id = ? AND state = 3 AND cursor > ? AND cursor <= ? AND finished_at >= ?
            """, now, id, cursor, last, since)
        return (count, dead.count < limit ? nil : last)
    }

    /// Deletes up to `limit` that are over since before `time`. Gives how many.
    package func purge(finishedBefore time: Moment, limit: Int) throws(StoreError) -> Int {
        try db.execute(
            """
            DELETE FROM webhook_deliveries WHERE id IN (
                SELECT id FROM webhook_deliveries WHERE finished_at IS NOT NULL AND finished_at < ?
                ORDER BY finished_at LIMIT ?)
            """, time, limit)
    }

    /// Deletes up to `limit` of one webhook's, before it goes itself. Gives how many.
    package func empty(webhookID: Int64, limit: Int = 500) throws(StoreError) -> Int {
        try db.execute(
            """
            DELETE FROM webhook_deliveries WHERE id IN (
                SELECT id FROM webhook_deliveries WHERE webhook_id = ? ORDER BY cursor LIMIT ?)
            """, webhookID, limit)
    }

    /// The same of all webhooks of a user, or of those of one session alone.
    package func empty(ofUser userID: Int64, limit: Int = 500) throws(StoreError) -> Int {
        try db.execute(
            """
            DELETE FROM webhook_deliveries WHERE id IN (
                SELECT id FROM webhook_deliveries
                WHERE webhook_id IN (SELECT id FROM webhooks WHERE user_id = ?) LIMIT ?)
            """, userID, limit)
    }

    package func empty(ofSession sessionID: Int64, limit: Int = 500) throws(StoreError) -> Int {
        try db.execute(
            """
            DELETE FROM webhook_deliveries WHERE id IN (
                SELECT id FROM webhook_deliveries
                WHERE webhook_id IN (SELECT id FROM webhooks WHERE session_id = ?) LIMIT ?)
            """, sessionID, limit)
    }
}

extension Database {
    package var deliveries: DeliveryRepository { DeliveryRepository(db: self) }
}
