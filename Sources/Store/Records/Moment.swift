// A point in time as the store keeps it: microseconds of UTC since 1970. The store never reads a clock: every time
// comes from the caller.

package struct Moment: Sendable, Hashable, Comparable {
    package var microseconds: Int64

    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// From the two fields of a protobuf timestamp, rounded down to the microsecond; clamped to what 64 bits hold.
    package init(seconds: Int64, nanoseconds: Int32) {
        let (scaled, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
        let (sum, overflowed) = scaled.addingReportingOverflow(Int64(nanoseconds) / 1000)
        microseconds = overflow || overflowed ? (seconds < 0 ? .min : .max) : sum
    }

    /// Whole seconds, rounded towards the past: the first field of a protobuf timestamp.
    package var seconds: Int64 {
        let quotient = microseconds / 1_000_000
        return microseconds % 1_000_000 < 0 ? quotient - 1 : quotient
    }

    /// What remains, 0 to 999,999,000: the second field.
    package var nanoseconds: Int32 {
        let remainder = microseconds % 1_000_000
        return Int32((remainder < 0 ? remainder + 1_000_000 : remainder) * 1000)
    }

    package static func < (left: Moment, right: Moment) -> Bool { left.microseconds < right.microseconds }

    /// Later by `duration`, clamped to what 64 bits hold.
    package static func + (moment: Moment, duration: Duration) -> Moment {
        let added = Moment(
            seconds: duration.components.seconds, nanoseconds: Int32(duration.components.attoseconds / 1_000_000_000))
        let (sum, overflow) = moment.microseconds.addingReportingOverflow(added.microseconds)
        return Moment(microseconds: overflow ? (added.microseconds < 0 ? .min : .max) : sum)
    }

    package static func - (moment: Moment, duration: Duration) -> Moment { moment + (.zero - duration) }

    package static func - (later: Moment, earlier: Moment) -> Duration {
        .microseconds(later.microseconds.subtractingReportingOverflow(earlier.microseconds).partialValue)
    }
}

extension Duration {
    /// Towards zero; clamped to what 64 bits hold.
    var wholeMicroseconds: Int64 { (Moment(microseconds: 0) + self).microseconds }
}

extension Moment: ColumnValue {
    package var value: SQLValue { .integer(microseconds) }
    package static func read(_ row: borrowing Row, at index: Int32) throws(StoreError) -> Moment {
        Moment(microseconds: try row.integer(at: index))
    }
}
