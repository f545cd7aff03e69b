// Where services get the time from: the system's clock, or TestKit's fake one. Pure code takes an `Instant` instead.
// What is stored is wall time; what is waited for is measured on the monotonic clock, so that setting the wall clock
// neither fires nor starves a timer.

internal import Glibc
internal import Store

/// A source of time.
package protocol Clock: Sendable {
    /// The wall clock, UTC. May jump.
    func now() -> Instant

    /// Time since some fixed moment; never goes back. For measuring and for silence, never stored.
    func monotonic() -> Duration

    /// Waits for `duration` of monotonic time.
    /// - Throws: `CancellationError` when the task is cancelled.
    func sleep(for duration: Duration) async throws

    /// Waits until `monotonic` says `time`; at once where it does already. Nothing that passes between reading a clock
    /// and falling asleep on it is slept for.
    /// - Throws: `CancellationError` when the task is cancelled.
    func sleep(untilMonotonic time: Duration) async throws
}

extension Clock {
    /// Both clocks at one moment: where something came between the looks at them, they are looked at again.
    package func both() -> (wall: Instant, monotonic: Duration) {
        var before = monotonic()
        var wall = now()
        for _ in 0..<4 {
            let after = monotonic()
            if after - before < .milliseconds(5) { break }
            before = after
            wall = now()
        }
        return (wall, before)
    }

    package func sleep(untilMonotonic time: Duration) async throws {
        let left = time - monotonic()
        if left > .zero { try await sleep(for: left) }
    }

    /// Waits until the wall clock as it stands now says `deadline`; at once where that has passed.
    package func sleep(until deadline: Instant) async throws {
        let left = deadline - now()
        if left > .zero { try await sleep(for: left) }
    }
}

/// The machine's clock.
package struct SystemClock: Clock {
    package init() {}

    package func now() -> Instant {
        let time = Self.read(CLOCK_REALTIME)
        return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
    }

    package func monotonic() -> Duration {
        // Goes on while the machine sleeps, as the wall clock does and as `sleep` waits: else a night's sleep would look like
        // a clock that was set.
        let time = Self.read(CLOCK_BOOTTIME)
        return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
    }

    package func sleep(for duration: Duration) async throws {
        try await Task.sleep(for: duration, clock: .continuous)
    }

    private static func read(_ id: clockid_t) -> timespec {
        var time = timespec()
        clock_gettime(id, &time)
        return time
    }
}
