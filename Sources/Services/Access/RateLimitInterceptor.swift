// Stands behind AccessInterceptor and holds users to their messages per minute. Limited are the methods that make
// messages; a call that made none, because it was refused or is a repeat, gives back what it took, so a limit of 30 is 30
// messages, and 50 callers at once cannot pass it, because each takes before it begins. What could take nothing goes on,
// with the refusal for its handler to throw, unless it is a repeat (RateLimitVerdict.swift).

package import Contract
package import RPC

/// Has refused what a user's limit per minute does not allow, and tells on every answer what is left of it.
package struct RateLimitInterceptor: ServerInterceptor {
    /// By service, then by name: a path would have to be put together for each call.
    private let limited: [String: Set<String>]
    private let limits: RateLimits
    private let clock: any Clock

    package init(limits: RateLimits, clock: any Clock) {
        self.limits = limits
        self.clock = clock
        var limited: [String: Set<String>] = [:]
        for (path, rule) in AccessTable.rules where Self.makesMessages(rule) {
            let names = path.split(separator: "/").map(String.init)
            if names.count == 2 { limited[names[0], default: []].insert(names[1]) }
        }
        self.limited = limited
    }

    /// Whether a method makes messages: it asks for the scope to send, and a repeat of it must not send twice.
    package static func makesMessages(_ rule: AccessRule) -> Bool {
        rule.scope == "messages:send" && rule.idempotent
    }

    package func intercept(_ context: CallContext, _ next: () async throws -> Void) async throws {
        guard limited[context.method.service]?.contains(context.method.name) == true,
            let principal = context[PrincipalKey.self], let userID = principal.userID, principal.messagesPerMinute > 0
        else { return try await next() }
        let limit = principal.messagesPerMinute
        switch limits.take(userID: userID, limit: limit, at: clock.monotonic()) {
        case .refused(let state, let wait):
            RateLimitMetadata.tell(state, to: context)
            let refusal = RPCError.make(
                .rateLimited, "More than \(limit) messages in a minute are too many.", retryAfter: wait)
            context.rateLimitRefusal = refusal
            try await next()
            // A handler that does not ask must not go unnoticed.
            guard context.isRepeat else { throw refusal }
        case .granted(let state):
            RateLimitMetadata.tell(state, to: context)
            do {
                try await next()
            } catch {
                limits.giveBack(userID: userID, limit: limit, at: clock.monotonic())
                throw error
            }
            if context.isRepeat { limits.giveBack(userID: userID, limit: limit, at: clock.monotonic()) }
        }
    }
}
