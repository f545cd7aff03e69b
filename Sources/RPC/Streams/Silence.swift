// Heartbeats, which ttrpc lacks: how long nothing was said on a stream, and when that is too long. Who writes says a sign
// of life when it is; who reads holds the other side for gone. One for both, since both count the same thing; the limit of
// who reads is a multiple of the other's. Pure: time is an argument, on any clock that does not go back.

/// How long nothing was said, and for how long nothing may be.
public struct Silence: Sendable, Hashable {
    public let limit: Duration
    /// When something was said last.
    public private(set) var since: Duration

    /// - Parameters:
    ///   - limit: how long it may last.
    ///   - now: from when on it counts.
    public init(limit: Duration, since now: Duration) {
        self.limit = limit
        since = now
    }

    /// Something was said.
    public mutating func broken(at now: Duration) { since = max(since, now) }

    public func length(at now: Duration) -> Duration { max(.zero, now - since) }

    /// How long it may still last; zero when it has lasted too long.
    public func left(at now: Duration) -> Duration { max(.zero, limit - length(at: now)) }

    public func isTooLong(at now: Duration) -> Bool { length(at: now) >= limit }
}
