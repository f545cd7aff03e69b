// Queries on `messages`: accepting, finding, listing, changing. What the dispatcher asks is in
// MessageRepository+Outbox.swift. Which change of state is allowed is the caller's to know.

package struct MessageRepository {
    let db: Database

    private static let insertSQL = """
        INSERT INTO messages (\(MessageRecord.columns.dropFirst("id, ".count)))
        VALUES (?\(String(repeating: ", ?", count: 30)))
        """

    private static let insertIfNewSQL = insertSQL + " ON CONFLICT DO NOTHING"

    /// The id. Throws `.constraint` where the session has the provider's id already, or a reference names nothing.
    package func insert(_ message: MessageRecord) throws(StoreError) -> Int64 {
        try db.execute(Self.insertSQL) { message.bind(to: &$0) }
        db.count(message.status, of: message.userID, by: 1)
        return db.lastInsertedID
    }

    /// The id, or nil where a message of this session, provider's id and direction is there already: an incoming
    /// message that is told twice is stored once.
    package func insertIfNew(_ message: MessageRecord) throws(StoreError) -> Int64? {
        guard try db.execute(Self.insertIfNewSQL, binding: { message.bind(to: &$0) }) == 1 else { return nil }
        db.count(message.status, of: message.userID, by: 1)
        return db.lastInsertedID
    }

    package func get(_ id: Int64) throws(StoreError) -> MessageRecord? {
        try db.first("SELECT \(MessageRecord.columns) FROM messages WHERE id = ?", id, row: MessageRecord.init)
    }

    /// By our id: of those that were handed out and whose provider's id is not known yet.
    package func get(clientMessageID: String) throws(StoreError) -> MessageRecord? {
        try db.first(
            """
            SELECT \(MessageRecord.columns) FROM messages
            WHERE client_message_id = ? AND provider_message_id IS NULL AND attempts > 0 ORDER BY id LIMIT 1
            """, clientMessageID, row: MessageRecord.init)
    }

    package func get(
        sessionID: Int64, providerMessageID: String, direction: MessageRecord.Direction
    ) throws(StoreError) -> MessageRecord? {
        try db.first(
            """
            SELECT \(MessageRecord.columns) FROM messages
            WHERE session_id = ? AND provider_message_id = ? AND direction = ?
            """, sessionID, providerMessageID, direction, row: MessageRecord.init)
    }

    /// Newest first: those that match with ids below `before`, after skipping `offset`.
    package func list(
        _ filter: MessageFilter, before: Int64 = .max, offset: Int = 0, limit: Int
    ) throws(StoreError) -> [MessageRecord] {
        let conditions = filter.conditions(before: before)
        return try db.query(
            """
            SELECT \(MessageRecord.columns) FROM messages WHERE \(conditions.sql) ORDER BY id DESC LIMIT ? OFFSET ?
            """, values: conditions.values + [limit, offset], row: MessageRecord.init)
    }

    /// How many match. Reads all of them: for numbered pages only.
    package func count(_ filter: MessageFilter) throws(StoreError) -> Int64 {
        let conditions = filter.conditions(before: .max)
        let rows = try db.query("SELECT count(*) FROM messages WHERE \(conditions.sql)", values: conditions.values) {
            row throws(StoreError) -> Int64 in try row.next()
        }
        return rows.first ?? 0
    }

    /// How many messages of a user (0 = all messages) stand in each status; statuses without any are left out. Costs
    /// twelve rows, whatever their number.
    package func countsByStatus(userID: Int64 = 0) throws(StoreError) -> [MessageRecord.Status: Int64] {
        let rows = try db.query("SELECT status, count FROM message_counts WHERE user_id = ? AND count <> 0", userID) {
            row throws(StoreError) -> (MessageRecord.Status, Int64) in (try row.next(), try row.next())
        }
        return Dictionary(rows, uniquingKeysWith: +)
    }

    /// When the oldest of the pending messages of a user (0 = anybody) was accepted; nil: none waits. Reads all of
    /// them, and nobody else's.
    package func oldestPending(userID: Int64 = 0) throws(StoreError) -> Moment? {
        guard userID != 0 else {
            return try db.scalar("SELECT min(created_at) FROM messages WHERE status IN (2, 5) AND status = 2")
        }
        // What waits has a session, which is its owner's. Any recipient: as in MessageRepository+Outbox.swift.
        return try db.scalar(
            """
            SELECT min(created_at) FROM messages
            WHERE session_id IN (SELECT id FROM sessions WHERE user_id = ?)
                AND recipient >= '' AND (status = 2 OR status = 3 OR status = 5) AND status = 2
            """, userID)
    }

    /// Reads the message, lets `change` change it, writes what differs, and appends the event that `event` makes of
    /// before and after (nil: none). Gives the message after. `updatedAt` is set where anything differs.
    ///
    /// `from`: the statuses in which it may still be changed; in another one nothing happens and nil is returned, so
    /// that a decision made on an older reading is not carried out. Throws `.noSuchRow` where there is no such message.
    @discardableResult
    package func apply(
        _ id: Int64, from allowed: Set<MessageRecord.Status>? = nil, at now: Moment,
        event: ((_ before: MessageRecord, _ after: MessageRecord) -> EventRecord?)? = nil,
        _ change: (inout MessageRecord) throws -> Void
    ) throws -> MessageRecord? {
        guard let before = try get(id) else { throw StoreError.noSuchRow("message \(id)") }
        if let allowed, !allowed.contains(before.status) { return nil }
        var after = before
        try change(&after)
        if after != before {
            after.updatedAt = now
            let set = MutableColumn.assignments(MessageRecord.mutable, from: before, to: after)
            if !set.sql.isEmpty {
                try db.execute("UPDATE messages SET \(set.sql) WHERE id = ?", values: set.values + [id])
            }
            if after.status != before.status {
                db.count(before.status, of: before.userID, by: -1)
                db.count(after.status, of: after.userID, by: 1)
            }
        }
        if let made = event?(before, after) { try db.events.append(made) }
        return after
    }
}

/// Which messages a list shows. 0, "" and nil: any.
package struct MessageFilter: Sendable, Equatable {
    package var userID: Int64
    package var sessionID: Int64
    package var status: MessageRecord.Status?
    package var direction: MessageRecord.Direction?
    package var recipient: String

    package init(
        userID: Int64 = 0, sessionID: Int64 = 0, status: MessageRecord.Status? = nil,
        direction: MessageRecord.Direction? = nil, recipient: String = ""
    ) {
        self.userID = userID
        self.sessionID = sessionID
        self.status = status
        self.direction = direction
        self.recipient = recipient
    }

    func conditions(before: Int64) -> Filter {
        var filter = Filter("id < ?", before)
        if userID != 0 { filter.and("user_id = ?", userID) }
        if sessionID != 0 { filter.and("session_id = ?", sessionID) }
        if let status { filter.and("status = ?", status) }
        if let direction { filter.and("direction = ?", direction) }
        if !recipient.isEmpty { filter.and("recipient = ?", recipient) }
        return filter
    }
}

extension Database {
    package var messages: MessageRepository { MessageRepository(db: self) }
}
