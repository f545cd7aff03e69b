// Queries on `sessions`: finding, listing, changing. Leases are in SessionRepository+Lease.swift.

package struct SessionRepository {
    let db: Database

    /// The id. Throws `.constraint` (unique `sessions.name`) where its owner has one of that name.
    package func insert(_ session: SessionRecord) throws(StoreError) -> Int64 {
        let values = SessionRecord.mutable.map { $0.value(session) }
        return try db.insert(
            """
            INSERT INTO sessions (user_id, created_at, \(SessionRecord.mutable.map(\.name).joined(separator: ", ")))
            VALUES (?, ?\(String(repeating: ", ?", count: values.count)))
            """, values: [session.userID, session.createdAt] + values)
    }

    package func get<Shape: SessionShape>(
        _ id: Int64, as shape: Shape.Type = SessionRecord.self
    ) throws(StoreError) -> Shape? {
        if let rows = db.known, let known = Shape.known(id, in: rows) { return known }
        return keep(try db.first("SELECT \(Shape.columns) FROM sessions WHERE id = ?", id, row: Shape.init))
    }

    package func get<Shape: SessionShape>(
        userID: Int64, name: String, as shape: Shape.Type = SessionRecord.self
    ) throws(StoreError) -> Shape? {
        if let rows = db.known, let known = Shape.known(userID: userID, name: name, in: rows) { return known }
        return keep(
            try db.first(
                "SELECT \(Shape.columns) FROM sessions WHERE user_id = ? AND name = ?", userID, name, row: Shape.init))
    }

    private func keep<Shape: SessionShape>(_ found: Shape?) -> Shape? {
        if let rows = db.known { found?.keep(in: rows) }
        return found
    }

    /// The only session of a user; nil where there is none, or more than one.
    package func only<Shape: SessionShape>(
        ofUser userID: Int64, as shape: Shape.Type = SessionRecord.self
    ) throws(StoreError) -> Shape? {
        let two = try db.query(
            "SELECT \(Shape.columns) FROM sessions WHERE user_id = ? LIMIT 2", userID, row: Shape.init)
        return two.count == 1 ? two.first : nil
    }

    /// Newest first, of one user (0 = all) and one status (nil = any): those with ids below `before`, after skipping
    /// `offset`.
    package func list(
        userID: Int64 = 0, status: SessionRecord.Status? = nil, before: Int64 = .max, offset: Int = 0, limit: Int
    ) throws(StoreError) -> [SessionRecord] {
        let filter = filter(userID: userID, status: status, before: before)
        return try db.query(
            "SELECT \(SessionRecord.columns) FROM sessions WHERE \(filter.sql) ORDER BY id DESC LIMIT ? OFFSET ?",
            values: filter.values + [limit, offset], row: SessionRecord.init)
    }

    package func count(userID: Int64 = 0, status: SessionRecord.Status? = nil) throws(StoreError) -> Int64 {
        let filter = filter(userID: userID, status: status, before: .max)
        let rows = try db.query("SELECT count(*) FROM sessions WHERE \(filter.sql)", values: filter.values) {
            row throws(StoreError) -> Int64 in try row.next()
        }
        return rows.first ?? 0
    }

    private func filter(userID: Int64, status: SessionRecord.Status?, before: Int64) -> Filter {
        var filter = Filter("id < ?", before)
        if userID != 0 { filter.and("user_id = ?", userID) }
        if let status { filter.and("status = ?", status) }
        return filter
    }

    /// How many sessions of a user (0 = all) stand in each status; statuses without any are left out.
    package func countsByStatus(userID: Int64 = 0) throws(StoreError) -> [SessionRecord.Status: Int64] {
        let filter = filter(userID: userID, status: nil, before: .max)
        let rows = try db.query(
            "SELECT status, count(*) FROM sessions WHERE \(filter.sql) GROUP BY status", values: filter.values
        ) {
            row throws(StoreError) -> (SessionRecord.Status, Int64) in (try row.next(), try row.next())
        }
        return Dictionary(rows, uniquingKeysWith: +)
    }

    /// A session that is linked as this account, by its number or by WhatsApp's own id of it; "": not known.
    /// - Parameter id: a session that does not count.
    package func linked(
        asPhone phone: String, lid: String, besides id: Int64, of userID: Int64 = 0
    ) throws(StoreError) -> SessionRecord? {
        if !phone.isEmpty,
            let found = try db.first(
                """
                SELECT \(SessionRecord.columns) FROM sessions
                WHERE is_linked = 1 AND phone_number <> '' AND phone_number = ? AND id <> ? AND (? = 0 OR user_id = ?)
                """, phone, id, userID, userID, row: SessionRecord.init)
        {
            return found
        }
        guard !lid.isEmpty else { return nil }
        return try db.first(
            """
            SELECT \(SessionRecord.columns) FROM sessions
            WHERE is_linked = 1 AND lid <> '' AND lid = ? AND id <> ? AND (? = 0 OR user_id = ?)
            """, lid, id, userID, userID, row: SessionRecord.init)
    }

    /// A session that is linked under this one name, a number or WhatsApp's own id, and whose other one is not known.
    /// - Parameter id: a session that does not count.
    package func linked(
        onlyAs name: String, besides id: Int64, of userID: Int64 = 0
    ) throws(StoreError) -> SessionRecord? {
        let (known, unknown) = name.hasSuffix("@lid") ? ("lid", "phone_number") : ("phone_number", "lid")
        return try db.first(
            """
            SELECT \(SessionRecord.columns) FROM sessions
            WHERE is_linked = 1 AND \(known) <> '' AND \(known) = ? AND \(unknown) = '' AND id <> ?
                AND (? = 0 OR user_id = ?)
            """, name, id, userID, userID, row: SessionRecord.init)
    }

    /// Deletes the session and its leases. Its messages stay, and are of no session any more.
    package func delete(_ id: Int64) throws(StoreError) {
        try db.execute("DELETE FROM sessions WHERE id = ?", id)
    }

    /// Those whose status has lasted longer than it may, the longest overdue first.
    package func overdue(at now: Moment, limit: Int = 200) throws(StoreError) -> [Int64] {
        try db.query(
            """
            SELECT id FROM sessions WHERE status_deadline <= ?
            ORDER BY status_deadline LIMIT ?
            """, now, limit
        ) { row throws(StoreError) in try row.next() }
    }

    /// The next time at which a status will have lasted too long.
    package func earliestDeadline() throws(StoreError) -> Moment? {
        try db.scalar("SELECT min(status_deadline) FROM sessions WHERE status_deadline IS NOT NULL")
    }

    /// Reads the session, lets `change` change it, writes what differs, and appends the event that `event` makes of
    /// before and after (nil: none). Gives the session after. Throws `.noSuchRow`; an error of `change` undoes nothing
    /// that it has not done. `updatedAt` is set where anything differs.
    @discardableResult
    package func apply(
        _ id: Int64, at now: Moment, event: ((_ before: SessionRecord, _ after: SessionRecord) -> EventRecord?)? = nil,
        _ change: (inout SessionRecord) throws -> Void
    ) throws -> SessionRecord {
        guard let before = try get(id) else { throw StoreError.noSuchRow("session \(id)") }
        var after = before
        try change(&after)
        if after != before {
            after.updatedAt = now
            let set = MutableColumn.assignments(SessionRecord.mutable, from: before, to: after)
            if !set.sql.isEmpty {
                try db.execute("UPDATE sessions SET \(set.sql) WHERE id = ?", values: set.values + [id])
            }
            // The holder's name is the bridge's, not the session's: read it again where the holder changed.
            if after.holderID != before.holderID { after = try get(id) ?? after }
        }
        if let made = event?(before, after) { try db.events.append(made) }
        return after
    }
}

extension Database {
    package var sessions: SessionRepository { SessionRepository(db: self) }
}
