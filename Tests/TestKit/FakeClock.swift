// A clock that stands still until it is told to move. Wall time and monotonic time move together; the wall clock can also
// jump by itself, as real ones do.

package import Services
internal import Store
internal import Synchronization

package final class FakeClock: Clock {
    private struct Sleeper {
        let wakesAt: Duration
        let continuation: CheckedContinuation<Bool, Never>
    }

    private struct State {
        var wall: Instant
        var monotonic: Duration = .seconds(1_000)
        var nextID: UInt64 = 0
        var sleepers: [UInt64: Sleeper] = [:]
    }

    private let state: Mutex<State>

    /// 2026-01-01T00:00:00Z, or as given.
    package init(_ start: Instant = Instant(microseconds: 1_767_225_600_000_000)) {
        state = Mutex(State(wall: start))
    }

    package func now() -> Instant { state.withLock { $0.wall } }
    package func monotonic() -> Duration { state.withLock { $0.monotonic } }

    /// How many sleep just now: a test waits for its subject to sleep before it moves the clock.
    package var sleeperCount: Int { state.withLock { $0.sleepers.count } }

    /// Lets time pass, and wakes those whose time has come.
    package func advance(by duration: Duration) {
        let woken = state.withLock { state in
            state.wall = state.wall + duration
            state.monotonic += duration
            let due = state.sleepers.filter { $0.value.wakesAt <= state.monotonic }
            for id in due.keys { state.sleepers[id] = nil }
            return due.values.sorted { $0.wakesAt < $1.wakesAt }
        }
        for sleeper in woken { sleeper.continuation.resume(returning: true) }
    }

    /// Sets the wall clock, as an operator or NTP does. Wakes nobody.
    package func setWall(_ instant: Instant) { state.withLock { $0.wall = instant } }

    package func sleep(for duration: Duration) async throws {
        try await sleep(untilMonotonic: monotonic() + duration)
    }

    package func sleep(untilMonotonic time: Duration) async throws {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        let slept = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let result: Bool? = state.withLock { state in
                    if Task.isCancelled { return false }
                    if time <= state.monotonic { return true }
                    state.sleepers[id] = Sleeper(wakesAt: time, continuation: continuation)
                    return nil
                }
                if let result { continuation.resume(returning: result) }
            }
        } onCancel: {
            state.withLock { $0.sleepers.removeValue(forKey: id) }?.continuation.resume(returning: false)
        }
        if !slept { throw CancellationError() }
    }
}
