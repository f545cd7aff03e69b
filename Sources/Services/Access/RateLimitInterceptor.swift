// Stands behind AccessInterceptor and holds users to their messages per minute. Limited are the methods that make
// messages; a call that made none, because it was refused or is a repeat, gives back what it took, so a limit of 30 is 30
// messages, and 50 callers at once cannot pass it, because each takes before it begins. What could take nothing goes on,
// with the refusal for its handler to throw, unless it is a repeat (RateLimitVerdict.swift).

package import Contract
package import RPC

/// Has refused what a user's limit per minute does not allow, and tells on every answer what is left of it.
package struct RateLimitInterceptor: SynchronousInterceptor {
    private let limited: Set<Method>
    private let limits: RateLimits
    private let clock: any Clock

    package init(limits: RateLimits, clock: any Clock) {
        self.limits = limits
        self.clock = clock
        limited = Set(AccessTable.byMethod { rule, _ in Self.makesMessages(rule) ? true : nil }.keys)
    }

    /// Whether a method makes messages: it asks for the scope to send, and a repeat of it must not send twice.
    package static func makesMessages(_ rule: AccessRule) -> Bool {
        rule.scope == "messages:send" && rule.idempotent
    }

    /// Whose bucket a call takes from, and how large that is.
    private struct Bucket {
        let userID: Int64
        let limit: Int32
    }

    /// The same from a call's begin to its end; nil for a call that takes nothing.
    private func bucket(_ context: CallContext) -> Bucket? {
        guard limited.contains(context.method), let principal = context[PrincipalKey.self],
            let userID = principal.userID, principal.messagesPerMinute > 0
        else { return nil }
        return Bucket(userID: userID, limit: principal.messagesPerMinute)
    }

    package func begin(_ context: CallContext) -> Bool {
        guard let bucket = bucket(context) else { return true }
        switch limits.take(userID: bucket.userID, limit: bucket.limit, at: clock.monotonic()) {
        case .refused(let state, let wait):
            RateLimitMetadata.tell(state, to: context)
            context.rateLimitRefusal = RPCError.make(
                .rateLimited, "More than \(bucket.limit) messages in a minute are too many.", retryAfter: wait)
        case .granted(let state): RateLimitMetadata.tell(state, to: context)
        }
        return true
    }

    package func ended(_ context: CallContext, _ error: (any Error)?) throws {
        guard let bucket = bucket(context) else { return }
        if let refusal = context.rateLimitRefusal {
            // A handler that does not ask must not go unnoticed.
            if error == nil, !context.isRepeat { throw refusal }
        } else if error != nil || context.isRepeat {
            limits.giveBack(userID: bucket.userID, limit: bucket.limit, at: clock.monotonic())
        }
    }
}
