// Listing the audit log, newest first, from wherever a page ended. Sorted by time and id, because a time range is asked for
// more often than anything else, and every index ends in both. One filter goes by its index; the others are looked for in
// a window behind it, so that no page reads the whole log.

extension AuditRepository {
    /// Which rows a list shows. "", 0 and nil: any.
    package struct Selection: Sendable, Equatable {
        package var who = ""
        package var method = ""
        package var targetKind = ""
        /// Counts with a kind alone.
        package var targetID: Int64 = 0
        /// `OK`, a reason, or `error` for all that is not OK.
        package var outcome = ""
        /// From this moment on.
        package var since: Moment?
        /// Before this moment.
        package var until: Moment?

        package init() {}

        /// The filter whose index is used, and the rest. The `+` keeps the planner from taking another one.
        fileprivate func filters(before position: Position) -> (lead: Filter, rest: [(String, any Bindable)]) {
            var start = position
            if let until, until.microseconds <= start.at { start = Position(at: until.microseconds, id: .min) }
            var lead = Filter("1 = ?", Int64(1))
            var rest: [(String, any Bindable)] = []
            var hasLead = false
            func add(_ column: String, _ value: String) {
                guard !value.isEmpty else { return }
                if hasLead {
                    rest.append(("+\(column) = ?", value))
                } else {
                    lead = Filter("\(column) = ?", value)
                    hasLead = true
                }
            }
            if !targetKind.isEmpty, targetID != 0 {
                lead = Filter("target_kind = ?", targetKind)
                lead.and("target_id = ?", targetID)
                hasLead = true
            }
            add("who", who)
            add("method", method)
            if !targetKind.isEmpty, targetID == 0 { rest.append(("+target_kind = ?", targetKind)) }
            if outcome == "error" {
                rest.append(("outcome <> ?", "OK"))
            } else if !outcome.isEmpty {
                rest.append(("outcome = ?", outcome))
            }
            lead.and("(at, id) < (?, ?)", [start.at, start.id])
            if let since { lead.and("at >= ?", since) }
            return (lead, rest)
        }
    }

    /// A place in the list: that of the last row before it.
    package struct Position: Sendable, Equatable {
        package var at: Int64
        package var id: Int64

        package init(at: Int64, id: Int64) {
            self.at = at
            self.id = id
        }

        package static let start = Position(at: .max, id: .max)
    }

    /// Up to `limit` rows behind `position`.
    /// - Parameter window: looks at no more than so many a call, beyond what the index finds.
    /// - Returns: also the position from which to go on, where the window ended the search.
    package func list(
        _ selection: Selection, before position: Position = .start, offset: Int = 0, limit: Int, window: Int = 5_000
    ) throws(StoreError) -> (rows: [AuditRecord], searchedTo: Position?) {
        let (lead, rest) = selection.filters(before: position)
        var filter = lead
        var floor: Position?
        // Numbered pages count from the beginning, so they have to read all of it.
        if !rest.isEmpty, offset == 0 {
            floor = try db.query(
                "SELECT at, id FROM audit_log WHERE \(lead.sql) ORDER BY at DESC, id DESC LIMIT 1 OFFSET ?",
                values: lead.values + [max(1, window) - 1]
            ) { row throws(StoreError) -> Position in Position(at: try row.next(), id: try row.next()) }.first
            if let floor { filter.and("(at, id) >= (?, ?)", [floor.at, floor.id]) }
        }
        for (condition, value) in rest { filter.and(condition, value) }
        let rows = try db.query(
            """
            SELECT \(AuditRecord.columns) FROM audit_log WHERE \(filter.sql) ORDER BY at DESC, id DESC
            LIMIT ? OFFSET ?
            """, values: filter.values + [limit, offset], row: AuditRecord.init)
        return (rows, rows.count < limit ? floor : nil)
    }

    /// How many match. Reads all of them: for numbered pages only.
    package func count(_ selection: Selection) throws(StoreError) -> Int64 {
        let (lead, rest) = selection.filters(before: .start)
        var filter = lead
        for (condition, value) in rest { filter.and(condition, value) }
        let counts = try db.query("SELECT count(*) FROM audit_log WHERE \(filter.sql)", values: filter.values) {
            row throws(StoreError) -> Int64 in try row.next()
        }
        return counts.first ?? 0
    }
}
