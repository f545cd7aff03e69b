// A bounded cache without bookkeeping per access: two dictionaries, young and old. What is used while old becomes young
// again; when the young are half of the bound, they become the old ones and what was old is dropped.
// A value type without a lock: its owner has one.

struct TwoGenerations<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private var young: [Key: Value] = [:]
    private var old: [Key: Value] = [:]
    private let half: Int

    /// - Parameter capacity: never holds more, and always the half of it that was used last.
    init(capacity: Int) {
        half = max(1, capacity / 2)
    }

    var count: Int { young.count + old.count }

    mutating func value(for key: Key) -> Value? {
        if let value = young[key] { return value }
        guard let value = old.removeValue(forKey: key) else { return nil }
        insert(value, for: key)
        return value
    }

    mutating func insert(_ value: Value, for key: Key) {
        old[key] = nil
        if young.count >= half, young[key] == nil {
            old = young
            young = [:]
        }
        young[key] = value
    }

    mutating func remove(_ key: Key) {
        young[key] = nil
        old[key] = nil
    }

    mutating func removeAll(where condition: (Value) -> Bool) {
        young = young.filter { !condition($0.value) }
        old = old.filter { !condition($0.value) }
    }
}
