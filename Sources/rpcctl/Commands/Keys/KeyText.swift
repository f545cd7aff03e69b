// How a key is shown: its details, and the secret where it was just made.
internal import Contract

enum KeyText {
    static func details(_ key: ApiKey, secret: String? = nil) -> Details {
        var details = Details()
        details.add("secret", secret, .bold)
        add(key, to: &details)
        return details
    }

    private static func add(_ key: ApiKey, to details: inout Details) {
        let status = key.isActive ? "active" : "inactive"
        details.add("id", key.id)
        details.add("name", key.name)
        details.add("prefix", key.prefix)
        details.add("user", key.userId)
        details.add("status", status, StatusPaint.of(status))
        details.add("scopes", key.scopes.joined(separator: " "))
        details.add("from", key.allowedIps.joined(separator: " "))
        if key.maxMessagesPerMinute > 0 { details.add("per minute", key.maxMessagesPerMinute) }
        details.add("expires", TimeText.seconds(key.expiresAt))
        details.add("last used", TimeText.seconds(key.lastUsedAt))
        if key.rotatedFrom != 0 { details.add("successor of", key.rotatedFrom) }
        details.add("created", TimeText.seconds(key.createdAt))
    }
}
