// Counters that every job of a batch would touch. Jobs only note a difference; the sum is written once per batch, just
// before the commit, in the same transaction: a count is as true as the rows it counts, at a fraction of the price.

enum Fold: Hashable {
    /// Messages that stand in this status.
    case messages(MessageRecord.Status)

    static func write(_ folds: [(fold: Fold, by: Int64)], to db: Database) throws(StoreError) {
        var sums: [Fold: Int64] = [:]
        for (fold, difference) in folds { sums[fold, default: 0] &+= difference }
        for (fold, difference) in sums where difference != 0 {
            switch fold {
            case .messages(let status):
                try db.execute(
                    """
                    INSERT INTO message_counts (status, count) VALUES (?, ?)
                    ON CONFLICT (status) DO UPDATE SET count = message_counts.count + excluded.count
                    """, status, difference)
            }
        }
    }
}

extension Database {
    func fold(_ fold: Fold, by difference: Int64) {
        effects.folds.append((fold, difference))
    }
}
