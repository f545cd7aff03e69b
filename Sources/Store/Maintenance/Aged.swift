// Deleting what is old from tables whose ids follow time, as long as the clock did. Where it was once ahead, rows from then
// carry times that are still to come, and stand before rows that are old by now: they hold nothing up.

/// What one step of a purge did, and from which id the next one goes on; nil: what is left is to be kept.
package struct Purged: Sendable, Equatable {
    package var deleted: Int
    package var next: Int64?

    package init(deleted: Int, next: Int64?) {
        self.deleted = deleted
        self.next = next
    }
}

/// Some of a table's rows in the order of their ids.
struct Aged {
    private let rows: [(id: Int64, at: Moment)]
    private let limit: Int

    /// Up to `limit` rows behind `position`.
    init(_ table: String, id: String = "id", at: String = "at", after position: Int64, limit: Int, in db: Database)
        throws(StoreError)
    {
        rows = try db.query(
            "SELECT \(id), \(at) FROM \(table) WHERE \(id) > ? ORDER BY \(id) LIMIT ?", position, limit
        ) { row throws(StoreError) -> (id: Int64, at: Moment) in (try row.next(), try row.next()) }
        self.limit = limit
    }

    /// The last of them that is from before `time`.
    func last(before time: Moment) -> Int64? { rows.last { $0.at < time }?.id }

    /// Where to go on: behind these rows, where there may be more that are old; nil: there are none.
    func next(before time: Moment, now: Moment) -> Int64? {
        guard rows.count == limit, let end = rows.last else { return nil }
        return end.at < time || end.at > now ? end.id : nil
    }
}
