// What is to happen when, in one place: a heap of keys by time. Pure; time is whatever its owner measures it in.
// A key has one time; setting it again moves it. Outdated heap entries are skipped, and swept out before they can
// outnumber the real ones.

package struct DeadlineQueue<Key: Hashable & Sendable>: Sendable {
    private struct Entry: Sendable {
        let at: Duration
        let key: Key
    }

    private var times: [Key: Duration] = [:]
    private var heap: [Entry] = []

    package init() {}

    package var count: Int { times.count }

    /// When `key` is due.
    package subscript(key: Key) -> Duration? { times[key] }

    /// The time of whatever is due first.
    package var earliest: Duration? {
        mutating get {
            skipOutdated()
            return heap.first?.at
        }
    }

    package mutating func set(_ key: Key, at time: Duration) {
        guard times[key] != time else { return }
        times[key] = time
        push(Entry(at: time, key: key))
        if heap.count > 2 * times.count + 64 { rebuild() }
    }

    /// Like `set`, where that makes it earlier.
    package mutating func advance(_ key: Key, to time: Duration) {
        if let present = times[key], present <= time { return }
        set(key, at: time)
    }

    package mutating func remove(_ key: Key) {
        times[key] = nil
    }

    /// Takes out what is due at `now`, earliest first.
    package mutating func takeDue(at now: Duration, limit: Int = .max) -> [Key] {
        var due: [Key] = []
        while due.count < limit {
            skipOutdated()
            guard let first = heap.first, first.at <= now else { break }
            pop()
            times[first.key] = nil
            due.append(first.key)
        }
        return due
    }

    private mutating func skipOutdated() {
        while let first = heap.first, times[first.key] != first.at { pop() }
    }

    private mutating func rebuild() {
        heap = times.map { Entry(at: $0.value, key: $0.key) }.sorted { $0.at < $1.at }
    }

    private mutating func push(_ entry: Entry) {
        heap.append(entry)
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].at < heap[parent].at else { break }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    private mutating func pop() {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        var parent = 0
        while true {
            var smallest = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
                if heap[child].at < heap[smallest].at { smallest = child }
            }
            guard smallest != parent else { break }
            heap.swapAt(parent, smallest)
            parent = smallest
        }
    }
}
