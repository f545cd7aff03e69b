// Generated from switchboard/v1/messages.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CMessages
internal import CProtobufC
package import Codec

extension Message {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__message__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Message.self)
        id = c.pointee.id
        userId = c.pointee.user_id
        sessionId = c.pointee.session_id
        direction = Unpacked.enumeration(c.pointee.direction)
        recipient = Unpacked.string(c.pointee.recipient)
        sender = Unpacked.string(c.pointee.sender)
        switch c.pointee.kind_case.rawValue {
        case 7: kind = .text(Unpacked.message(c.pointee.text) ?? TextContent())
        default: break
        }
        content = Unpacked.string(c.pointee.content)
        status = Unpacked.enumeration(c.pointee.status)
        holdReason = Unpacked.string(c.pointee.hold_reason)
        nextTryAt = Unpacked.message(c.pointee.next_try_at)
        attempts = c.pointee.attempts
        clientMessageId = Unpacked.string(c.pointee.client_message_id)
        providerMessageId = Unpacked.string(c.pointee.provider_message_id)
        replyToId = c.pointee.reply_to_id
        scheduledAt = Unpacked.message(c.pointee.scheduled_at)
        expiresAt = Unpacked.message(c.pointee.expires_at)
        errorCode = Unpacked.string(c.pointee.error_code)
        errorMessage = Unpacked.string(c.pointee.error_message)
        createdAt = Unpacked.message(c.pointee.created_at)
        updatedAt = Unpacked.message(c.pointee.updated_at)
        dispatchedAt = Unpacked.message(c.pointee.dispatched_at)
        submittedAt = Unpacked.message(c.pointee.submitted_at)
        sentAt = Unpacked.message(c.pointee.sent_at)
        deliveredAt = Unpacked.message(c.pointee.delivered_at)
        readAt = Unpacked.message(c.pointee.read_at)
        playedAt = Unpacked.message(c.pointee.played_at)
        failedAt = Unpacked.message(c.pointee.failed_at)
        timeline = Unpacked.messages(c.pointee.n_timeline, c.pointee.timeline)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Message.self)
        c.pointee.id = id
        c.pointee.user_id = userId
        c.pointee.session_id = sessionId
        c.pointee.direction = Packed.enumeration(direction)
        c.pointee.recipient = arena.bytes(recipient)
        c.pointee.sender = arena.bytes(sender)
        switch kind {
        case .text(let value):
            c.pointee.kind_case = .init(rawValue: 7)
            c.pointee.text = arena.message(value)
        case nil: break
        }
        c.pointee.content = arena.bytes(content)
        c.pointee.status = Packed.enumeration(status)
        c.pointee.hold_reason = arena.bytes(holdReason)
        c.pointee.next_try_at = arena.message(nextTryAt)
        c.pointee.attempts = attempts
        c.pointee.client_message_id = arena.bytes(clientMessageId)
        c.pointee.provider_message_id = arena.bytes(providerMessageId)
        c.pointee.reply_to_id = replyToId
        c.pointee.scheduled_at = arena.message(scheduledAt)
        c.pointee.expires_at = arena.message(expiresAt)
        c.pointee.error_code = arena.bytes(errorCode)
        c.pointee.error_message = arena.bytes(errorMessage)
        c.pointee.created_at = arena.message(createdAt)
        c.pointee.updated_at = arena.message(updatedAt)
        c.pointee.dispatched_at = arena.message(dispatchedAt)
        c.pointee.submitted_at = arena.message(submittedAt)
        c.pointee.sent_at = arena.message(sentAt)
        c.pointee.delivered_at = arena.message(deliveredAt)
        c.pointee.read_at = arena.message(readAt)
        c.pointee.played_at = arena.message(playedAt)
        c.pointee.failed_at = arena.message(failedAt)
        (c.pointee.n_timeline, c.pointee.timeline) = arena.messages(timeline)
    }
}

extension TextContent {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__text_content__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__TextContent.self)
        body = Unpacked.string(c.pointee.body)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__TextContent.self)
        c.pointee.body = arena.bytes(body)
    }
}

extension TimelineEntry {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__timeline_entry__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__TimelineEntry.self)
        at = Unpacked.message(c.pointee.at)
        from = Unpacked.enumeration(c.pointee.from)
        to = Unpacked.enumeration(c.pointee.to)
        cause = Unpacked.string(c.pointee.cause)
        attempt = c.pointee.attempt
        bridge = Unpacked.string(c.pointee.bridge)
        reason = Unpacked.string(c.pointee.reason)
        engineCode = Unpacked.string(c.pointee.engine_code)
        detail = Unpacked.string(c.pointee.detail)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__TimelineEntry.self)
        c.pointee.at = arena.message(at)
        c.pointee.from = Packed.enumeration(from)
        c.pointee.to = Packed.enumeration(to)
        c.pointee.cause = arena.bytes(cause)
        c.pointee.attempt = attempt
        c.pointee.bridge = arena.bytes(bridge)
        c.pointee.reason = arena.bytes(reason)
        c.pointee.engine_code = arena.bytes(engineCode)
        c.pointee.detail = arena.bytes(detail)
    }
}

extension SendTextRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__send_text_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SendTextRequest.self)
        recipient = Unpacked.string(c.pointee.recipient)
        message = Unpacked.string(c.pointee.message)
        session = Unpacked.string(c.pointee.session)
        sessionId = c.pointee.session_id
        queue = Unpacked.enumeration(c.pointee.queue)
        scheduledAt = Unpacked.message(c.pointee.scheduled_at)
        expiresAt = Unpacked.message(c.pointee.expires_at)
        replyToId = c.pointee.reply_to_id
        idempotencyKey = Unpacked.string(c.pointee.idempotency_key)
        userId = c.pointee.user_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SendTextRequest.self)
        c.pointee.recipient = arena.bytes(recipient)
        c.pointee.message = arena.bytes(message)
        c.pointee.session = arena.bytes(session)
        c.pointee.session_id = sessionId
        c.pointee.queue = Packed.enumeration(queue)
        c.pointee.scheduled_at = arena.message(scheduledAt)
        c.pointee.expires_at = arena.message(expiresAt)
        c.pointee.reply_to_id = replyToId
        c.pointee.idempotency_key = arena.bytes(idempotencyKey)
        c.pointee.user_id = userId
    }
}

extension GetMessageRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__get_message_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetMessageRequest.self)
        id = c.pointee.id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetMessageRequest.self)
        c.pointee.id = id
    }
}

extension ListMessagesRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_messages_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListMessagesRequest.self)
        pageSize = c.pointee.page_size
        pageToken = Unpacked.string(c.pointee.page_token)
        page = c.pointee.page
        status = Unpacked.enumeration(c.pointee.status)
        session = Unpacked.string(c.pointee.session)
        sessionId = c.pointee.session_id
        userId = c.pointee.user_id
        recipient = Unpacked.string(c.pointee.recipient)
        direction = Unpacked.enumeration(c.pointee.direction)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListMessagesRequest.self)
        c.pointee.page_size = pageSize
        c.pointee.page_token = arena.bytes(pageToken)
        c.pointee.page = page
        c.pointee.status = Packed.enumeration(status)
        c.pointee.session = arena.bytes(session)
        c.pointee.session_id = sessionId
        c.pointee.user_id = userId
        c.pointee.recipient = arena.bytes(recipient)
        c.pointee.direction = Packed.enumeration(direction)
    }
}

extension ListMessagesResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_messages_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListMessagesResponse.self)
        messages = Unpacked.messages(c.pointee.n_messages, c.pointee.messages)
        nextPageToken = Unpacked.string(c.pointee.next_page_token)
        totalSize = c.pointee.total_size
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListMessagesResponse.self)
        (c.pointee.n_messages, c.pointee.messages) = arena.messages(messages)
        c.pointee.next_page_token = arena.bytes(nextPageToken)
        c.pointee.total_size = totalSize
    }
}

extension WatchMessagesRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__watch_messages_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__WatchMessagesRequest.self)
        id = c.pointee.id
        sessionId = c.pointee.session_id
        userId = c.pointee.user_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__WatchMessagesRequest.self)
        c.pointee.id = id
        c.pointee.session_id = sessionId
        c.pointee.user_id = userId
    }
}

extension MessageUpdate {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__message_update__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__MessageUpdate.self)
        message = Unpacked.message(c.pointee.message)
        entry = Unpacked.message(c.pointee.entry)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__MessageUpdate.self)
        c.pointee.message = arena.message(message)
        c.pointee.entry = arena.message(entry)
    }
}
