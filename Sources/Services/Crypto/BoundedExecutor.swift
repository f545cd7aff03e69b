// Slow work off the event loops: so many jobs at a time, so many waiting in the order of coming, and above that a
// refusal at once. A waiting job whose caller is gone leaves the queue; one that runs is run to its end.

internal import Contract
internal import Dispatch
internal import RPC
internal import Synchronization

/// Runs blocking work on threads of its own, within bounds.
package final class BoundedExecutor: Sendable {
    private enum Turn { case granted, cancelled, refused }

    private struct State {
        var running = 0
        var nextID: UInt64 = 0
        /// In the order of coming; at most `waiting`, so that scanning it is fine.
        var queue: [(id: UInt64, continuation: CheckedContinuation<Turn, Never>)] = []
    }

    private let concurrent: Int
    private let waiting: Int
    private let state = Mutex(State())
    private let threads: DispatchQueue

    package init(name: String, concurrent: Int, waiting: Int) {
        self.concurrent = concurrent
        self.waiting = waiting
        threads = DispatchQueue(label: name, attributes: .concurrent)
    }

    /// Runs `job` when its turn comes.
    /// - Throws: OVERLOADED when too many wait already, `CancellationError` when the caller goes while waiting, and
    ///   what the job throws.
    package func run<T: Sendable>(_ job: @escaping @Sendable () throws -> T) async throws -> T {
        try await takeTurn()
        defer { passTurn() }
        return try await withCheckedThrowingContinuation { continuation in
            threads.async(execute: DispatchWorkItem { continuation.resume(with: Swift.Result { try job() }) })
        }
    }

    private func takeTurn() async throws {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        let turn = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let turn: Turn? = state.withLock { state in
                    if Task.isCancelled { return .cancelled }
                    if state.running < concurrent {
                        state.running += 1
                        return .granted
                    }
                    if state.queue.count >= waiting { return .refused }
                    state.queue.append((id, continuation))
                    return nil
                }
                if let turn { continuation.resume(returning: turn) }
            }
        } onCancel: {
            let gone = state.withLock { state in
                state.queue.firstIndex { $0.id == id }.map { state.queue.remove(at: $0).continuation }
            }
            gone?.resume(returning: .cancelled)
        }
        switch turn {
        case .granted: return
        case .cancelled: throw CancellationError()
        case .refused:
            throw RPCError.make(.overloaded, "Too much of this work is waiting already.", retryAfter: .seconds(1))
        }
    }

    /// Hands the turn to who waits longest; `running` stays as it is then.
    private func passTurn() {
        let next = state.withLock { state in
            if state.queue.isEmpty {
                state.running -= 1
                return nil as CheckedContinuation<Turn, Never>?
            }
            return state.queue.removeFirst().continuation
        }
        next?.resume(returning: .granted)
    }
}
