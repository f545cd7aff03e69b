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
        case 30: self.kind = .media(Unpacked.message(c.pointee.media) ?? MediaContent())
        case 31: self.kind = .location(Unpacked.message(c.pointee.location) ?? LocationContent())
        case 32: self.kind = .contact(Unpacked.message(c.pointee.contact) ?? ContactContent())
        case 33: self.kind = .poll(Unpacked.message(c.pointee.poll) ?? PollContent())
        case 34: self.kind = .reaction(Unpacked.message(c.pointee.reaction) ?? ReactionContent())
        case 35: self.kind = .edit(Unpacked.message(c.pointee.edit) ?? EditContent())
        case 36: self.kind = .delete(Unpacked.message(c.pointee.delete_) ?? DeleteContent())
        case 37: self.kind = .unknown(Unpacked.message(c.pointee.unknown) ?? UnknownContent())
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
        self.chat = Unpacked.string(c.pointee.chat)
        self.editedAt = Unpacked.message(c.pointee.edited_at)
        self.deletedAt = Unpacked.message(c.pointee.deleted_at)
        self.reactions = Unpacked.messages(c.pointee.n_reactions, c.pointee.reactions)
        self.senderLid = Unpacked.string(c.pointee.sender_lid)
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
        case .media(let value):
            c.pointee.kind_case = .init(rawValue: 30)
            c.pointee.media = arena.message(value)
        case .location(let value):
            c.pointee.kind_case = .init(rawValue: 31)
            c.pointee.location = arena.message(value)
        case .contact(let value):
            c.pointee.kind_case = .init(rawValue: 32)
            c.pointee.contact = arena.message(value)
        case .poll(let value):
            c.pointee.kind_case = .init(rawValue: 33)
            c.pointee.poll = arena.message(value)
        case .reaction(let value):
            c.pointee.kind_case = .init(rawValue: 34)
            c.pointee.reaction = arena.message(value)
        case .edit(let value):
            c.pointee.kind_case = .init(rawValue: 35)
            c.pointee.edit = arena.message(value)
        case .delete(let value):
            c.pointee.kind_case = .init(rawValue: 36)
            c.pointee.delete_ = arena.message(value)
        case .unknown(let value):
            c.pointee.kind_case = .init(rawValue: 37)
            c.pointee.unknown = arena.message(value)
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
        c.pointee.chat = arena.bytes(self.chat)
        c.pointee.edited_at = arena.message(self.editedAt)
        c.pointee.deleted_at = arena.message(self.deletedAt)
        (c.pointee.n_reactions, c.pointee.reactions) = arena.messages(self.reactions)
        c.pointee.sender_lid = arena.bytes(self.senderLid)
    }
}

extension TextContent {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__text_content__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__TextContent.self)
        self.body = Unpacked.string(c.pointee.body)
        self.mentions = Unpacked.strings(c.pointee.n_mentions, c.pointee.mentions)
        self.linkPreview = Unpacked.enumeration(c.pointee.link_preview)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__TextContent.self)
        c.pointee.body = arena.bytes(self.body)
        (c.pointee.n_mentions, c.pointee.mentions) = arena.strings(self.mentions)
        c.pointee.link_preview = Packed.enumeration(self.linkPreview)
    }
}

extension MediaContent {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__media_content__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__MediaContent.self)
        self.kind = Unpacked.enumeration(c.pointee.kind)
        self.mediaId = c.pointee.media_id
        self.caption = Unpacked.string(c.pointee.caption)
        self.fileName = Unpacked.string(c.pointee.file_name)
        self.mimeType = Unpacked.string(c.pointee.mime_type)
        self.size = c.pointee.size
        self.durationMs = c.pointee.duration_ms
        self.mentions = Unpacked.strings(c.pointee.n_mentions, c.pointee.mentions)
        self.sha256 = Unpacked.string(c.pointee.sha256)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__MediaContent.self)
        c.pointee.kind = Packed.enumeration(self.kind)
        c.pointee.media_id = self.mediaId
        c.pointee.caption = arena.bytes(self.caption)
        c.pointee.file_name = arena.bytes(self.fileName)
        c.pointee.mime_type = arena.bytes(self.mimeType)
        c.pointee.size = self.size
        c.pointee.duration_ms = self.durationMs
        (c.pointee.n_mentions, c.pointee.mentions) = arena.strings(self.mentions)
        c.pointee.sha256 = arena.bytes(self.sha256)
    }
}

extension LocationContent {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__location_content__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__LocationContent.self)
        self.latitude = c.pointee.latitude
        self.longitude = c.pointee.longitude
        self.name = Unpacked.string(c.pointee.name)
        self.address = Unpacked.string(c.pointee.address)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__LocationContent.self)
        c.pointee.latitude = self.latitude
        c.pointee.longitude = self.longitude
        c.pointee.name = arena.bytes(self.name)
        c.pointee.address = arena.bytes(self.address)
    }
}

extension ContactContent {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__contact_content__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ContactContent.self)
        self.cards = Unpacked.messages(c.pointee.n_cards, c.pointee.cards)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ContactContent.self)
        (c.pointee.n_cards, c.pointee.cards) = arena.messages(self.cards)
    }
}

extension ContactCard {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__contact_card__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ContactCard.self)
        self.displayName = Unpacked.string(c.pointee.display_name)
        self.phoneNumbers = Unpacked.strings(c.pointee.n_phone_numbers, c.pointee.phone_numbers)
        self.organization = Unpacked.string(c.pointee.organization)
        self.emails = Unpacked.strings(c.pointee.n_emails, c.pointee.emails)
        self.vcard = Unpacked.string(c.pointee.vcard)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ContactCard.self)
        c.pointee.display_name = arena.bytes(self.displayName)
        (c.pointee.n_phone_numbers, c.pointee.phone_numbers) = arena.strings(self.phoneNumbers)
        c.pointee.organization = arena.bytes(self.organization)
        (c.pointee.n_emails, c.pointee.emails) = arena.strings(self.emails)
        c.pointee.vcard = arena.bytes(self.vcard)
    }
}

extension PollContent {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__poll_content__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__PollContent.self)
        self.question = Unpacked.string(c.pointee.question)
        self.options = Unpacked.strings(c.pointee.n_options, c.pointee.options)
        self.selectable = c.pointee.selectable
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__PollContent.self)
        c.pointee.question = arena.bytes(self.question)
        (c.pointee.n_options, c.pointee.options) = arena.strings(self.options)
        c.pointee.selectable = self.selectable
    }
}

extension ReactionContent {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__reaction_content__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ReactionContent.self)
        self.messageId = c.pointee.message_id
        self.emoji = Unpacked.string(c.pointee.emoji)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ReactionContent.self)
        c.pointee.message_id = self.messageId
        c.pointee.emoji = arena.bytes(self.emoji)
    }
}

extension EditContent {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__edit_content__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__EditContent.self)
        self.messageId = c.pointee.message_id
        self.body = Unpacked.string(c.pointee.body)
        self.mentions = Unpacked.strings(c.pointee.n_mentions, c.pointee.mentions)
        self.linkPreview = Unpacked.enumeration(c.pointee.link_preview)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__EditContent.self)
        c.pointee.message_id = self.messageId
        c.pointee.body = arena.bytes(self.body)
        (c.pointee.n_mentions, c.pointee.mentions) = arena.strings(self.mentions)
        c.pointee.link_preview = Packed.enumeration(self.linkPreview)
    }
}

extension DeleteContent {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__delete_content__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__DeleteContent.self)
        self.messageId = c.pointee.message_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__DeleteContent.self)
        c.pointee.message_id = self.messageId
    }
}

extension UnknownContent {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__unknown_content__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__UnknownContent.self)
        self.kind = Unpacked.string(c.pointee.kind)
        self.text = Unpacked.string(c.pointee.text)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__UnknownContent.self)
        c.pointee.kind = arena.bytes(self.kind)
        c.pointee.text = arena.bytes(self.text)
    }
}

extension Reaction {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__reaction__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Reaction.self)
        self.sender = Unpacked.string(c.pointee.sender)
        self.emoji = Unpacked.string(c.pointee.emoji)
        self.at = Unpacked.message(c.pointee.at)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Reaction.self)
        c.pointee.sender = arena.bytes(self.sender)
        c.pointee.emoji = arena.bytes(self.emoji)
        c.pointee.at = arena.message(self.at)
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
        self.mentions = Unpacked.strings(c.pointee.n_mentions, c.pointee.mentions)
        self.linkPreview = Unpacked.enumeration(c.pointee.link_preview)
        self.templateId = c.pointee.template_id
        self.variables = Unpacked.map(c.pointee.n_variables, c.pointee.variables) { (Unpacked.string($0.pointee.key), Unpacked.string($0.pointee.value)) }
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
        (c.pointee.n_mentions, c.pointee.mentions) = arena.strings(self.mentions)
        c.pointee.link_preview = Packed.enumeration(self.linkPreview)
        c.pointee.template_id = self.templateId
        (c.pointee.n_variables, c.pointee.variables) = arena.map(self.variables, switchboard__v1__send_text_request__variables_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = arena.bytes(value)
        }
    }
}

extension SendLocationRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__send_location_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SendLocationRequest.self)
        self.recipient = Unpacked.string(c.pointee.recipient)
        self.session = Unpacked.string(c.pointee.session)
        self.sessionId = c.pointee.session_id
        self.queue = Unpacked.enumeration(c.pointee.queue)
        self.scheduledAt = Unpacked.message(c.pointee.scheduled_at)
        self.expiresAt = Unpacked.message(c.pointee.expires_at)
        self.replyToId = c.pointee.reply_to_id
        self.idempotencyKey = Unpacked.string(c.pointee.idempotency_key)
        self.userId = c.pointee.user_id
        self.latitude = Unpacked.message(c.pointee.latitude)
        self.longitude = Unpacked.message(c.pointee.longitude)
        self.name = Unpacked.string(c.pointee.name)
        self.address = Unpacked.string(c.pointee.address)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SendLocationRequest.self)
        c.pointee.recipient = arena.bytes(self.recipient)
        c.pointee.session = arena.bytes(self.session)
        c.pointee.session_id = self.sessionId
        c.pointee.queue = Packed.enumeration(self.queue)
        c.pointee.scheduled_at = arena.message(self.scheduledAt)
        c.pointee.expires_at = arena.message(self.expiresAt)
        c.pointee.reply_to_id = self.replyToId
        c.pointee.idempotency_key = arena.bytes(self.idempotencyKey)
        c.pointee.user_id = self.userId
        c.pointee.latitude = arena.message(self.latitude)
        c.pointee.longitude = arena.message(self.longitude)
        c.pointee.name = arena.bytes(self.name)
        c.pointee.address = arena.bytes(self.address)
    }
}

extension SendContactRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__send_contact_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SendContactRequest.self)
        self.recipient = Unpacked.string(c.pointee.recipient)
        self.session = Unpacked.string(c.pointee.session)
        self.sessionId = c.pointee.session_id
        self.queue = Unpacked.enumeration(c.pointee.queue)
        self.scheduledAt = Unpacked.message(c.pointee.scheduled_at)
        self.expiresAt = Unpacked.message(c.pointee.expires_at)
        self.replyToId = c.pointee.reply_to_id
        self.idempotencyKey = Unpacked.string(c.pointee.idempotency_key)
        self.userId = c.pointee.user_id
        self.contacts = Unpacked.messages(c.pointee.n_contacts, c.pointee.contacts)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SendContactRequest.self)
        c.pointee.recipient = arena.bytes(self.recipient)
        c.pointee.session = arena.bytes(self.session)
        c.pointee.session_id = self.sessionId
        c.pointee.queue = Packed.enumeration(self.queue)
        c.pointee.scheduled_at = arena.message(self.scheduledAt)
        c.pointee.expires_at = arena.message(self.expiresAt)
        c.pointee.reply_to_id = self.replyToId
        c.pointee.idempotency_key = arena.bytes(self.idempotencyKey)
        c.pointee.user_id = self.userId
        (c.pointee.n_contacts, c.pointee.contacts) = arena.messages(self.contacts)
    }
}

extension SendPollRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__send_poll_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SendPollRequest.self)
        self.recipient = Unpacked.string(c.pointee.recipient)
        self.session = Unpacked.string(c.pointee.session)
        self.sessionId = c.pointee.session_id
        self.queue = Unpacked.enumeration(c.pointee.queue)
        self.scheduledAt = Unpacked.message(c.pointee.scheduled_at)
        self.expiresAt = Unpacked.message(c.pointee.expires_at)
        self.replyToId = c.pointee.reply_to_id
        self.idempotencyKey = Unpacked.string(c.pointee.idempotency_key)
        self.userId = c.pointee.user_id
        self.question = Unpacked.string(c.pointee.question)
        self.options = Unpacked.strings(c.pointee.n_options, c.pointee.options)
        self.selectable = c.pointee.selectable
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SendPollRequest.self)
        c.pointee.recipient = arena.bytes(self.recipient)
        c.pointee.session = arena.bytes(self.session)
        c.pointee.session_id = self.sessionId
        c.pointee.queue = Packed.enumeration(self.queue)
        c.pointee.scheduled_at = arena.message(self.scheduledAt)
        c.pointee.expires_at = arena.message(self.expiresAt)
        c.pointee.reply_to_id = self.replyToId
        c.pointee.idempotency_key = arena.bytes(self.idempotencyKey)
        c.pointee.user_id = self.userId
        c.pointee.question = arena.bytes(self.question)
        (c.pointee.n_options, c.pointee.options) = arena.strings(self.options)
        c.pointee.selectable = self.selectable
    }
}

extension SendMediaRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__send_media_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SendMediaRequest.self)
        self.recipient = Unpacked.string(c.pointee.recipient)
        self.session = Unpacked.string(c.pointee.session)
        self.sessionId = c.pointee.session_id
        self.queue = Unpacked.enumeration(c.pointee.queue)
        self.scheduledAt = Unpacked.message(c.pointee.scheduled_at)
        self.expiresAt = Unpacked.message(c.pointee.expires_at)
        self.replyToId = c.pointee.reply_to_id
        self.idempotencyKey = Unpacked.string(c.pointee.idempotency_key)
        self.userId = c.pointee.user_id
        self.kind = Unpacked.enumeration(c.pointee.kind)
        self.mediaId = c.pointee.media_id
        self.mediaUrl = Unpacked.string(c.pointee.media_url)
        self.caption = Unpacked.string(c.pointee.caption)
        self.fileName = Unpacked.string(c.pointee.file_name)
        self.mentions = Unpacked.strings(c.pointee.n_mentions, c.pointee.mentions)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SendMediaRequest.self)
        c.pointee.recipient = arena.bytes(self.recipient)
        c.pointee.session = arena.bytes(self.session)
        c.pointee.session_id = self.sessionId
        c.pointee.queue = Packed.enumeration(self.queue)
        c.pointee.scheduled_at = arena.message(self.scheduledAt)
        c.pointee.expires_at = arena.message(self.expiresAt)
        c.pointee.reply_to_id = self.replyToId
        c.pointee.idempotency_key = arena.bytes(self.idempotencyKey)
        c.pointee.user_id = self.userId
        c.pointee.kind = Packed.enumeration(self.kind)
        c.pointee.media_id = self.mediaId
        c.pointee.media_url = arena.bytes(self.mediaUrl)
        c.pointee.caption = arena.bytes(self.caption)
        c.pointee.file_name = arena.bytes(self.fileName)
        (c.pointee.n_mentions, c.pointee.mentions) = arena.strings(self.mentions)
    }
}

extension SendReactionRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__send_reaction_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SendReactionRequest.self)
        self.messageId = c.pointee.message_id
        self.emoji = Unpacked.string(c.pointee.emoji)
        self.queue = Unpacked.enumeration(c.pointee.queue)
        self.scheduledAt = Unpacked.message(c.pointee.scheduled_at)
        self.expiresAt = Unpacked.message(c.pointee.expires_at)
        self.idempotencyKey = Unpacked.string(c.pointee.idempotency_key)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SendReactionRequest.self)
        c.pointee.message_id = self.messageId
        c.pointee.emoji = arena.bytes(self.emoji)
        c.pointee.queue = Packed.enumeration(self.queue)
        c.pointee.scheduled_at = arena.message(self.scheduledAt)
        c.pointee.expires_at = arena.message(self.expiresAt)
        c.pointee.idempotency_key = arena.bytes(self.idempotencyKey)
    }
}

extension EditMessageRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__edit_message_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__EditMessageRequest.self)
        self.id = c.pointee.id
        self.message = Unpacked.string(c.pointee.message)
        self.queue = Unpacked.enumeration(c.pointee.queue)
        self.scheduledAt = Unpacked.message(c.pointee.scheduled_at)
        self.expiresAt = Unpacked.message(c.pointee.expires_at)
        self.idempotencyKey = Unpacked.string(c.pointee.idempotency_key)
        self.mentions = Unpacked.strings(c.pointee.n_mentions, c.pointee.mentions)
        self.linkPreview = Unpacked.enumeration(c.pointee.link_preview)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__EditMessageRequest.self)
        c.pointee.id = self.id
        c.pointee.message = arena.bytes(self.message)
        c.pointee.queue = Packed.enumeration(self.queue)
        c.pointee.scheduled_at = arena.message(self.scheduledAt)
        c.pointee.expires_at = arena.message(self.expiresAt)
        c.pointee.idempotency_key = arena.bytes(self.idempotencyKey)
        (c.pointee.n_mentions, c.pointee.mentions) = arena.strings(self.mentions)
        c.pointee.link_preview = Packed.enumeration(self.linkPreview)
    }
}

extension DeleteMessageRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__delete_message_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__DeleteMessageRequest.self)
        self.id = c.pointee.id
        self.queue = Unpacked.enumeration(c.pointee.queue)
        self.scheduledAt = Unpacked.message(c.pointee.scheduled_at)
        self.expiresAt = Unpacked.message(c.pointee.expires_at)
        self.idempotencyKey = Unpacked.string(c.pointee.idempotency_key)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__DeleteMessageRequest.self)
        c.pointee.id = self.id
        c.pointee.queue = Packed.enumeration(self.queue)
        c.pointee.scheduled_at = arena.message(self.scheduledAt)
        c.pointee.expires_at = arena.message(self.expiresAt)
        c.pointee.idempotency_key = arena.bytes(self.idempotencyKey)
    }
}

extension MarkReadRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__mark_read_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__MarkReadRequest.self)
        self.id = c.pointee.id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__MarkReadRequest.self)
        c.pointee.id = self.id
    }
}

extension SetPresenceRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__set_presence_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SetPresenceRequest.self)
        self.recipient = Unpacked.string(c.pointee.recipient)
        self.presence = Unpacked.enumeration(c.pointee.presence)
        self.session = Unpacked.string(c.pointee.session)
        self.sessionId = c.pointee.session_id
        self.userId = c.pointee.user_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SetPresenceRequest.self)
        c.pointee.recipient = arena.bytes(self.recipient)
        c.pointee.presence = Packed.enumeration(self.presence)
        c.pointee.session = arena.bytes(self.session)
        c.pointee.session_id = self.sessionId
        c.pointee.user_id = self.userId
    }
}

extension SetPresenceResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__set_presence_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {}

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {}
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
        self.sender = Unpacked.string(c.pointee.sender)
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
        c.pointee.sender = arena.bytes(self.sender)
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

extension SendBulkRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__send_bulk_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SendBulkRequest.self)
        self.text = Unpacked.message(c.pointee.text)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SendBulkRequest.self)
        c.pointee.text = arena.message(self.text)
    }
}

extension SendBulkResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__send_bulk_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SendBulkResponse.self)
        self.credit = c.pointee.credit
        self.windowBytes = c.pointee.window_bytes
        self.item = c.pointee.item
        self.messageId = c.pointee.message_id
        self.status = Unpacked.enumeration(c.pointee.status)
        self.refusal = Unpacked.message(c.pointee.refusal)
        self.waitsUntil = Unpacked.message(c.pointee.waits_until)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SendBulkResponse.self)
        c.pointee.credit = self.credit
        c.pointee.window_bytes = self.windowBytes
        c.pointee.item = self.item
        c.pointee.message_id = self.messageId
        c.pointee.status = Packed.enumeration(self.status)
        c.pointee.refusal = arena.message(self.refusal)
        c.pointee.waits_until = arena.message(self.waitsUntil)
    }
}

extension BulkRefusal {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__bulk_refusal__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__BulkRefusal.self)
        self.reason = Unpacked.string(c.pointee.reason)
        self.message = Unpacked.string(c.pointee.message)
        self.violations = Unpacked.messages(c.pointee.n_violations, c.pointee.violations)
        self.retryAfter = Unpacked.message(c.pointee.retry_after)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__BulkRefusal.self)
        c.pointee.reason = arena.bytes(self.reason)
        c.pointee.message = arena.bytes(self.message)
        (c.pointee.n_violations, c.pointee.violations) = arena.messages(self.violations)
        c.pointee.retry_after = arena.message(self.retryAfter)
    }
}

extension BulkViolation {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__bulk_violation__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__BulkViolation.self)
        self.field = Unpacked.string(c.pointee.field)
        self.description = Unpacked.string(c.pointee.description)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__BulkViolation.self)
        c.pointee.field = arena.bytes(self.field)
        c.pointee.description = arena.bytes(self.description)
    }
}
