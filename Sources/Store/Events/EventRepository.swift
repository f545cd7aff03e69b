// The event log: append-only, one cursor per event in the order of commit (there is one writer), so that who reads
// `after` a cursor misses nothing. Appended events also reach the store's observers once they are committed.

package struct EventRepository {
    let db: Database

    /// Appends, and gives the event with its cursor. Its row is written with those of others, before anybody reads any
    /// and at the commit at the latest.
    @discardableResult
    package func append(_ event: EventRecord) throws(StoreError) -> EventRecord {
        var appended = event
        appended.cursor = try db.nextID(in: .events)
        db.give(appended.cursor, in: .events)
        db.effects.events.append(appended)
        if !db.isInTransaction { try db.writeEvents() }
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

    /// What happened to a message, oldest first: where it was more than `limit` events, the last of them. What became of
    /// it must not be hidden behind what others did to it, such as a group's reactions.
    package func timeline(ofMessage messageID: Int64, limit: Int = 1000) throws(StoreError) -> [EventRecord] {
        try db.writeEvents()
        return try db.query(
            "SELECT \(EventRecord.columns) FROM events WHERE message_id = ? ORDER BY cursor DESC LIMIT ?",
            messageID, limit, row: EventRecord.init
        ).reversed()
    }

    /// The first thing that happened to a message, as far as it is kept; nil: nothing is.
    package func first(ofMessage messageID: Int64) throws(StoreError) -> EventRecord? {
        try db.writeEvents()
        return try db.query(
            "SELECT \(EventRecord.columns) FROM events WHERE message_id = ? ORDER BY cursor LIMIT 1",
            messageID, row: EventRecord.init
        ).first
    }

    /// The cursor of the newest event; 0 where none are left.
    package func newestCursor() throws(StoreError) -> Int64 {
        try db.writeEvents()
        return try db.scalar("SELECT coalesce(max(cursor), 0) FROM events") ?? 0
    }

    /// The cursor of the oldest event that is still there, or nil: who asks from before it has missed some.
    package func oldestCursor() throws(StoreError) -> Int64? {
        try db.writeEvents()
        return try db.scalar("SELECT min(cursor) FROM events")
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
    /// - Parameter losing: told before events are deleted, with the last of them: who reads from before it misses some.
    ///   Gives the last that may go in this portion, that one or one before.
    package func purge(
        before time: Moment, now: Moment, after position: Int64 = 0, limit: Int = 500,
        losing: (_ upTo: Int64) throws -> Int64 = { $0 }
    ) throws -> Purged {
        try db.writeEvents()
        let aged = try Aged("events", id: "cursor", after: position, limit: limit, in: db)
        guard let last = aged.last(before: time) else {
            return Purged(deleted: 0, next: aged.next(before: time, now: now))
        }
        let end: Int64? = try db.scalar(
            """
            SELECT max(cursor) FROM (SELECT cursor FROM events WHERE cursor <= ? ORDER BY cursor LIMIT ?)
            WHERE cursor < (SELECT max(cursor) FROM events)
            """, last, limit)
        let reached = try end.map { min($0, try losing($0)) }
        let deleted = try db.execute("DELETE FROM events WHERE cursor <= ?", reached ?? 0)
        // A whole portion, or a part of one: there may be more before `last`.
        let isCutShort = deleted == limit || reached != end && deleted > 0
        return Purged(deleted: deleted, next: isCutShort ? 0 : aged.next(before: time, now: now))
    }
}

extension Database {
    package var events: EventRepository { EventRepository(db: self) }

    private static let insertingEvents = PortionedInsert(into: "events", EventRecord.columns)

    /// Writes the rows of what was appended and has none yet.
    func writeEvents() throws(StoreError) {
        let events = effects.eventsToWrite
        guard !events.isEmpty else { return }
        try Self.insertingEvents.run(events, on: self) { event, parameters in
            parameters.next(event.cursor)
            parameters.next(event.at)
            parameters.next(event.type)
            parameters.next(Reference(event.userID))
            parameters.next(Reference(event.sessionID))
            parameters.next(Reference(event.messageID))
            parameters.next(event.body)
        }
        effects.eventsWereWritten()
    }
}
