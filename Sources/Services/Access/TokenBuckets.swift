// Token buckets by key: each holds as many tokens as its limit and is refilled evenly over a period. Kept as one number,
// the time at which a bucket will be full again (GCRA), so that a key costs one dictionary entry, and one that was left
// alone for a period none: its bucket is full. The cost of a look does not grow with the number of keys.
// A value type without a lock: its owner has one. Times are monotonic.

struct TokenBuckets<Key: Hashable & Sendable>: Sendable {
    /// When each bucket will be full, in nanoseconds.
    private var table: RotatingTable<Key, Int64>
    private let period: Int64

    /// - Parameters:
    ///   - period: in which an empty bucket is full again.
    ///   - capacity: never remembers more keys; what was left alone the longest is forgotten.
    init(period: Duration, capacity: Int = .max) {
        table = RotatingTable(period: period, capacity: capacity)
        self.period = Self.nanoseconds(period)
    }

    /// How many keys are remembered.
    var count: Int { table.count }

    /// How long until a key's bucket has a token; nil: it has one.
    func wait(for key: Key, limit: Int64, at now: Duration) -> Duration? {
        let (step, time) = (step(limit), Self.nanoseconds(now))
        let excess = max(table.value(for: key) ?? time, time) + step - time - step * limit
        return excess > 0 ? .nanoseconds(excess) : nil
    }

    /// Remembers a bucket that is asked for again and again, though nothing is taken from it.
    mutating func keep(_ key: Key) { table.keep(key) }

    /// Takes a token, where there is one: ask `wait` first.
    mutating func take(_ key: Key, limit: Int64, at now: Duration) {
        let (step, time) = (step(limit), Self.nanoseconds(now))
        table.update(key, at: now, initial: time) { full in full = max(full, time) + step }
    }

    /// Gives back a token that was taken and not used.
    mutating func giveBack(_ key: Key, limit: Int64, at now: Duration) {
        let (step, time) = (step(limit), Self.nanoseconds(now))
        let isFull = table.update(key, at: now, initial: time) { full in
            full = max(time, full - step)
            return full == time
        }
        if isFull { table.remove(key) }
    }

    /// How a key's bucket stands.
    func state(of key: Key, limit: Int64, at now: Duration) -> RateLimit {
        let (step, time) = (step(limit), Self.nanoseconds(now))
        let used = max(table.value(for: key) ?? time, time) - time
        return RateLimit(
            limit: limit, remaining: min(limit, max(0, (step * limit - used) / step)), reset: .nanoseconds(used))
    }

    private func step(_ limit: Int64) -> Int64 { max(1, period / max(1, limit)) }

    private static func nanoseconds(_ duration: Duration) -> Int64 {
        duration.components.seconds &* 1_000_000_000 &+ duration.components.attoseconds / 1_000_000_000
    }
}
