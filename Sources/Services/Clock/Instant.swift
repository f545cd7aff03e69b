// A moment on the wall clock, as it is stored: microseconds since 1970-01-01 UTC in an Int64 (API.md 2, "Shapes").
// Arithmetic saturates instead of trapping, because moments and durations come in from outside.

internal import Codec

/// A moment on the wall clock, in microseconds UTC.
package struct Instant: Sendable, Hashable, Comparable {
    /// Microseconds since 1970-01-01T00:00:00Z; negative before it.
    package var microseconds: Int64

    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    package static func < (a: Instant, b: Instant) -> Bool { a.microseconds < b.microseconds }

    /// The moment `duration` after this one; the last (or first) representable one where it does not fit.
    package static func + (instant: Instant, duration: Duration) -> Instant {
        Instant(microseconds: instant.microseconds.addingSaturated(duration.wholeMicroseconds))
    }

    /// The moment `duration` before this one; saturates like `+`.
    package static func - (instant: Instant, duration: Duration) -> Instant {
        Instant(microseconds: instant.microseconds.subtractingSaturated(duration.wholeMicroseconds))
    }

    /// How long after `b` the moment `a` is; negative when before.
    package static func - (a: Instant, b: Instant) -> Duration {
        .microseconds(a.microseconds.subtractingSaturated(b.microseconds))
    }
}

extension Instant {
    /// The same moment as the wire has it.
    package var timestamp: Timestamp {
        var timestamp = Timestamp()
        let (seconds, rest) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
        timestamp.seconds = rest < 0 ? seconds - 1 : seconds
        timestamp.nanos = Int32(truncatingIfNeeded: (rest < 0 ? rest + 1_000_000 : rest) * 1_000)
        return timestamp
    }

    /// The moment that the wire gave, cut to microseconds; nil where it lies outside the years 1 to 9999 or its
    /// nanoseconds outside a second, which is no valid timestamp.
    package init?(_ timestamp: Timestamp) {
        guard (-62_135_596_800...253_402_300_799).contains(timestamp.seconds) else { return nil }
        guard (0...999_999_999).contains(timestamp.nanos) else { return nil }
        self.init(microseconds: timestamp.seconds * 1_000_000 + Int64(timestamp.nanos) / 1_000)
    }
}

extension Duration {
    /// Whole microseconds, towards zero; saturates.
    package var wholeMicroseconds: Int64 {
        let (seconds, attoseconds) = components
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
        guard !overflow else { return seconds < 0 ? .min : .max }
        return product.addingSaturated(attoseconds / 1_000_000_000_000)
    }
}

extension Int64 {
    fileprivate func addingSaturated(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }

    fileprivate func subtractingSaturated(_ other: Int64) -> Int64 {
        let (difference, overflow) = subtractingReportingOverflow(other)
        return overflow ? (other < 0 ? .max : .min) : difference
    }
}
