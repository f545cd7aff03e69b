// Queries on `api_logs`: appended in batches, listed from either end, purged from the old one. There is one index beside
// the id, by user; what is looked for otherwise is searched in a window, so that no page reads a month of calls.

package struct ApiLogRepository {
    let db: Database

    /// Which entries a list shows. 0 and "": any.
    package struct Selection: Sendable, Equatable {
        package var userID: Int64
        package var method: String
        /// `OK`, a reason, or `error` for all that is not OK.
        package var status: String
        package var requestID: String

        package init(userID: Int64 = 0, method: String = "", status: String = "", requestID: String = "") {
            self.userID = userID
            self.method = method
            self.status = status
            self.requestID = requestID
        }

        /// Whether an index finds the entries, so that nothing is read in vain.
        var isIndexed: Bool { method.isEmpty && status.isEmpty && requestID.isEmpty }

        func add(to filter: inout Filter) {
            if userID != 0 { filter.and("user_id = ?", userID) }
            if !method.isEmpty { filter.and("method = ?", method) }
            if status == "error" {
                filter.and("status <> ?", "OK")
            } else if !status.isEmpty {
                filter.and("status = ?", status)
            }
            if !requestID.isEmpty { filter.and("request_id = ?", requestID) }
        }
    }

    private static let inserting = PortionedInsert(into: "api_logs", ApiLogRecord.columns)

    package func insert(_ entry: ApiLogRecord) throws(StoreError) { try insert([entry]) }

    /// All of them, in their order.
    package func insert(_ entries: [ApiLogRecord]) throws(StoreError) {
        var next = try db.nextID(in: .calls, rows: entries.count)
        try Self.inserting.run(entries[...], on: db) { entry, parameters in
            parameters.next(next)
            next += 1
            entry.bind(to: &parameters)
        }
        db.give(next - 1, in: .calls)
    }

    /// Newest first: up to `limit` that match with ids below `before`.
    /// - Parameter window: looks at no more than so many ids a call, where no index helps.
    /// - Returns: also the id from which to go on, where the window ended the search; everything from it on was looked at.
    package func list(
        _ selection: Selection, before: Int64 = .max, limit: Int, window: Int64 = 100_000
    ) throws(StoreError) -> (entries: [ApiLogRecord], searchedTo: Int64?) {
        var filter = Filter("id < ?", before)
        var floor: Int64?
        if !selection.isIndexed {
            let newest = try db.scalar("SELECT max(id) FROM api_logs", as: Int64.self) ?? 0
            let oldest = try db.scalar("SELECT min(id) FROM api_logs", as: Int64.self) ?? 0
            let start = min(before, newest + 1) - max(1, window)
            if start > oldest {
                floor = start
                filter.and("id >= ?", start)
            }
        }
        selection.add(to: &filter)
        let entries = try db.query(
            "SELECT \(ApiLogRecord.columns) FROM api_logs WHERE \(filter.sql) ORDER BY id DESC LIMIT ?",
            values: filter.values + [limit], row: ApiLogRecord.init)
        return (entries, entries.count < limit ? floor : nil)
    }

    /// Newest first, after skipping `offset`. Reads all that it skips: for numbered pages only.
    package func page(
        _ selection: Selection, offset: Int, limit: Int
    ) throws(StoreError) -> [ApiLogRecord] {
        var filter = Filter("id < ?", Int64.max)
        selection.add(to: &filter)
        return try db.query(
            "SELECT \(ApiLogRecord.columns) FROM api_logs WHERE \(filter.sql) ORDER BY id DESC LIMIT ? OFFSET ?",
            values: filter.values + [limit, offset], row: ApiLogRecord.init)
    }

    /// Oldest first: up to `limit` that match with ids above `after`.
    /// - Parameter window: looks at no more than so many ids a call, where no index helps.
    /// - Returns: also the id after which to go on: everything up to it was looked at, and nothing beyond.
    package func following(
        _ selection: Selection, after: Int64, limit: Int, window: Int64 = 100_000
    ) throws(StoreError) -> (entries: [ApiLogRecord], searchedTo: Int64) {
        var end = try db.scalar("SELECT max(id) FROM api_logs", as: Int64.self) ?? 0
        guard after < end else { return ([], after) }
        if !selection.isIndexed {
            let oldest = try db.scalar("SELECT min(id) FROM api_logs", as: Int64.self) ?? 0
            end = min(end, max(after, oldest - 1) + max(1, window))
        }
        var filter = Filter("id > ?", after)
        filter.and("id <= ?", end)
        selection.add(to: &filter)
        let entries = try db.query(
            "SELECT \(ApiLogRecord.columns) FROM api_logs WHERE \(filter.sql) ORDER BY id LIMIT ?",
            values: filter.values + [limit], row: ApiLogRecord.init)
        return (entries, entries.count < limit ? end : entries.last?.id ?? after)
    }

    /// How many match. Reads all of them: for numbered pages only.
    package func count(_ selection: Selection) throws(StoreError) -> Int64 {
        var filter = Filter("id < ?", Int64.max)
        selection.add(to: &filter)
        let rows = try db.query("SELECT count(*) FROM api_logs WHERE \(filter.sql)", values: filter.values) {
            row throws(StoreError) -> Int64 in try row.next()
        }
        return rows.first ?? 0
    }

    /// Deletes those of the next `limit` entries behind `position` that are from before `time`.
    package func purge(
        before time: Moment, now: Moment, after position: Int64 = 0, limit: Int = 500
    ) throws(StoreError) -> Purged {
        let aged = try Aged("api_logs", after: position, limit: limit, in: db)
        let next = aged.next(before: time, now: now)
        guard let last = aged.last(before: time) else { return Purged(deleted: 0, next: next) }
        let deleted = try db.execute(
            "DELETE FROM api_logs WHERE id > ? AND id <= ? AND at < ?", position, last, time)
        return Purged(deleted: deleted, next: next)
    }
}

extension Database {
    package var apiLogs: ApiLogRepository { ApiLogRepository(db: self) }
}
