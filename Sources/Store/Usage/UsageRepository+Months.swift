// Months of usage: the sums of their days, made again from the days as long as these are there, so that a roll-up that is
// repeated changes nothing. A month is named by its first day.

extension UsageRepository {
    /// The first month that may lack days: the newest that was rolled up, or that of the oldest day; nil: there is no usage.
    /// - Parameter today: months after it come from a clock that was ahead, and say nothing.
    package func firstToRollUp(notAfter today: Int64) throws(StoreError) -> Int64? {
        if let month = try db.scalar("SELECT max(day) FROM usage_months WHERE day <= ?", today, as: Int64.self) {
            return month
        }
        return try db.scalar("SELECT min(day) FROM usage")
    }

    /// The sums of the days of one month, of up to `limit` users after `userID`. May look at every row of usage: for
    /// readers.
    /// - Parameter days: all of the month.
    package func sums(of days: Range<Int64>, after userID: Int64, limit: Int) throws(StoreError) -> [UsageRecord] {
        try db.query(
            Self.sumsSQL, days.lowerBound, userID, days.lowerBound, days.upperBound, limit, row: UsageRecord.init)
    }

    private static let sumsSQL =
        "SELECT user_id, ?, " + UsageCounter.allCases.map { "sum(\($0.rawValue))" }.joined(separator: ", ")
        + " FROM usage WHERE user_id > ? AND day >= ? AND day < ? GROUP BY user_id ORDER BY user_id LIMIT ?"

    /// Writes months, over what is there.
    package func put(months: [UsageRecord]) throws(StoreError) {
        for month in months {
            try db.execute(
                Self.putSQL,
                values: [month.key.userID, month.key.day] + UsageCounter.allCases.map { month[$0] })
        }
    }

    private static let putSQL =
        "INSERT OR REPLACE INTO usage_months (\(UsageRecord.columns)) VALUES (?, ?"
        + String(repeating: ", ?", count: UsageCounter.allCases.count) + ")"

    /// Deletes up to `limit` days from before `day`, and gives their number. Whoever calls has rolled them up.
    package func purge(before day: Int64, limit: Int = 500) throws(StoreError) -> Int {
        try db.execute(
            """
            DELETE FROM usage WHERE (user_id, day) IN
                (SELECT user_id, day FROM usage WHERE day < ? ORDER BY day LIMIT ?)
            """, day, limit)
    }
}
