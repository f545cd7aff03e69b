// How a message lies in its table: the columns in the order in which they are written and read, and which may change.

extension MessageRecord {
    static let columns = """
        id, user_id, session_id, direction, kind, status, attempts, attempts_allowed, epoch, bridge_id, recipient,
        sender, sender_lid, client_message_id, provider_message_id, reply_to_id, hold_reason, error_code, error_message,
        next_try_at, command_deadline, doubtful_attempt, rejected_attempt, ack_missed_at, asked_at, scheduled_at, expires_at,
        created_at, updated_at, dispatched_at, submitted_at, sent_at, delivered_at, read_at, played_at, failed_at, content,
        body
        """

    init(_ row: inout Row) throws(StoreError) {
        id = try row.next()
        userID = try row.next(Reference.self).id
        sessionID = try row.next(Reference.self).id
        direction = try row.next()
        kind = try row.next()
        status = try row.next()
        attempts = try row.next()
        attemptsAllowed = try row.next()
        epoch = try row.next()
        bridgeID = try row.next(Reference.self).id
        recipient = try row.next()
        sender = try row.next()
        senderLID = try row.next(OptionalText.self).text
        clientMessageID = try row.next(OptionalText.self).text
        providerMessageID = try row.next(OptionalText.self).text
        replyToID = try row.next(Reference.self).id
        holdReason = try row.next()
        errorCode = try row.next()
        errorMessage = try row.next()
        nextTryAt = try row.next()
        commandDeadline = try row.next()
        doubt = try row.next()
        rejectedAttempt = try row.next()
        ackMissedAt = try row.next()
        askedAt = try row.next()
        scheduledAt = try row.next()
        expiresAt = try row.next()
        createdAt = try row.next()
        updatedAt = try row.next()
        dispatchedAt = try row.next()
        submittedAt = try row.next()
        sentAt = try row.next()
        deliveredAt = try row.next()
        readAt = try row.next()
        playedAt = try row.next()
        failedAt = try row.next()
        content = try row.next()
        body = try row.next(OptionalBytes.self).bytes
    }

    /// What an INSERT binds: every column but the id, in the order of `columns`.
    func bind(to parameters: inout Parameters) {
        parameters.next(Reference(userID))
        parameters.next(Reference(sessionID))
        parameters.next(direction)
        parameters.next(kind)
        parameters.next(status)
        parameters.next(attempts)
        parameters.next(attemptsAllowed)
        parameters.next(epoch)
        parameters.next(Reference(bridgeID))
        parameters.next(recipient)
        parameters.next(sender)
        parameters.next(OptionalText(senderLID))
        parameters.next(OptionalText(clientMessageID))
        parameters.next(OptionalText(providerMessageID))
        parameters.next(Reference(replyToID))
        parameters.next(holdReason)
        parameters.next(errorCode)
        parameters.next(errorMessage)
        parameters.next(nextTryAt)
        parameters.next(commandDeadline)
        parameters.next(doubt)
        parameters.next(rejectedAttempt)
        parameters.next(ackMissedAt)
        parameters.next(askedAt)
        parameters.next(scheduledAt)
        parameters.next(expiresAt)
        parameters.next(createdAt)
        parameters.next(updatedAt)
        parameters.next(dispatchedAt)
        parameters.next(submittedAt)
        parameters.next(sentAt)
        parameters.next(deliveredAt)
        parameters.next(readAt)
        parameters.next(playedAt)
        parameters.next(failedAt)
        parameters.next(content)
        parameters.next(OptionalBytes(body))
    }

    /// What `apply` may change. Whose it is, to whom, and what it says stays as it was accepted.
    static let mutable: [MutableColumn<MessageRecord>] = [
        .init("status") { $0.status },
        .init("attempts") { $0.attempts },
        .init("attempts_allowed") { $0.attemptsAllowed },
        .init("epoch") { $0.epoch },
        .init("bridge_id") { Reference($0.bridgeID) },
        .init("provider_message_id") { OptionalText($0.providerMessageID) },
        .init("hold_reason") { $0.holdReason },
        .init("error_code") { $0.errorCode },
        .init("error_message") { $0.errorMessage },
        .init("next_try_at") { $0.nextTryAt },
        .init("command_deadline") { $0.commandDeadline },
        .init("doubtful_attempt") { $0.doubt },
        .init("rejected_attempt") { $0.rejectedAttempt },
        .init("ack_missed_at") { $0.ackMissedAt },
        .init("asked_at") { $0.askedAt },
        .init("expires_at") { $0.expiresAt },
        .init("updated_at") { $0.updatedAt },
        .init("dispatched_at") { $0.dispatchedAt },
        .init("submitted_at") { $0.submittedAt },
        .init("sent_at") { $0.sentAt },
        .init("delivered_at") { $0.deliveredAt },
        .init("read_at") { $0.readAt },
        .init("played_at") { $0.playedAt },
        .init("failed_at") { $0.failedAt },
    ]
}
