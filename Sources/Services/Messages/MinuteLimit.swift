// The limit on messages per minute, where a message is made: in the write job, once everything else has been found right,
// so that what is refused and what is only repeated takes nothing. It is the limit of whose message it is, whoever asks
// for it, and that of the API key that was used, where it has one.
//
// An object, because a write job may be run a second time when its batch was rolled back (docs/STORE.md), and a message
// that was not made after all gives back what it took, whichever way it failed.

internal import Contract
internal import RPC
internal import Store
internal import Synchronization

/// What one message takes of the minute.
final class MinuteLimit: Sendable {
    private let limits: RateLimits
    /// Monotonic.
    private let now: Duration
    private let taken = Mutex<[RateLimits.Charge]>([])

    init(_ limits: RateLimits, at now: Duration) {
        self.limits = limits
        self.now = now
    }

    /// Takes one message of an owner and of the caller's key, where both have one; what an earlier run of the job took
    /// is given back before.
    /// - Parameter limit: the owner's.
    func take(owner: Int64, limit: Int32, by principal: Principal) -> RateLimits.Decision {
        giveBack()
        let charges = principal.charges(owner: owner, limit: limit)
        let decision = limits.take(charges, at: now)
        if case .granted = decision { taken.withLock { $0 = charges } }
        return decision
    }

    /// The message was not made after all.
    func giveBack() {
        let charges = taken.withLock { taken in
            defer { taken = [] }
            return taken
        }
        if !charges.isEmpty { limits.giveBack(charges, at: now) }
    }

    static func refusal(_ state: RateLimit, after wait: Duration) -> RPCError {
        RPCError.make(
            .rateLimited, "More than \(state.limit) messages in a minute are too many.", retryAfter: wait)
    }
}
