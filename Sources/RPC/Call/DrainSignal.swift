// Tells long streams that the server is going down, so that they can say goodbye and end. Set once, never unset.
// Whoever waits is woken in the order of coming; a cancelled waiter leaves at once and leaves nothing behind.

internal import Synchronization

/// Set when the server begins to drain. Streams that live long should end within 2 s of it: then they are cancelled.
public final class DrainSignal: Sendable {
    private struct State {
        var isSet = false
        var nextID: UInt64 = 0
        var waiters: [UInt64: CheckedContinuation<Void, Never>] = [:]
    }

    private let state = Mutex(State())

    public init() {}

    public var isSet: Bool { state.withLock { $0.isSet } }

    /// Returns when the server drains, or when the waiting task is cancelled, whichever is first.
    public func wait() async {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let now = state.withLock { state in
                    if state.isSet || Task.isCancelled { return true }
                    state.waiters[id] = continuation
                    return false
                }
                if now { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: id) }?.resume()
        }
    }

    /// Wakes everybody. Further calls change nothing.
    func set() {
        let woken = state.withLock { state in
            state.isSet = true
            defer { state.waiters = [:] }
            return state.waiters
        }
        for (_, continuation) in woken.sorted(by: { $0.key < $1.key }) { continuation.resume() }
    }
}
