// A moment as both clocks had it. The monotonic one says how much time has passed since, and so what the wall clock should
// say: the one way in which this house tells that a clock was set.

internal import Store

package struct ClockMark: Sendable {
    package let wall: Instant
    package let monotonic: Duration

    package init(wall: Instant, monotonic: Duration) {
        self.wall = wall
        self.monotonic = monotonic
    }

    /// The present one.
    package init(_ clock: any Clock) { self.init(wall: clock.now(), monotonic: clock.monotonic()) }

    /// Time since.
    package func passed(until now: ClockMark) -> Duration { now.monotonic - monotonic }

    /// How far the wall clock is ahead of where it should be; less than nothing: behind.
    package func moved(until now: ClockMark) -> Duration { (now.wall - wall) - passed(until: now) }
}
