// The newest events as they go out, so that each is read and encoded once, however many watch. Whoever keeps up takes them
// from here; whoever is further behind reads the log, in which everything is.
//
// A commit's events are encoded together, by one reading job, before those who watch are woken. What nobody wanted is kept
// without its bytes: whoever comes across it reads the log. Bounded in number, bytes and age: a message that was deleted
// must not be read here for long.

internal import Codec
internal import Contract
package import Store
internal import Synchronization

package final class EventTail: Sendable {
    /// An event, and its bytes where somebody watched when it happened.
    package struct Entry: Sendable {
        package let event: EventRecord
        package let encoded: EncodedEvent?
        /// On the monotonic clock.
        fileprivate let since: Duration
    }

    /// A portion of the tail.
    package struct Page: Sendable {
        package let entries: [Entry]
        /// Everything up to here was looked at.
        package let cursor: Int64
        package let isAtEnd: Bool
    }

    /// What is kept.
    package struct Limits: Sendable {
        package var events = 4_096
        package var bytes = 4 << 20
        package var age = Duration.seconds(10)
        /// Events that wait to be encoded.
        package var waiting = 16_384

        package init() {}
    }

    private struct State {
        /// All events behind `floor`, in order; nil: from the next on.
        var entries: [Entry] = []
        var bytes = 0
        var floor: Int64?
        /// Committed, not encoded yet.
        var waiting: [(event: EventRecord, isWanted: Bool)] = []
        var isEncoding = false
        /// What waited was too much and is left to the log: what is being encoded now is not followed by what waits.
        var hasGap = false

        mutating func clear() {
            entries = []
            bytes = 0
            floor = nil
        }
    }

    /// Wakes those who take from here, once there is something for them.
    package let hub: EventHub
    private let state = Mutex(State())
    private let clock: any Clock
    private let limits: Limits
    private let encode: @Sendable ([EventRecord]) async throws -> [EncodedEvent]

    /// - Parameter encode: the bytes of events as they go out.
    package init(
        clock: any Clock, limits: Limits = Limits(),
        encode: @escaping @Sendable ([EventRecord]) async throws -> [EncodedEvent]
    ) {
        self.clock = clock
        self.limits = limits
        self.encode = encode
        hub = EventHub(clock: clock)
    }

    /// To be called with the events of each commit, in the order of commits. Quick: it may run on the writer's thread.
    package func publish(_ events: [EventRecord]) {
        let isWatched = hub.watcherCount > 0
        let (mustEncode, left) = state.withLock { state -> (Bool, [EventRecord]) in
            guard isWatched || state.isEncoding else {
                if state.floor != nil { state.clear() }
                return (false, [])
            }
            state.waiting += events.map { ($0, isWatched && hub.admits($0)) }
            var left: [EventRecord] = []
            if state.waiting.count > limits.waiting {
                left = state.waiting.filter(\.isWanted).map(\.event)
                state.waiting = []
                state.hasGap = true
            }
            defer { state.isEncoding = true }
            return (!state.isEncoding, left)
        }
        if !left.isEmpty { hub.publish(left) }
        if mustEncode { Task { await encodeAll() } }
    }

    /// What follows a cursor, of what a watcher wants: at most `limit`.
    /// - Returns: nil where the log has to be read.
    package func page(after cursor: Int64, _ filter: EventHub.Filter, limit: Int) -> Page? {
        let now = clock.monotonic()
        return state.withLock { state in
            trim(&state, at: now)
            // What was left to the log stands behind the last entry, and nobody is told of it again.
            guard !state.hasGap, let floor = state.floor, cursor >= floor else { return nil }
            var found: [Entry] = []
            for entry in state.entries[Self.firstIndex(in: state.entries, after: cursor)...]
            where filter.admits(entry.event) {
                guard found.count < limit else {
                    return Page(entries: found, cursor: found.last?.event.cursor ?? cursor, isAtEnd: false)
                }
                guard entry.encoded != nil else { return nil }
                found.append(entry)
            }
            return Page(entries: found, cursor: max(cursor, state.entries.last?.event.cursor ?? floor), isAtEnd: true)
        }
    }

    /// Where events behind a cursor begin.
    private static func firstIndex(in entries: [Entry], after cursor: Int64) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].event.cursor <= cursor { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Encodes what waits, until nothing does.
    private func encodeAll() async {
        while true {
            let batch = state.withLock { state in
                if state.hasGap { state.clear() }
                state.hasGap = false
                if state.waiting.isEmpty { state.isEncoding = false }
                defer { state.waiting = [] }
                return state.waiting
            }
            guard !batch.isEmpty else { return }
            let wanted = batch.filter(\.isWanted).map(\.event)
            do {
                var encoded = try await wanted.isEmpty ? [] : encode(wanted)[...]
                let now = clock.monotonic()
                let entries = batch.map { event, isWanted in
                    Entry(event: event, encoded: isWanted ? encoded.popFirst() : nil, since: now)
                }
                append(entries, at: now)
            } catch {
                // They read the log, and find out for themselves what is the matter.
                state.withLock { $0.clear() }
            }
            hub.publish(wanted)
        }
    }

    private func append(_ entries: [Entry], at now: Duration) {
        state.withLock { state in
            if state.floor == nil, let first = entries.first { state.floor = first.event.cursor - 1 }
            state.entries += entries
            state.bytes += entries.reduce(0) { $0 + Self.size($1) }
            trim(&state, at: now)
        }
    }

    /// Drops from the front what is too old or too much.
    private func trim(_ state: inout State, at now: Duration) {
        var dropped = 0
        while dropped < state.entries.count {
            let entry = state.entries[dropped]
            let isTooMuch = state.entries.count - dropped > limits.events || state.bytes > limits.bytes
            guard isTooMuch || now - entry.since > limits.age else { break }
            state.bytes -= Self.size(entry)
            state.floor = entry.event.cursor
            dropped += 1
        }
        // In portions: taking the first of an array moves all the others.
        if dropped > 0 { state.entries.removeFirst(dropped) }
    }

    private static func size(_ entry: Entry) -> Int {
        128 + entry.event.body.count + (entry.encoded?.bytes.count ?? 0)
    }
}
