// Counters that every job of a batch would touch. Jobs only note a difference; the sum is written once per batch, just
// before the commit, in the same transaction: a count is as true as the rows it counts, at a fraction of the price.

enum Fold: Hashable {
    /// Messages that stand in this status: of one user, or (0) of all.
    case messages(userID: Int64, MessageRecord.Status)
    /// What a user did on a day.
    case usage(UsageKey, UsageCounter)

    static func write(_ folds: [(fold: Fold, by: Int64)], to db: Database) throws(StoreError) {
        var sums: [Fold: Int64] = [:]
        for (fold, difference) in folds { sums[fold, default: 0] &+= difference }
        var usage: [UsageKey: [UsageCounter: Int64]] = [:]
        for (fold, difference) in sums where difference != 0 {
            switch fold {
            case .messages(let userID, let status):
                try db.execute(
                    """
                    INSERT INTO message_counts (user_id, status, count) VALUES (?, ?, ?)
                    ON CONFLICT (user_id, status) DO UPDATE SET count = message_counts.count + excluded.count
                    """, userID, status, difference)
            case .usage(let key, let counter): usage[key, default: [:]][counter] = difference
            }
        }
        for (key, counters) in usage { try db.usage.add(counters, to: key) }
    }
}

extension Database {
    func fold(_ fold: Fold, by difference: Int64) { effects.fold(fold, by: difference) }

    /// Notes that so many messages of a user came to stand in a status, or left it.
    func count(_ status: MessageRecord.Status, of userID: Int64, by difference: Int64) {
        fold(.messages(userID: 0, status), by: difference)
        if userID != 0 { fold(.messages(userID: userID, status), by: difference) }
    }
}
