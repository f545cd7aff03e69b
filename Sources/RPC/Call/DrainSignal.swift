// Tells long streams that the server is going down, so that they can say goodbye and end. Set once, never unset.
// Whoever waits is woken in the order of coming; a cancelled waiter leaves at once and leaves nothing behind.

internal import Synchronization

/// Set when the server begins to drain. Streams that live long should end within 2 s of it: then they are cancelled.
public final class DrainSignal: Sendable {
    private struct State {
        var nextID: UInt64 = 0
        var waiters: [UInt64: CheckedContinuation<Void, Never>] = [:]
    }

    private let state = Mutex(State())
    /// Beside the lock, since it is asked for with every call; set under the lock.
    private let flag = Atomic<Bool>(false)

    public init() {}

    public var isSet: Bool { flag.load(ordering: .acquiring) }

    /// Returns when the server drains, or when the waiting task is cancelled, whichever is first.
    public func wait() async {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let now = state.withLock { state in
                    if isSet || Task.isCancelled { return true }
                    state.waiters[id] = continuation
                    return false
                }
                if now { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: id) }?.resume()
        }
    }

    /// Waits until `deadline` at most; true when the signal is set.
    func wait(until deadline: Deadline) async -> Bool {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.wait() }
            if let remaining = deadline.remaining {
                group.addTask { try? await Task.sleep(for: max(remaining, .zero)) }
            }
            await group.next()
            group.cancelAll()
        }
        return isSet
    }

    /// Wakes everybody. Further calls change nothing.
    func set() {
        let woken = state.withLock { state in
            flag.store(true, ordering: .releasing)
            defer { state.waiters = [:] }
            return state.waiters
        }
        for (_, continuation) in woken.sorted(by: { $0.key < $1.key }) { continuation.resume() }
    }
}
