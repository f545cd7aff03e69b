// Generated from switchboard/v1/messages.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CMessages
internal import CProtobufC
package import Codec

extension Message {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__message__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Message.self)
        self.id = c.pointee.id
        self.userId = c.pointee.user_id
        self.sessionId = c.pointee.session_id
        self.direction = Unpacked.enumeration(c.pointee.direction)
        self.recipient = Unpacked.string(c.pointee.recipient)
        self.sender = Unpacked.string(c.pointee.sender)
        switch c.pointee.kind_case.rawValue {
        case 7: self.kind = .text(Unpacked.message(c.pointee.text) ?? TextContent())
        default: break
        }
        self.content = Unpacked.string(c.pointee.content)
        self.status = Unpacked.enumeration(c.pointee.status)
        self.holdReason = Unpacked.string(c.pointee.hold_reason)
        self.nextTryAt = Unpacked.message(c.pointee.next_try_at)
        self.attempts = c.pointee.attempts
        self.clientMessageId = Unpacked.string(c.pointee.client_message_id)
        self.providerMessageId = Unpacked.string(c.pointee.provider_message_id)
        self.replyToId = c.pointee.reply_to_id
        self.scheduledAt = Unpacked.message(c.pointee.scheduled_at)
        self.expiresAt = Unpacked.message(c.pointee.expires_at)
        self.errorCode = Unpacked.string(c.pointee.error_code)
        self.errorMessage = Unpacked.string(c.pointee.error_message)
        self.createdAt = Unpacked.message(c.pointee.created_at)
        self.updatedAt = Unpacked.message(c.pointee.updated_at)
        self.dispatchedAt = Unpacked.message(c.pointee.dispatched_at)
        self.submittedAt = Unpacked.message(c.pointee.submitted_at)
        self.sentAt = Unpacked.message(c.pointee.sent_at)
        self.deliveredAt = Unpacked.message(c.pointee.delivered_at)
        self.readAt = Unpacked.message(c.pointee.read_at)
        self.playedAt = Unpacked.message(c.pointee.played_at)
        self.failedAt = Unpacked.message(c.pointee.failed_at)
        self.timeline = Unpacked.messages(c.pointee.n_timeline, c.pointee.timeline)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Message.self)
        c.pointee.id = self.id
        c.pointee.user_id = self.userId
        c.pointee.session_id = self.sessionId
        c.pointee.direction = Packed.enumeration(self.direction)
        c.pointee.recipient = arena.bytes(self.recipient)
        c.pointee.sender = arena.bytes(self.sender)
        switch self.kind {
        case .text(let value):
            c.pointee.kind_case = .init(rawValue: 7)
            c.pointee.text = arena.message(value)
        case nil: break
        }
        c.pointee.content = arena.bytes(self.content)
        c.pointee.status = Packed.enumeration(self.status)
        c.pointee.hold_reason = arena.bytes(self.holdReason)
        c.pointee.next_try_at = arena.message(self.nextTryAt)
        c.pointee.attempts = self.attempts
        c.pointee.client_message_id = arena.bytes(self.clientMessageId)
        c.pointee.provider_message_id = arena.bytes(self.providerMessageId)
        c.pointee.reply_to_id = self.replyToId
        c.pointee.scheduled_at = arena.message(self.scheduledAt)
        c.pointee.expires_at = arena.message(self.expiresAt)
        c.pointee.error_code = arena.bytes(self.errorCode)
        c.pointee.error_message = arena.bytes(self.errorMessage)
        c.pointee.created_at = arena.message(self.createdAt)
        c.pointee.updated_at = arena.message(self.updatedAt)
        c.pointee.dispatched_at = arena.message(self.dispatchedAt)
        c.pointee.submitted_at = arena.message(self.submittedAt)
        c.pointee.sent_at = arena.message(self.sentAt)
        c.pointee.delivered_at = arena.message(self.deliveredAt)
        c.pointee.read_at = arena.message(self.readAt)
        c.pointee.played_at = arena.message(self.playedAt)
        c.pointee.failed_at = arena.message(self.failedAt)
        (c.pointee.n_timeline, c.pointee.timeline) = arena.messages(self.timeline)
    }
}

extension TextContent {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__text_content__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__TextContent.self)
        self.body = Unpacked.string(c.pointee.body)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__TextContent.self)
        c.pointee.body = arena.bytes(self.body)
    }
}

extension TimelineEntry {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__timeline_entry__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__TimelineEntry.self)
        self.at = Unpacked.message(c.pointee.at)
        self.from = Unpacked.enumeration(c.pointee.from)
        self.to = Unpacked.enumeration(c.pointee.to)
        self.cause = Unpacked.string(c.pointee.cause)
        self.attempt = c.pointee.attempt
        self.bridge = Unpacked.string(c.pointee.bridge)
        self.reason = Unpacked.string(c.pointee.reason)
        self.engineCode = Unpacked.string(c.pointee.engine_code)
        self.detail = Unpacked.string(c.pointee.detail)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__TimelineEntry.self)
        c.pointee.at = arena.message(self.at)
        c.pointee.from = Packed.enumeration(self.from)
        c.pointee.to = Packed.enumeration(self.to)
        c.pointee.cause = arena.bytes(self.cause)
        c.pointee.attempt = self.attempt
        c.pointee.bridge = arena.bytes(self.bridge)
        c.pointee.reason = arena.bytes(self.reason)
        c.pointee.engine_code = arena.bytes(self.engineCode)
        c.pointee.detail = arena.bytes(self.detail)
    }
}

extension SendTextRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__send_text_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SendTextRequest.self)
        self.recipient = Unpacked.string(c.pointee.recipient)
        self.message = Unpacked.string(c.pointee.message)
        self.session = Unpacked.string(c.pointee.session)
        self.sessionId = c.pointee.session_id
        self.queue = Unpacked.enumeration(c.pointee.queue)
        self.scheduledAt = Unpacked.message(c.pointee.scheduled_at)
        self.expiresAt = Unpacked.message(c.pointee.expires_at)
        self.replyToId = c.pointee.reply_to_id
        self.idempotencyKey = Unpacked.string(c.pointee.idempotency_key)
        self.userId = c.pointee.user_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SendTextRequest.self)
        c.pointee.recipient = arena.bytes(self.recipient)
        c.pointee.message = arena.bytes(self.message)
        c.pointee.session = arena.bytes(self.session)
        c.pointee.session_id = self.sessionId
        c.pointee.queue = Packed.enumeration(self.queue)
        c.pointee.scheduled_at = arena.message(self.scheduledAt)
        c.pointee.expires_at = arena.message(self.expiresAt)
        c.pointee.reply_to_id = self.replyToId
        c.pointee.idempotency_key = arena.bytes(self.idempotencyKey)
        c.pointee.user_id = self.userId
    }
}

extension GetMessageRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__get_message_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetMessageRequest.self)
        self.id = c.pointee.id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetMessageRequest.self)
        c.pointee.id = self.id
    }
}

extension CancelMessageRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__cancel_message_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CancelMessageRequest.self)
        self.id = c.pointee.id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CancelMessageRequest.self)
        c.pointee.id = self.id
    }
}

extension RetryMessageRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__retry_message_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RetryMessageRequest.self)
        self.id = c.pointee.id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RetryMessageRequest.self)
        c.pointee.id = self.id
    }
}

extension ResolveMessageRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__resolve_message_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ResolveMessageRequest.self)
        self.id = c.pointee.id
        self.resolution = Unpacked.enumeration(c.pointee.resolution)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ResolveMessageRequest.self)
        c.pointee.id = self.id
        c.pointee.resolution = Packed.enumeration(self.resolution)
    }
}

extension ListMessagesRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_messages_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListMessagesRequest.self)
        self.pageSize = c.pointee.page_size
        self.pageToken = Unpacked.string(c.pointee.page_token)
        self.page = c.pointee.page
        self.status = Unpacked.enumeration(c.pointee.status)
        self.session = Unpacked.string(c.pointee.session)
        self.sessionId = c.pointee.session_id
        self.userId = c.pointee.user_id
        self.recipient = Unpacked.string(c.pointee.recipient)
        self.direction = Unpacked.enumeration(c.pointee.direction)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListMessagesRequest.self)
        c.pointee.page_size = self.pageSize
        c.pointee.page_token = arena.bytes(self.pageToken)
        c.pointee.page = self.page
        c.pointee.status = Packed.enumeration(self.status)
        c.pointee.session = arena.bytes(self.session)
        c.pointee.session_id = self.sessionId
        c.pointee.user_id = self.userId
        c.pointee.recipient = arena.bytes(self.recipient)
        c.pointee.direction = Packed.enumeration(self.direction)
    }
}

extension ListMessagesResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_messages_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListMessagesResponse.self)
        self.messages = Unpacked.messages(c.pointee.n_messages, c.pointee.messages)
        self.nextPageToken = Unpacked.string(c.pointee.next_page_token)
        self.totalSize = c.pointee.total_size
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListMessagesResponse.self)
        (c.pointee.n_messages, c.pointee.messages) = arena.messages(self.messages)
        c.pointee.next_page_token = arena.bytes(self.nextPageToken)
        c.pointee.total_size = self.totalSize
    }
}

extension WatchMessagesRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__watch_messages_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__WatchMessagesRequest.self)
        self.id = c.pointee.id
        self.sessionId = c.pointee.session_id
        self.userId = c.pointee.user_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__WatchMessagesRequest.self)
        c.pointee.id = self.id
        c.pointee.session_id = self.sessionId
        c.pointee.user_id = self.userId
    }
}

extension MessageUpdate {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__message_update__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__MessageUpdate.self)
        self.message = Unpacked.message(c.pointee.message)
        self.entry = Unpacked.message(c.pointee.entry)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__MessageUpdate.self)
        c.pointee.message = arena.message(self.message)
        c.pointee.entry = arena.message(self.entry)
    }
}
