// What `if-match` means where there is nothing to match (RFC 9110, section 13.1.1): only users, webhooks and templates
// have versions, so for whatever else a caller names one, the condition is false and nothing is done. To ignore it would be to tell
// somebody who asked for care that it was taken. `*` asks no more than that the thing is there, which each method finds
// out anyway.

internal import Contract
package import RPC

/// Refuses calls on a condition that cannot hold.
package struct ConditionInterceptor: SynchronousInterceptor {
    /// These look at the condition themselves.
    private static let conditional: Set<Method> = [
        UsersMethods.getUser, UsersMethods.updateUser, UsersMethods.deleteUser, UsersMethods.activateUser,
        UsersMethods.deactivateUser, UsersMethods.setPassword, WebhooksMethods.getWebhook,
        WebhooksMethods.updateWebhook, WebhooksMethods.deleteWebhook, MessagesMethods.getTemplate,
        MessagesMethods.updateTemplate, MessagesMethods.deleteTemplate,
    ]

    package init() {}

    package func begin(_ context: CallContext) throws -> Bool {
        guard let tags = context.ifMatch, !tags.contains("*"), !Self.conditional.contains(context.method) else {
            return true
        }
        throw RPCError.make(
            .etagMismatch, "This has no version that a condition could name.",
            hint: "Only users, webhooks and templates have an ETag: leave If-Match out.")
    }
}

extension CallContext {
    /// The tags that the caller names, as they stand there, or `*`; nil: there is no condition.
    var ifMatch: [Substring]? {
        let given = metadata.values(for: "if-match")
        guard !given.isEmpty else { return nil }
        return given.flatMap { $0.split(separator: ",") }.map { tag in
            var tag = tag.drop { $0 == " " }
            while tag.last == " " { tag.removeLast() }
            return tag
        }
    }
}
