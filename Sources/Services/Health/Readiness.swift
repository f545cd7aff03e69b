// Whether the server can be used, and if not, why: the one place that Health, /health/ready and the supervisor's
// notification go by. Ready = nothing stands in the way.

internal import Synchronization

/// What stands in the way of serving.
package final class Readiness: Sendable {
    package enum Obstacle: Int, Sendable, CaseIterable {
        case starting, draining, storeFailed

        /// For people.
        package var words: String {
            switch self {
            case .starting: "not every listener is bound yet"
            case .draining: "the server is shutting down"
            case .storeFailed: "the store cannot be written"
            }
        }
    }

    private struct State {
        var obstacles: Set<Obstacle>
        var nextID: UInt64 = 0
        var watchers: [UInt64: AsyncStream<Bool>.Continuation] = [:]
    }

    private let state: Mutex<State>

    package init(obstacles: Set<Obstacle> = [.starting]) {
        state = Mutex(State(obstacles: obstacles))
    }

    package var isReady: Bool { state.withLock { $0.obstacles.isEmpty } }

    package var isDraining: Bool { state.withLock { $0.obstacles.contains(.draining) } }

    /// Why it is not ready; empty when it is.
    package var reasons: [String] {
        state.withLock { $0.obstacles }.sorted { $0.rawValue < $1.rawValue }.map(\.words)
    }

    package func add(_ obstacle: Obstacle) { change { $0.insert(obstacle) } }

    package func remove(_ obstacle: Obstacle) { change { $0.remove(obstacle) } }

    /// Whether it is ready: now, and after each change. A slow reader sees the last state and not every one.
    package func changes() -> AsyncStream<Bool> {
        let (stream, continuation) = AsyncStream<Bool>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let id = state.withLock { state in
            state.nextID += 1
            state.watchers[state.nextID] = continuation
            continuation.yield(state.obstacles.isEmpty)
            return state.nextID
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { $0.watchers[id] = nil }
        }
        return stream
    }

    /// Open streams of `changes`.
    package var watcherCount: Int { state.withLock { $0.watchers.count } }

    private func change(_ body: (inout Set<Obstacle>) -> Void) {
        state.withLock { state in
            let wasReady = state.obstacles.isEmpty
            body(&state.obstacles)
            guard state.obstacles.isEmpty != wasReady else { return }
            for watcher in state.watchers.values { watcher.yield(!wasReady) }
        }
    }
}
