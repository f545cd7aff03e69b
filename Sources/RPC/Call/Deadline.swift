// An absolute point on the monotonic clock; a *timeout* is what is on the wire. Wall clock jumps do not move it.

public import NIOCore

/// When a call must be over.
public struct Deadline: Sendable, Hashable, Comparable {
    /// Nanoseconds on the monotonic clock; `.max` = never.
    let nanoseconds: UInt64

    init(nanoseconds: UInt64) { self.nanoseconds = nanoseconds }

    /// No deadline.
    public static let never = Deadline(nanoseconds: .max)

    /// `timeout` from now; a negative one is already past.
    public static func after(_ timeout: Duration) -> Deadline { after(timeout, from: .now()) }

    /// `timeout` from `now`: for those who read the clock once and use it often.
    public static func after(_ timeout: Duration, from now: NIODeadline) -> Deadline {
        adding(timeout.clampedNanoseconds, to: now)
    }

    static func adding(_ timeout: Int64, to now: NIODeadline) -> Deadline {
        let start = now.uptimeNanoseconds
        if timeout < 0 {
            let back = timeout.magnitude
            return Deadline(nanoseconds: back >= start ? 0 : start - back)
        }
        let (sum, overflow) = start.addingReportingOverflow(UInt64(timeout))
        return Deadline(nanoseconds: overflow ? .max : sum)
    }

    /// As a time of the event loops' clock.
    var moment: NIODeadline { .uptimeNanoseconds(nanoseconds) }

    public var isNever: Bool { nanoseconds == .max }

    public var hasPassed: Bool { hasPassed(at: .now()) }

    public func hasPassed(at now: NIODeadline) -> Bool { !isNever && now.uptimeNanoseconds >= nanoseconds }

    /// What is left, negative when it has passed; `nil` where there is no deadline.
    public var remaining: Duration? {
        remainingNanoseconds(at: .now()).map { .nanoseconds($0) }
    }

    func remainingNanoseconds(at now: NIODeadline) -> Int64? {
        guard !isNever else { return nil }
        let now = now.uptimeNanoseconds
        if nanoseconds >= now { return Int64(clamping: nanoseconds - now) }
        return -Int64(clamping: now - nanoseconds)
    }

    public static func < (a: Deadline, b: Deadline) -> Bool { a.nanoseconds < b.nanoseconds }
}

extension Duration {
    /// In nanoseconds, held within what an Int64 can carry (292 years).
    var clampedNanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let (scaled, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        if overflow { return seconds < 0 ? .min : .max }
        let (sum, overflow2) = scaled.addingReportingOverflow(attoseconds / 1_000_000_000)
        return overflow2 ? (seconds < 0 ? .min : .max) : sum
    }
}
