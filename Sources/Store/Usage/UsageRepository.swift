// Queries on `usage`, and the daily limit. Counting is a fold: rows are written once per batch. So that callers of one
// batch cannot pass a limit together, a limit counts the row and what the batch has folded so far.

package struct UsageRepository {
    let db: Database

    /// What a user may have accepted; 0 = no limit.
    package struct Allowance: Sendable, Equatable {
        package var perDay: Int64
        package var perMinute: Int32
        /// Accepted on that day so far; where there is no limit for a day, by this batch alone.
        package var used: Int64
    }

    /// What became of a wish to have one more message accepted.
    package struct Acceptance: Sendable, Equatable {
        /// The user's limit for a day; 0 = none.
        package var limit: Int64
        /// Accepted on that day, this one included where it was; as in `Allowance`.
        package var used: Int64
        package var isAccepted: Bool

        /// nil: no limit.
        package var remaining: Int64? { limit == 0 ? nil : max(0, limit - used) }
    }

    /// What a user may have accepted on a day. Inside a write job only: what the batch has accepted counts.
    package func allowance(_ key: UsageKey) throws(StoreError) -> Allowance {
        let limits = try limits(ofUser: key.userID)
        var allowance = Allowance(
            perDay: limits.perDay, perMinute: limits.perMinute, used: db.effects.accepted[key] ?? 0)
        // Where no limit asks for it, nobody does.
        if limits.perDay != 0 {
            allowance.used +=
                try db.scalar(
                    "SELECT messages_accepted FROM usage WHERE user_id = ? AND day = ?", key.userID, key.day) ?? 0
        }
        return allowance
    }

    private func limits(ofUser id: Int64) throws(StoreError) -> KnownRows.Limits {
        if let known = db.known?.limits(ofUser: id) { return known }
        let found = try db.first("SELECT max_messages_per_day, max_messages_per_minute FROM users WHERE id = ?", id) {
            row throws(StoreError) in KnownRows.Limits(perDay: try row.next(), perMinute: try row.next())
        }
        guard let found else { return KnownRows.Limits(perDay: 0, perMinute: 0) }
        db.known?.keep(found, ofUser: id)
        return found
    }

    /// Counts one accepted message, unless the user's limit for the day is reached. Inside a write job only: the writer
    /// is one, so whoever comes next sees it.
    package func accept(_ key: UsageKey) throws(StoreError) -> Acceptance {
        accept(key, within: try allowance(key))
    }

    /// The same, where it is known what the user may have.
    package func accept(_ key: UsageKey, within allowance: Allowance) -> Acceptance {
        let (limit, used) = (allowance.perDay, allowance.used)
        guard limit == 0 || used < limit else { return Acceptance(limit: limit, used: used, isAccepted: false) }
        count(.messagesAccepted, for: key)
        return Acceptance(limit: limit, used: used + 1, isAccepted: true)
    }

    /// Notes that something happened once more (or `times` more) on that day. Written with the batch's commit.
    package func count(_ counter: UsageCounter, for key: UsageKey, times: Int64 = 1) {
        guard key.userID != 0 else { return }
        db.fold(.usage(key, counter), by: times)
    }

    /// Adds to a row, making it where it is missing.
    func add(_ counters: [UsageCounter: Int64], to key: UsageKey) throws(StoreError) {
        try db.execute(Self.addSQL, values: [key.userID, key.day] + UsageCounter.allCases.map { counters[$0] ?? 0 })
    }

    private static let addSQL =
        "INSERT INTO usage (\(UsageRecord.columns)) VALUES (?, ?"
        + String(repeating: ", ?", count: UsageCounter.allCases.count) + ") ON CONFLICT (user_id, day) DO UPDATE SET "
        + UsageCounter.allCases.map { "\($0.rawValue) = usage.\($0.rawValue) + excluded.\($0.rawValue)" }
        .joined(separator: ", ")

    package func get(_ key: UsageKey) throws(StoreError) -> UsageRecord? {
        try db.first(
            "SELECT \(UsageRecord.columns) FROM usage WHERE user_id = ? AND day = ?", key.userID, key.day,
            row: UsageRecord.init)
    }

    /// Newest day first, and of one day the highest user id first: those before `last`, after skipping `offset`.
    /// - Parameters:
    ///   - userID: 0 = all.
    ///   - days: both ends included.
    ///   - period: months are in the same form, under their first day.
    package func list(
        _ period: UsagePeriod = .day, userID: Int64 = 0, days: ClosedRange<Int64>, before last: UsageKey? = nil,
        offset: Int = 0, limit: Int
    ) throws(StoreError) -> [UsageRecord] {
        let filter = filter(userID, days, before: last)
        return try db.query(
            """
            SELECT \(UsageRecord.columns) FROM \(period.rawValue) WHERE \(filter.sql)
            ORDER BY day DESC, user_id DESC LIMIT ? OFFSET ?
            """, values: filter.values + [limit, offset], row: UsageRecord.init)
    }

    package func count(
        _ period: UsagePeriod = .day, userID: Int64 = 0, days: ClosedRange<Int64>
    ) throws(StoreError) -> Int64 {
        let filter = filter(userID, days)
        let rows = try db.query(
            "SELECT count(*) FROM \(period.rawValue) WHERE \(filter.sql)", values: filter.values
        ) {
            row throws(StoreError) -> Int64 in try row.next()
        }
        return rows.first ?? 0
    }

    /// All users' of one day together.
    package func sum(day: Int64) throws(StoreError) -> UsageRecord {
        let sums = UsageCounter.allCases.map { "coalesce(sum(\($0.rawValue)), 0)" }.joined(separator: ", ")
        return try db.first("SELECT 0, ?, \(sums) FROM usage WHERE day = ?", day, day, row: UsageRecord.init)
            ?? UsageRecord(key: UsageKey(userID: 0, day: day))
    }

    /// API keys of a user (0 = anybody's) that are neither revoked nor expired.
    package func liveKeys(ofUser userID: Int64 = 0, at now: Moment) throws(StoreError) -> Int64 {
        var filter = Filter("revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)", now)
        if userID != 0 { filter.and("user_id = ?", userID) }
        let rows = try db.query("SELECT count(*) FROM api_keys WHERE \(filter.sql)", values: filter.values) {
            row throws(StoreError) -> Int64 in try row.next()
        }
        return rows.first ?? 0
    }

    /// - Parameter last: within `days`. Where it is given it is the upper bound, alone: of two, SQLite goes by the first
    ///   and looks at every row between them.
    private func filter(_ userID: Int64, _ days: ClosedRange<Int64>, before last: UsageKey? = nil) -> Filter {
        var filter = Filter("day >= ?", days.lowerBound)
        if userID != 0 { filter.and("user_id = ?", userID) }
        switch last {
        case nil: filter.and("day <= ?", days.upperBound)
        case let last? where userID == 0: filter.and("(day, user_id) < (?, ?)", [last.day, last.userID])
        case let last?: filter.and("day < ?", last.day)
        }
        return filter
    }
}

extension Database {
    package var usage: UsageRepository { UsageRepository(db: self) }
}
