// How many messages each user may have accepted in a minute: a token bucket per user, as large as the limit, refilled
// evenly over the minute. Kept as one number, the time at which the bucket will be full again (GCRA), so that a user costs
// one dictionary entry, and one who has been idle for a minute none: their bucket is full.
// In memory: a restart fills all buckets. The daily quota is the store's and survives.

internal import Synchronization

/// Token buckets by user. Thread-safe; never blocks for long.
package final class RateLimits: Sendable {
    package enum Decision: Sendable, Hashable {
        case granted(RateLimit)
        /// - Parameter after: when one more will be granted.
        case refused(RateLimit, after: Duration)
    }

    private static let minute: Int64 = 60_000_000_000
    /// When each user's bucket will be full, in nanoseconds.
    private let buckets = Mutex(RotatingTable<Int64, Int64>(period: .seconds(60)))

    package init() {}

    /// How many users are remembered.
    package var count: Int { buckets.withLock { $0.count } }

    /// Takes one from a user's bucket.
    /// - Parameters:
    ///   - limit: in a minute; above 0.
    ///   - now: monotonic.
    package func take(userID: Int64, limit: Int32, at now: Duration) -> Decision {
        let limit = Int64(max(1, limit))
        let step = Self.minute / limit
        let time = Self.nanoseconds(now)
        return buckets.withLock { table in
            table.update(userID, at: now, initial: time) { full in
                let next = max(full, time) + step
                let excess = next - time - step * limit
                guard excess <= 0 else {
                    return .refused(
                        Self.state(limit, step, full: max(full, time), at: time), after: .nanoseconds(excess))
                }
                full = next
                return .granted(Self.state(limit, step, full: full, at: time))
            }
        }
    }

    /// Gives back one that was taken and not used.
    package func giveBack(userID: Int64, limit: Int32, at now: Duration) {
        let step = Self.minute / Int64(max(1, limit))
        let time = Self.nanoseconds(now)
        buckets.withLock { table in
            table.update(userID, at: now, initial: time) { full in full = max(time, full - step) }
        }
    }

    private static func state(_ limit: Int64, _ step: Int64, full: Int64, at now: Int64) -> RateLimit {
        let used = full - now
        let remaining = max(0, (step * limit - used) / step)
        return RateLimit(limit: limit, remaining: remaining, reset: .nanoseconds(used))
    }

    private static func nanoseconds(_ duration: Duration) -> Int64 {
        duration.components.seconds &* 1_000_000_000 &+ duration.components.attoseconds / 1_000_000_000
    }
}
