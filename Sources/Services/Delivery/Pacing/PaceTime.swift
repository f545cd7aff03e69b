// What a session's pace is measured by: the wall clock, because that is what outlives the process, and beside it one that
// nobody sets, by which it is seen that the wall clock was set, and by how much.

package import Store

package struct PaceTime: Sendable, Hashable {
    /// The wall clock.
    package let now: Moment
    /// By how much it is ahead of the clock that nobody sets, in microseconds.
    package let offset: Int64
    /// In which life of the server: of another one the offset says nothing. 0: not known.
    package let life: Int64

    package init(now: Moment, monotonic: Duration = .zero, life: Int64 = 0) {
        self.now = now
        let (seconds, rest) = monotonic.components
        let passed = Moment(seconds: seconds, nanoseconds: Int32(rest / 1_000_000_000)).microseconds
        offset = now.microseconds.subtractingReportingOverflow(passed).partialValue
        self.life = life
    }

    package init(_ clock: any Clock, life: Int64) {
        let (now, monotonic) = clock.both()
        self.init(now: now, monotonic: monotonic, life: life)
    }
}
