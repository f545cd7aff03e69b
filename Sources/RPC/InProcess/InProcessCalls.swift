// The calls that go on in process, as the server counts and ends them.

internal import Synchronization

final class InProcessCalls: Sendable {
    private let handlerCount = Atomic<Int>(0)
    private let open = Mutex<[ObjectIdentifier: InProcessCall]>([:])

    /// Handlers that have not returned.
    var handlers: Int { handlerCount.load(ordering: .relaxed) }
    /// Calls that have no answer yet.
    var streams: Int { open.withLock { $0.count } }

    enum Place { case taken, allTaken, closed }

    /// Counts a handler that is about to run, if with it no more than `limit` run, `others` elsewhere among them, and
    /// the server does not drain. Counting comes before looking: callers on many threads cannot all find the last place
    /// free, and whoever drains either counts this one or has set `drain` before it is looked at.
    func takePlace(limit: Int, others: () -> Int, drain: DrainSignal) -> Place {
        let mine = handlerCount.add(1, ordering: .sequentiallyConsistent).newValue
        let isFree = mine + others() <= limit
        if isFree, !drain.isSet { return .taken }
        returned()
        return isFree ? .closed : .allTaken
    }

    /// A call whose handler has its place.
    func opened(_ call: InProcessCall) {
        open.withLock { $0[ObjectIdentifier(call)] = call }
    }

    func answered(_ call: InProcessCall) {
        open.withLock { _ = $0.removeValue(forKey: ObjectIdentifier(call)) }
    }

    func returned() { handlerCount.subtract(1, ordering: .relaxed) }

    /// Ends calls because the server is shutting down.
    func cut(_ which: (CallContext) -> Bool) {
        let calls = open.withLock { Array($0.values) }
        for call in calls where which(call.context) { call.abandon(StreamRefusal.cutShort.error) }
    }
}
