// Tells callers what is left of their messages per minute (API.md 2), on every answer of a method that makes messages.
// Whoever makes one says so as it takes it, in the job that writes it (MinuteLimit), for only there it is known whose
// message it is; here stands what is left where none was made: after a refusal, and after a repeat.

package import Contract
package import RPC

/// Tells on every answer of a limited method how the caller's limit stands.
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

    package func begin(_ context: CallContext) throws -> Bool { true }

    package func ended(_ context: CallContext, _ error: (any Error)?) throws {
        guard limited.contains(context.method), !RateLimitMetadata.isTold(to: context),
            let principal = context[PrincipalKey.self], let userID = principal.userID
        else { return }
        let charges = principal.charges(owner: userID, limit: principal.messagesPerMinute)
        if let state = limits.state(of: charges, at: clock.monotonic()) { RateLimitMetadata.tell(state, to: context) }
    }
}
