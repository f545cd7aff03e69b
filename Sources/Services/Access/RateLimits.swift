// How many messages may be accepted in a minute: a bucket for each user, and one for each API key that has a limit of its
// own, which its successors go on with and the keys made with it take from too (KnownKey). A message takes one from every bucket that it falls under, or none from any.
// In memory: a restart fills all buckets. The daily quota is the store's and survives.

internal import Synchronization

/// Token buckets for messages. Thread-safe; never blocks for long.
package final class RateLimits: Sendable {
    /// Whose bucket it is.
    package enum Subject: Sendable, Hashable {
        case user(Int64)
        case key(Int64)
    }

    /// A bucket that a message takes one from.
    package struct Charge: Sendable, Hashable {
        package let subject: Subject
        /// In a minute; above 0.
        let limit: Int64

        /// Nil for 0, which is no limit.
        package init?(_ subject: Subject, limit: Int32) {
            guard limit > 0 else { return nil }
            self.subject = subject
            self.limit = Int64(limit)
        }
    }

    package enum Decision: Sendable, Hashable {
        /// - Parameter state: of the bucket with the least left; nil where nothing is limited.
        case granted(state: RateLimit?)
        /// - Parameter after: when one more will be granted.
        case refused(RateLimit, after: Duration)
    }

    private let buckets = Mutex(TokenBuckets<Subject>(period: .seconds(60)))

    package init() {}

    /// How many buckets are remembered: those that are not full.
    package var count: Int { buckets.withLock { $0.count } }

    /// Takes one from each of these buckets, where all have one.
    /// - Parameter now: monotonic.
    package func take(_ charges: [Charge], at now: Duration) -> Decision {
        buckets.withLock { buckets in
            for charge in charges {
                guard let wait = buckets.wait(for: charge.subject, limit: charge.limit, at: now) else { continue }
                return .refused(buckets.state(of: charge.subject, limit: charge.limit, at: now), after: wait)
            }
            for charge in charges { buckets.take(charge.subject, limit: charge.limit, at: now) }
            return .granted(state: Self.tightest(of: charges, in: buckets, at: now))
        }
    }

    /// Gives back what was taken and not used.
    package func giveBack(_ charges: [Charge], at now: Duration) {
        buckets.withLock { buckets in
            for charge in charges { buckets.giveBack(charge.subject, limit: charge.limit, at: now) }
        }
    }

    /// How the bucket with the least left stands; nil where nothing is limited. Takes nothing.
    package func state(of charges: [Charge], at now: Duration) -> RateLimit? {
        buckets.withLock { Self.tightest(of: charges, in: $0, at: now) }
    }

    private static func tightest(
        of charges: [Charge], in buckets: borrowing TokenBuckets<Subject>, at now: Duration
    ) -> RateLimit? {
        var tightest: RateLimit?
        for charge in charges {
            let state = buckets.state(of: charge.subject, limit: charge.limit, at: now)
            if tightest.map({ state.remaining < $0.remaining }) ?? true { tightest = state }
        }
        return tightest
    }
}

extension Principal {
    /// The buckets that a message falls under which this caller has accepted for a user.
    /// - Parameters:
    ///   - owner: whose message it is; not always the caller's.
    ///   - limit: the owner's, in a minute.
    package func charges(owner: Int64, limit: Int32) -> [RateLimits.Charge] {
        var charges: [RateLimits.Charge] = []
        if let charge = RateLimits.Charge(.user(owner), limit: limit) { charges.append(charge) }
        charges += keyCharges
        return charges
    }
}
