// A stored message as the contract shows it. The one place where the two are put side by side.

internal import Codec
package import Contract
package import Store

extension Message {
    /// - Parameter timeline: what happened to it, where that was asked for.
    package init(_ record: MessageRecord, timeline: [TimelineEntry] = []) {
        if record.body.isEmpty, record.kind == .text {
            self.init()
            kind = .text(.with { $0.body = record.content })
        } else {
            self = MessageBody.read(record)
            reactions.removeAll { $0.emoji.isEmpty }
        }
        id = record.id
        userId = record.userID
        sessionId = record.sessionID
        direction = MessageDirection(rawValue: record.direction.rawValue)
        if record.direction == .inbound {
            chat = record.recipient
        } else {
            recipient = record.recipient
        }
        sender = record.sender
        senderLid = record.senderLID
        content = record.content
        status = MessageStatus(rawValue: record.status.rawValue)
        holdReason = record.holdReason
        nextTryAt = record.nextTryAt?.timestamp
        attempts = record.attempts
        clientMessageId = record.clientMessageID
        providerMessageId = record.providerMessageID
        replyToId = record.replyToID
        scheduledAt = record.scheduledAt?.timestamp
        expiresAt = record.expiresAt?.timestamp
        errorCode = record.errorCode
        errorMessage = record.errorMessage
        createdAt = record.createdAt.timestamp
        updatedAt = record.updatedAt.timestamp
        dispatchedAt = record.dispatchedAt?.timestamp
        submittedAt = record.submittedAt?.timestamp
        sentAt = record.sentAt?.timestamp
        deliveredAt = record.deliveredAt?.timestamp
        readAt = record.readAt?.timestamp
        playedAt = record.playedAt?.timestamp
        failedAt = record.failedAt?.timestamp
        self.timeline = timeline
    }
}

extension MessageRecord {
    /// The message as it stood when it was accepted: what its sender was answered first.
    /// - Parameter entry: the first of its timeline.
    package func asAccepted(_ entry: TimelineEntry?) -> MessageRecord {
        MessageRecord(
            id: id, userID: userID, sessionID: sessionID, direction: direction, kind: kind,
            status: entry.flatMap { Status(rawValue: $0.to.rawValue) } ?? (scheduledAt == nil ? .pending : .scheduled),
            recipient: recipient, sender: sender, clientMessageID: clientMessageID, replyToID: replyToID,
            holdReason: entry?.detail ?? "", scheduledAt: scheduledAt, expiresAt: expiresAt, createdAt: createdAt,
            content: content, body: body.isEmpty ? [] : MessageBody.read(self).kind.map(MessageBody.bytes) ?? [])
    }
}
