// How a webhook is shown: its details, and the secret where it was just made.
internal import Codec
internal import Contract

enum WebhookText {
    static func details(_ webhook: Webhook, secret: String? = nil) -> Details {
        var details = Details()
        details.add("secret", secret, .bold)
        details.add("id", webhook.id)
        details.add("url", webhook.url)
        details.add("description", webhook.description)
        details.add("user", webhook.userId)
        details.add("status", status(webhook), StatusPaint.of(status(webhook)))
        details.add("types", webhook.types.joined(separator: " "))
        if webhook.sessionId != 0 { details.add("session", webhook.sessionId) }
        details.add("headers", webhook.headers.map(\.name).joined(separator: " "))
        details.add("delivered", webhook.delivered)
        if webhook.waiting > 0 { details.add("waiting", webhook.waiting) }
        if webhook.dead > 0 { details.add("dead", webhook.dead) }
        if webhook.lost > 0 { details.add("lost", webhook.lost) }
        details.add("last success", TimeText.seconds(webhook.lastSuccessAt))
        details.add("last failure", TimeText.seconds(webhook.lastFailureAt))
        details.add("last error", webhook.lastError)
        details.add("old secret until", TimeText.seconds(webhook.formerSecretUntil))
        details.add("created", TimeText.seconds(webhook.createdAt))
        return details
    }

    /// `active`, `inactive`, or why it is not delivered to.
    static func status(_ webhook: Webhook) -> String {
        webhook.inactiveReason.isEmpty ? (webhook.isActive ? "active" : "inactive") : webhook.inactiveReason
    }
}
