// Sessions of one bridge that may have something to hand out, in turn: a session with a thousand messages waits behind
// one with a single message, not the other way round. Pure.
// Invariant: a session marked while it is being looked at is looked at again; so no wake-up is lost between reading the
// outbox and going to sleep.

package struct ReadyQueue: Sendable {
    private var queue: [Int64] = []
    private var head = 0
    private var waiting: Set<Int64> = []
    /// Being looked at; true = marked meanwhile.
    private var busy: [Int64: Bool] = [:]

    package init() {}

    package var isEmpty: Bool { waiting.isEmpty }

    /// Whether none waits for its turn and none is being looked at.
    package var isIdle: Bool { waiting.isEmpty && busy.isEmpty }

    /// Sessions that wait for their turn, in no order.
    package var sessions: Set<Int64> { waiting }

    /// There may be something to hand out.
    package mutating func mark(_ session: Int64) {
        if busy[session] != nil {
            busy[session] = true
        } else if waiting.insert(session).inserted {
            queue.append(session)
        }
    }

    /// Takes up to `limit` sessions whose turn it is, to be looked at; each has to be given to `finish`.
    package mutating func take(_ limit: Int) -> [Int64] {
        var taken: [Int64] = []
        while taken.count < limit, head < queue.count {
            let session = queue[head]
            head += 1
            // Forgotten, or forgotten and marked again further back.
            guard waiting.remove(session) != nil else { continue }
            busy[session] = false
            taken.append(session)
        }
        if head > 64, head * 2 > queue.count {
            queue.removeFirst(head)
            head = 0
        }
        return taken
    }

    /// Takes a session out of turn, to be looked at; it has to be given to `finish`. Not where one is looked at already,
    /// nor where others wait for their turn.
    package mutating func takeAhead(_ session: Int64) -> Bool {
        guard waiting.isEmpty, busy[session] == nil else { return false }
        busy[session] = false
        return true
    }

    /// A session was looked at.
    /// - Parameter more: there was more than could be taken.
    package mutating func finish(_ session: Int64, more: Bool) {
        guard let marked = busy.removeValue(forKey: session) else { return }
        if more || marked { mark(session) }
    }

    /// The session is not this bridge's any more.
    package mutating func forget(_ session: Int64) {
        waiting.remove(session)
        busy[session] = nil
    }
}
