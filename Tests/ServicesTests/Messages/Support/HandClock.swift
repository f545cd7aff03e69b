// A clock that only a test moves. Sleepers wake when it has been moved far enough.
import Services
import Store
import Synchronization

final class HandClock: Clock {
    private struct State {
        var now: Instant
        var uptime: Duration = .zero
        var lastID = 0
        var sleepers: [Int: (until: Duration, continuation: CheckedContinuation<Void, Never>)] = [:]
    }

    private let state: Mutex<State>

    /// 2026-11-22 12:00:00 UTC.
    init(_ start: Instant = Instant(microseconds: 1_795_348_800_000_000)) { state = Mutex(State(now: start)) }

    func now() -> Instant { state.withLock { $0.now } }
    func monotonic() -> Duration { state.withLock { $0.uptime } }
    var sleepers: Int { state.withLock { $0.sleepers.count } }

    func advance(by span: Duration) {
        let due = state.withLock { state in
            state.now = state.now + span
            state.uptime += span
            let due = state.sleepers.filter { $0.value.until <= state.uptime }
            for id in due.keys { state.sleepers[id] = nil }
            return due.values.map(\.continuation)
        }
        for continuation in due { continuation.resume() }
    }

    func sleep(for duration: Duration) async throws {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    if Task.isCancelled || duration <= .zero { return true }
                    state.sleepers[id] = (state.uptime + duration, continuation)
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.sleepers.removeValue(forKey: id) }?.continuation.resume()
        }
        try Task.checkCancellation()
    }
}

/// Waits until something is so, for at most 10 s.
func eventually(_ condition: () async throws -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(10)
    while try await !condition() {
        guard ContinuousClock.now < end else { throw TookTooLong() }
        try await Task.sleep(for: .milliseconds(2))
    }
}

struct TookTooLong: Error {}
