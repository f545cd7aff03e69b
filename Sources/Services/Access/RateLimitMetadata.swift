// What is left of a limit, as callers are told (API.md 2): response metadata on every answer of a limited method, which
// the gateway turns into headers. Where several limits hold, the one that will be felt first is told of.

package import RPC

/// A limit, and how much of it is left.
package struct RateLimit: Sendable, Hashable {
    package let limit: Int64
    package let remaining: Int64
    /// Until all of it is there again.
    package let reset: Duration

    package init(limit: Int64, remaining: Int64, reset: Duration) {
        self.limit = limit
        self.remaining = remaining
        self.reset = reset
    }
}

package enum RateLimitMetadata {
    package static let limit = "ratelimit-limit"
    package static let remaining = "ratelimit-remaining"
    /// In seconds, rounded up.
    package static let reset = "ratelimit-reset"

    /// Whether the caller was told of a limit.
    package static func isTold(to context: CallContext) -> Bool { context.responseMetadata[remaining] != nil }

    /// Tells the caller of a limit, unless one with less left was told of already.
    package static func tell(_ state: RateLimit, to context: CallContext) {
        var metadata = context.responseMetadata
        if let told = metadata[remaining].flatMap(Int64.init), told <= state.remaining { return }
        metadata[limit] = String(state.limit)
        metadata[remaining] = String(state.remaining)
        let (seconds, rest) = state.reset.components
        metadata[reset] = String(rest > 0 ? seconds + 1 : seconds)
        context.responseMetadata = metadata
    }
}
