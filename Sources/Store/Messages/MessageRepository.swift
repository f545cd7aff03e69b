// Queries on `messages`: accepting, finding, listing, changing. What the dispatcher asks is in
// MessageRepository+Outbox.swift. Which change of state is allowed is the caller's to know.

package struct MessageRepository {
    let db: Database

    private static let insertSQL = """
        INSERT INTO messages (\(MessageRecord.columns))
        VALUES (?\(String(repeating: ", ?", count: MessageRecord.columns.count { $0 == "," })))
        """

    // The index `messages_received` is named: what breaks another rule is a mistake, and no message told twice.
    private static let insertIfNewSQL =
        insertSQL + """
             ON CONFLICT (session_id, provider_message_id, kind)
            WHERE direction = 2 AND provider_message_id IS NOT NULL DO NOTHING
            """

    /// The id. Throws `.constraint` where the session has the provider's id already, or a reference names nothing.
    package func insert(_ message: MessageRecord) throws(StoreError) -> Int64 {
        let id = try db.nextID(in: .messages)
        try db.execute(Self.insertSQL) { parameters in
            parameters.next(id)
            message.bind(to: &parameters)
        }
        db.give(id, in: .messages)
        db.count(message.status, of: message.userID, by: 1)
        return id
    }

    /// The id, or nil where a message of this session, provider's id and kind came in already: an incoming message that is
    /// told twice is stored once. Throws `.constraint` where any other rule of the schema says no.
    package func insertIfNew(_ message: MessageRecord) throws(StoreError) -> Int64? {
        let id = try db.nextID(in: .messages)
        let inserted = try db.execute(Self.insertIfNewSQL) { parameters in
            parameters.next(id)
            message.bind(to: &parameters)
        }
        guard inserted == 1 else { return nil }
        db.give(id, in: .messages)
        db.count(message.status, of: message.userID, by: 1)
        return id
    }

    /// What a message says, and what else there is to say of it, is this from now on. Beside `apply`, for of the many changes
    /// of a message hardly any changes these two, which may be long.
    package func revise(_ id: Int64, content: String, body: [UInt8], at now: Moment) throws(StoreError) {
        try db.execute(
            "UPDATE messages SET content = ?, body = ?, updated_at = ? WHERE id = ?", content, OptionalBytes(body), now,
            id)
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

    /// By the provider's id. Of what came in under one id the message itself, before what reacts to it, edits or deletes it.
    package func get(
        sessionID: Int64, providerMessageID: String, direction: MessageRecord.Direction
    ) throws(StoreError) -> MessageRecord? {
        // Kinds are numbered so. The literals are for the planner, as in MessageRepository+Outbox.swift.
        let order = direction == .inbound ? "ORDER BY kind LIMIT 1" : ""
        return try db.first(
            """
            SELECT \(MessageRecord.columns) FROM messages
            WHERE session_id = ? AND provider_message_id = ? AND direction = \(direction.rawValue) \(order)
            """, sessionID, providerMessageID, row: MessageRecord.init)
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
    /// Any of these names.
    package var recipients: [String]
    /// What came in from any of these names.
    package var senders: [String]

    package init(
        userID: Int64 = 0, sessionID: Int64 = 0, status: MessageRecord.Status? = nil,
        direction: MessageRecord.Direction? = nil, recipients: [String] = [], senders: [String] = []
    ) {
        self.userID = userID
        self.sessionID = sessionID
        self.status = status
        self.direction = direction
        self.recipients = recipients
        self.senders = senders
    }

    func conditions(before: Int64) -> Filter {
        var filter = Filter("id < ?", before)
        // Where somebody has two names the planner would rather look through all that their partner has.
        let aside = senders.count > 1 ? "+" : ""
        if userID != 0 { filter.and("\(aside)user_id = ?", userID) }
        if sessionID != 0 { filter.and("\(aside)session_id = ?", sessionID) }
        if let status { filter.and("status = ?", status) }
        if let direction { filter.and("direction = ?", direction) }
        if !recipients.isEmpty { filter.and("recipient \(Self.any(of: recipients))", recipients) }
        // The literal is for the planner.
        if !senders.isEmpty { filter.and("direction = 2 AND sender \(Self.any(of: senders))", senders) }
        return filter
    }

    private static func any(of names: [String]) -> String {
        names.count == 1 ? "= ?" : "IN (\(names.map { _ in "?" }.joined(separator: ", ")))"
    }
}

extension Database {
    package var messages: MessageRepository { MessageRepository(db: self) }
}
