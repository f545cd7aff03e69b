// The limit on messages per UTC day (API.md 5). Enforced where the message is written, in the same transaction, so that
// callers cannot pass it together; told in response metadata, where less of it is left than of the minute's; a refusal tells it, too.

internal import Contract
internal import RPC
internal import Store

enum DailyQuota {
    /// What a user may have accepted today, and in a minute. Inside the write job that accepts it.
    static func allowance(
        ofUser userID: Int64, at now: Instant, in db: Database
    ) throws -> UsageRepository.Allowance {
        try db.usage.allowance(UsageKey(userID: userID, day: now.day))
    }

    /// Counts one more message of a user, where the limit allows it. In the same job.
    static func accept(
        ofUser userID: Int64, within allowance: UsageRepository.Allowance, at now: Instant, in db: Database
    ) -> UsageRepository.Acceptance {
        db.usage.accept(UsageKey(userID: userID, day: now.day), within: allowance)
    }

    /// QUOTA_EXCEEDED, to be tried again when the next day begins.
    static func refusal(_ acceptance: UsageRepository.Acceptance, at now: Instant) -> RPCError {
        RPCError.make(
            .quotaExceeded, "The limit of \(acceptance.limit) messages a day is reached.",
            metadata: ["limit": String(acceptance.limit)], retryAfter: CalendarDay.rest(after: now))
    }

    /// Says what is left of the day. The minute's limit has spoken before: the smaller remainder stands.
    static func tell(_ acceptance: UsageRepository.Acceptance, at now: Instant, to context: CallContext) {
        guard let remaining = acceptance.remaining else { return }
        RateLimitMetadata.tell(
            RateLimit(limit: acceptance.limit, remaining: remaining, reset: CalendarDay.rest(after: now)), to: context)
    }
}
