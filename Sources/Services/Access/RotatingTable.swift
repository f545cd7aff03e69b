// A table whose entries mean nothing once they were left alone for a period: two dictionaries, young and old. Each period
// the young become the old ones and what was old is dropped, so nothing is ever searched for what to forget, and the
// table holds what was touched in the last two periods. Where there is a bound it turns early, whenever the young are half
// of it: what was left alone the longest goes first. A value type without a lock: its owner has one.

struct RotatingTable<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private var young: [Key: Value] = [:]
    private var old: [Key: Value] = [:]
    private var turnsAt: Duration = .zero
    private let period: Duration
    private let half: Int

    /// - Parameter capacity: never holds more.
    init(period: Duration, capacity: Int = .max) {
        self.period = period
        half = max(1, capacity / 2)
    }

    var count: Int { young.count + old.count }

    /// Changes an entry; `initial` is what one that is not there begins as.
    /// - Parameter now: monotonic.
    mutating func update<Answer>(
        _ key: Key, at now: Duration, initial: @autoclosure () -> Value, _ body: (inout Value) -> Answer
    ) -> Answer {
        turn(at: now)
        var value = young[key] ?? old.removeValue(forKey: key) ?? initial()
        let answer = body(&value)
        young[key] = value
        return answer
    }

    /// An entry as it is; it counts as left alone.
    func value(for key: Key) -> Value? { young[key] ?? old[key] }

    /// An entry that is still wanted, and not left alone.
    mutating func keep(_ key: Key) {
        if let value = old.removeValue(forKey: key) { young[key] = value }
    }

    mutating func remove(_ key: Key) {
        young[key] = nil
        old[key] = nil
    }

    private mutating func turn(at now: Duration) {
        guard now >= turnsAt || young.count >= half else { return }
        // Left alone for more than a period: nothing of it means anything.
        old = now >= turnsAt + period ? [:] : young
        young = [:]
        turnsAt = now + period
    }
}
