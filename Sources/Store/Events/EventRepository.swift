// The event log: append-only, one cursor per event in the order of commit (there is one writer), so that who reads
// `after` a cursor misses nothing. Appended events also reach the store's observers once they are committed.

package struct EventRepository {
    let db: Database

    /// Appends, and gives the event with its cursor.
    @discardableResult
    package func append(_ event: EventRecord) throws(StoreError) -> EventRecord {
        var appended = event
        try db.execute(
            "INSERT INTO events (at, type, user_id, session_id, message_id, body) VALUES (?, ?, ?, ?, ?, ?)"
        ) { parameters in
            parameters.next(event.at)
            parameters.next(event.type)
            parameters.next(Reference(event.userID))
            parameters.next(Reference(event.sessionID))
            parameters.next(Reference(event.messageID))
            parameters.next(event.body)
        }
        appended.cursor = db.lastInsertedID
        db.effects.events.append(appended)
        return appended
    }

    /// Up to `limit` events after a cursor that match (0 = any), oldest first. Looks at no more than `window` events a
    /// call, so that one tenant's quiet stream is not found by reading everybody's: go on from the page's cursor until
    /// `isAtEnd`. (One message's events are found by their index, wherever they are.)
    package func list(
        after cursor: Int64, userID: Int64 = 0, sessionID: Int64 = 0, messageID: Int64 = 0, limit: Int,
        window: Int64 = 10_000
    ) throws(StoreError) -> EventPage {
        let newest = try newestCursor()
        let start = max(0, cursor)
        guard start < newest else { return EventPage(events: [], cursor: start, isAtEnd: true) }
        let end = messageID == 0 && newest - start > window ? start + max(1, window) : newest
        var filter = Filter("cursor > ?", start)
        filter.and("cursor <= ?", end)
        if userID != 0 { filter.and("user_id = ?", userID) }
        if sessionID != 0 { filter.and("session_id = ?", sessionID) }
        if messageID != 0 { filter.and("message_id = ?", messageID) }
        let events = try db.query(
            "SELECT \(EventRecord.columns) FROM events WHERE \(filter.sql) ORDER BY cursor LIMIT ?",
            values: filter.values + [limit], row: EventRecord.init)
        let seen = events.count < limit ? end : events.last?.cursor ?? end
        return EventPage(events: events, cursor: seen, isAtEnd: seen >= newest)
    }

    /// What happened to a message, oldest first.
    package func timeline(ofMessage messageID: Int64, limit: Int = 1000) throws(StoreError) -> [EventRecord] {
        try db.query(
            "SELECT \(EventRecord.columns) FROM events WHERE message_id = ? ORDER BY cursor LIMIT ?",
            messageID, limit, row: EventRecord.init)
    }

    /// The cursor of the newest event; 0 where none are left.
    package func newestCursor() throws(StoreError) -> Int64 {
        try db.scalar("SELECT coalesce(max(cursor), 0) FROM events") ?? 0
    }

    /// The cursor of the oldest event that is still there, or nil: who asks from before it has missed some.
    package func oldestCursor() throws(StoreError) -> Int64? {
        try db.scalar("SELECT min(cursor) FROM events")
    }

    /// Whether events after `cursor` are not there any more, or the log never came as far as `cursor` (another one did,
    /// before a restore): who goes on from it would miss some.
    package func isExpired(_ cursor: Int64) throws(StoreError) -> Bool {
        guard let oldest = try oldestCursor() else { return cursor > 0 }
        let newest = try newestCursor()
        return cursor < oldest - 1 || cursor > newest
    }

    /// Deletes from the front, up to the last event among the next `limit` behind `position` that is from before `time`.
    /// There are no gaps: whoever reads from a cursor that is there misses nothing. The newest event stays, however old:
    /// it says how far the log has come.
    package func purge(
        before time: Moment, now: Moment, after position: Int64 = 0, limit: Int = 500
    ) throws(StoreError) -> Purged {
        let aged = try Aged("events", id: "cursor", after: position, limit: limit, in: db)
        guard let last = aged.last(before: time) else {
            return Purged(deleted: 0, next: aged.next(before: time, now: now))
        }
        let deleted = try db.execute(
            """
            DELETE FROM events WHERE cursor IN (SELECT cursor FROM events WHERE cursor <= ? ORDER BY cursor LIMIT ?)
                AND cursor < (SELECT max(cursor) FROM events)
            """, last, limit)
        // A whole portion: there may be more before `last`.
        return Purged(deleted: deleted, next: deleted == limit ? 0 : aged.next(before: time, now: now))
    }
}

extension Database {
    package var events: EventRepository { EventRepository(db: self) }
}
