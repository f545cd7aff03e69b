// What a change of a message's status means for its owner's usage. A message is sent once, on the day on which it first
// got as far as `sent`, whatever comes after; it fails as often as it fails.

internal import Store

enum MessageUsage {
    /// Inside the write job that changes the message.
    static func count(_ before: MessageRecord, _ after: MessageRecord, at now: Instant, in db: Database) throws {
        guard before.status != after.status, after.userID != 0 else { return }
        let key = UsageKey(userID: after.userID, day: now.day)
        if after.status == .failed { db.usage.count(.messagesFailed, for: key) }
        guard isSent(after), before.sentAt ?? before.deliveredAt ?? before.readAt ?? before.playedAt == nil else {
            return
        }
        db.usage.count(.messagesSent, for: key)
        if after.kind == .media { db.usage.count(.mediaSent, for: key) }
    }

    private static func isSent(_ message: MessageRecord) -> Bool {
        switch message.status {
        case .sent, .delivered, .read, .played: message.direction == .outbound
        default: false
        }
    }
}
