// A moment on the wall clock, as the store keeps it (microseconds since 1970 UTC in an Int64), and its two forms on the
// wire. One type through services and store, so that nothing is converted between them.

package import Codec
package import Store

/// A moment on the wall clock, in microseconds UTC. Arithmetic saturates, because moments come in from outside.
package typealias Instant = Moment

extension Moment {
    /// The same moment as the wire has it.
    package var timestamp: Timestamp {
        var timestamp = Timestamp()
        timestamp.seconds = seconds
        timestamp.nanos = nanoseconds
        return timestamp
    }

    /// The moment that the wire gave, cut to microseconds; nil where it lies outside the years 1 to 9999 or its
    /// nanoseconds outside a second, which is no valid timestamp.
    package init?(_ timestamp: Timestamp) {
        guard (-62_135_596_800...253_402_300_799).contains(timestamp.seconds) else { return nil }
        guard (0...999_999_999).contains(timestamp.nanos) else { return nil }
        self.init(seconds: timestamp.seconds, nanoseconds: timestamp.nanos)
    }
}
