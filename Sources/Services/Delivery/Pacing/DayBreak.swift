// When a session's day ends, by which its messages to strangers are counted. Not at midnight UTC, and not with all the others:
// a house whose sessions all begin to write to strangers at the same second is like no people. Where a session has quiet
// hours its day begins when these end, at its people's clocks, within an hour; else at a time of its own, spread over the day,
// because nobody knows where it is night. Pure, but for the zone.

package import Store

package struct DayBreak: Sendable, Hashable {
    /// Quiet hours that the day begins after.
    private var quiet: QuietHours?
    /// How much later, in seconds: each session's own.
    private let late: Int64

    /// Midnight, UTC.
    package init() { late = 0 }

    package init(quiet: QuietHours?, sessionID: Int64) {
        self.quiet = quiet
        // Sessions are numbered one after the other; their times are not to be.
        let mixed = UInt64(bitPattern: sessionID) &* 0x9E37_79B9_7F4A_7C15
        late = Int64((mixed >> 33) % (quiet == nil ? 86_400 : 3_600))
    }

    /// The last one, up to and including this moment.
    package func last(at moment: Moment) -> Moment {
        // Counted from one of them, at today's offset: where the clocks are set in between it is an hour off, once.
        let shift = quiet.map { Int64($0.zone.offset(at: moment) - $0.until * 60) } ?? 0
        let since = moment.seconds + shift - late
        let into = since % 86_400
        return Moment(seconds: moment.seconds - (into < 0 ? into + 86_400 : into), nanoseconds: 0)
    }

    /// The first one at this moment or later.
    package func next(after moment: Moment) -> Moment {
        let last = last(at: moment)
        return last == moment ? moment : last + .seconds(86_400)
    }
}
