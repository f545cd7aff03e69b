// Deadlines by the thousand: a hashed wheel of 10 ms ticks. Adding and removing are a few stores, no allocation once the
// table has grown, and nothing runs while it is empty (an event-loop timer per call costs an allocation and heap work).
// Pure: time is an argument. A timer fires on the first tick at or after its time, never before.

/// A table of timers. `Element` is what comes back when one fires.
struct TimerWheel<Element> {
    static var tick: UInt64 { 10_000_000 }
    private static var slotCount: Int { 1024 }

    /// Names one timer; stale after it has fired or was removed, and then harmless.
    struct Token: Sendable, Hashable {
        fileprivate let index: Int32
        fileprivate let generation: UInt32
    }

    private struct Node {
        var element: Element?
        var due: UInt64 = 0
        var previous: Int32 = -1
        var next: Int32 = -1
        var generation: UInt32 = 0
    }

    private var slots: [Int32] = []
    private var nodes: [Node] = []
    private var free: Int32 = -1
    /// The last tick that was looked at.
    private var current: UInt64 = 0
    private(set) var count = 0

    init() {}

    var isEmpty: Bool { count == 0 }

    /// - Parameters:
    ///   - time: when to fire, in nanoseconds.
    ///   - now: on the same clock.
    mutating func add(_ element: Element, at time: UInt64, now: UInt64) -> Token {
        if slots.isEmpty { slots = Array(repeating: -1, count: Self.slotCount) }
        if isEmpty { current = now / Self.tick }
        let (up, overflow) = time.addingReportingOverflow(Self.tick - 1)
        let due = max((overflow ? .max : up) / Self.tick, current + 1)
        let index: Int32
        if free >= 0 {
            index = free
            free = nodes[Int(index)].next
        } else {
            index = Int32(nodes.count)
            nodes.append(Node())
        }
        let slot = Int(due % UInt64(Self.slotCount))
        let first = slots[slot]
        nodes[Int(index)].element = element
        nodes[Int(index)].due = due
        nodes[Int(index)].previous = -1
        nodes[Int(index)].next = first
        if first >= 0 { nodes[Int(first)].previous = index }
        slots[slot] = index
        count += 1
        return Token(index: index, generation: nodes[Int(index)].generation)
    }

    /// Takes a timer out; `nil` where it has fired or was taken out before.
    @discardableResult
    mutating func remove(_ token: Token) -> Element? {
        guard token.index >= 0, Int(token.index) < nodes.count,
            nodes[Int(token.index)].generation == token.generation, nodes[Int(token.index)].element != nil
        else { return nil }
        return unlink(token.index)
    }

    /// Takes out everything that is due at `now`, at each tick in the order of ticks.
    mutating func advance(to now: UInt64) -> [Element] {
        let target = now / Self.tick
        guard !isEmpty, target > current else { return [] }
        var fired: [Element] = []
        // After a long pause one turn looks at every slot; more turns would find nothing new.
        let start = target - current > UInt64(Self.slotCount) ? target - UInt64(Self.slotCount) : current
        var tick = start + 1
        while tick <= target {
            var index = slots[Int(tick % UInt64(Self.slotCount))]
            while index >= 0 {
                let next = nodes[Int(index)].next
                if nodes[Int(index)].due <= target, let element = unlink(index) { fired.append(element) }
                index = next
            }
            tick += 1
        }
        current = target
        return fired
    }

    private mutating func unlink(_ index: Int32) -> Element? {
        let node = nodes[Int(index)]
        if node.previous >= 0 {
            nodes[Int(node.previous)].next = node.next
        } else {
            slots[Int(node.due % UInt64(Self.slotCount))] = node.next
        }
        if node.next >= 0 { nodes[Int(node.next)].previous = node.previous }
        nodes[Int(index)].element = nil
        nodes[Int(index)].generation &+= 1
        nodes[Int(index)].next = free
        free = index
        count -= 1
        return node.element
    }
}
