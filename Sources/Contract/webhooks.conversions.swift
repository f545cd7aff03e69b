// Generated from switchboard/v1/webhooks.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CMessages
internal import CProtobufC
package import Codec

extension Webhook {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__webhook__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Webhook.self)
        self.id = c.pointee.id
        self.userId = c.pointee.user_id
        self.url = Unpacked.string(c.pointee.url)
        self.description = Unpacked.string(c.pointee.description)
        self.types = Unpacked.strings(c.pointee.n_types, c.pointee.types)
        self.sessionId = c.pointee.session_id
        self.headers = Unpacked.messages(c.pointee.n_headers, c.pointee.headers)
        self.isActive = c.pointee.is_active != 0
        self.inactiveReason = Unpacked.string(c.pointee.inactive_reason)
        self.formerSecretUntil = Unpacked.message(c.pointee.former_secret_until)
        self.waiting = c.pointee.waiting
        self.dead = c.pointee.dead
        self.lost = c.pointee.lost
        self.delivered = c.pointee.delivered
        self.lastSuccessAt = Unpacked.message(c.pointee.last_success_at)
        self.lastFailureAt = Unpacked.message(c.pointee.last_failure_at)
        self.lastError = Unpacked.string(c.pointee.last_error)
        self.createdAt = Unpacked.message(c.pointee.created_at)
        self.updatedAt = Unpacked.message(c.pointee.updated_at)
        self.etag = Unpacked.string(c.pointee.etag)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Webhook.self)
        c.pointee.id = self.id
        c.pointee.user_id = self.userId
        c.pointee.url = arena.bytes(self.url)
        c.pointee.description = arena.bytes(self.description)
        (c.pointee.n_types, c.pointee.types) = arena.strings(self.types)
        c.pointee.session_id = self.sessionId
        (c.pointee.n_headers, c.pointee.headers) = arena.messages(self.headers)
        c.pointee.is_active = self.isActive ? 1 : 0
        c.pointee.inactive_reason = arena.bytes(self.inactiveReason)
        c.pointee.former_secret_until = arena.message(self.formerSecretUntil)
        c.pointee.waiting = self.waiting
        c.pointee.dead = self.dead
        c.pointee.lost = self.lost
        c.pointee.delivered = self.delivered
        c.pointee.last_success_at = arena.message(self.lastSuccessAt)
        c.pointee.last_failure_at = arena.message(self.lastFailureAt)
        c.pointee.last_error = arena.bytes(self.lastError)
        c.pointee.created_at = arena.message(self.createdAt)
        c.pointee.updated_at = arena.message(self.updatedAt)
        c.pointee.etag = arena.bytes(self.etag)
    }
}

extension WebhookHeader {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__webhook_header__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__WebhookHeader.self)
        self.name = Unpacked.string(c.pointee.name)
        self.value = Unpacked.string(c.pointee.value)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__WebhookHeader.self)
        c.pointee.name = arena.bytes(self.name)
        c.pointee.value = arena.bytes(self.value)
    }
}

extension WebhookPayload {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__webhook_payload__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__WebhookPayload.self)
        self.type = Unpacked.string(c.pointee.type)
        self.timestamp = Unpacked.message(c.pointee.timestamp)
        self.sequence = c.pointee.sequence
        self.data = Unpacked.message(c.pointee.data)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__WebhookPayload.self)
        c.pointee.type = arena.bytes(self.type)
        c.pointee.timestamp = arena.message(self.timestamp)
        c.pointee.sequence = self.sequence
        c.pointee.data = arena.message(self.data)
    }
}

extension Delivery {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__delivery__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Delivery.self)
        self.id = c.pointee.id
        self.webhookId = c.pointee.webhook_id
        self.messageId = Unpacked.string(c.pointee.message_id)
        self.sequence = c.pointee.sequence
        self.type = Unpacked.string(c.pointee.type)
        self.at = Unpacked.message(c.pointee.at)
        self.sessionId = c.pointee.session_id
        self.state = Unpacked.enumeration(c.pointee.state)
        self.tries = c.pointee.tries
        self.nextTryAt = Unpacked.message(c.pointee.next_try_at)
        self.lastTryAt = Unpacked.message(c.pointee.last_try_at)
        self.lastStatus = c.pointee.last_status
        self.lastError = Unpacked.string(c.pointee.last_error)
        self.finishedAt = Unpacked.message(c.pointee.finished_at)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Delivery.self)
        c.pointee.id = self.id
        c.pointee.webhook_id = self.webhookId
        c.pointee.message_id = arena.bytes(self.messageId)
        c.pointee.sequence = self.sequence
        c.pointee.type = arena.bytes(self.type)
        c.pointee.at = arena.message(self.at)
        c.pointee.session_id = self.sessionId
        c.pointee.state = Packed.enumeration(self.state)
        c.pointee.tries = self.tries
        c.pointee.next_try_at = arena.message(self.nextTryAt)
        c.pointee.last_try_at = arena.message(self.lastTryAt)
        c.pointee.last_status = self.lastStatus
        c.pointee.last_error = arena.bytes(self.lastError)
        c.pointee.finished_at = arena.message(self.finishedAt)
    }
}

extension ListWebhooksRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_webhooks_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListWebhooksRequest.self)
        self.pageSize = c.pointee.page_size
        self.pageToken = Unpacked.string(c.pointee.page_token)
        self.page = c.pointee.page
        self.userId = c.pointee.user_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListWebhooksRequest.self)
        c.pointee.page_size = self.pageSize
        c.pointee.page_token = arena.bytes(self.pageToken)
        c.pointee.page = self.page
        c.pointee.user_id = self.userId
    }
}

extension ListWebhooksResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_webhooks_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListWebhooksResponse.self)
        self.webhooks = Unpacked.messages(c.pointee.n_webhooks, c.pointee.webhooks)
        self.nextPageToken = Unpacked.string(c.pointee.next_page_token)
        self.totalSize = c.pointee.total_size
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListWebhooksResponse.self)
        (c.pointee.n_webhooks, c.pointee.webhooks) = arena.messages(self.webhooks)
        c.pointee.next_page_token = arena.bytes(self.nextPageToken)
        c.pointee.total_size = self.totalSize
    }
}

extension CreateWebhookRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__create_webhook_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CreateWebhookRequest.self)
        self.userId = c.pointee.user_id
        self.url = Unpacked.string(c.pointee.url)
        self.description = Unpacked.string(c.pointee.description)
        self.types = Unpacked.strings(c.pointee.n_types, c.pointee.types)
        self.sessionId = c.pointee.session_id
        self.headers = Unpacked.messages(c.pointee.n_headers, c.pointee.headers)
        self.idempotencyKey = Unpacked.string(c.pointee.idempotency_key)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CreateWebhookRequest.self)
        c.pointee.user_id = self.userId
        c.pointee.url = arena.bytes(self.url)
        c.pointee.description = arena.bytes(self.description)
        (c.pointee.n_types, c.pointee.types) = arena.strings(self.types)
        c.pointee.session_id = self.sessionId
        (c.pointee.n_headers, c.pointee.headers) = arena.messages(self.headers)
        c.pointee.idempotency_key = arena.bytes(self.idempotencyKey)
    }
}

extension CreateWebhookResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__create_webhook_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CreateWebhookResponse.self)
        self.webhook = Unpacked.message(c.pointee.webhook)
        self.secret = Unpacked.string(c.pointee.secret)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CreateWebhookResponse.self)
        c.pointee.webhook = arena.message(self.webhook)
        c.pointee.secret = arena.bytes(self.secret)
    }
}

extension GetWebhookRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__get_webhook_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetWebhookRequest.self)
        self.id = c.pointee.id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetWebhookRequest.self)
        c.pointee.id = self.id
    }
}

extension UpdateWebhookRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__update_webhook_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__UpdateWebhookRequest.self)
        self.id = c.pointee.id
        self.webhook = Unpacked.message(c.pointee.webhook)
        self.updateMask = Unpacked.message(c.pointee.update_mask)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__UpdateWebhookRequest.self)
        c.pointee.id = self.id
        c.pointee.webhook = arena.message(self.webhook)
        c.pointee.update_mask = arena.message(self.updateMask)
    }
}

extension DeleteWebhookRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__delete_webhook_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__DeleteWebhookRequest.self)
        self.id = c.pointee.id
        self.etag = Unpacked.string(c.pointee.etag)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__DeleteWebhookRequest.self)
        c.pointee.id = self.id
        c.pointee.etag = arena.bytes(self.etag)
    }
}

extension DeleteWebhookResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__delete_webhook_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {}

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {}
}

extension TestWebhookRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__test_webhook_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__TestWebhookRequest.self)
        self.id = c.pointee.id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__TestWebhookRequest.self)
        c.pointee.id = self.id
    }
}

extension TestWebhookResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__test_webhook_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__TestWebhookResponse.self)
        self.isDelivered = c.pointee.is_delivered != 0
        self.status = c.pointee.status
        self.error = Unpacked.string(c.pointee.error)
        self.messageId = Unpacked.string(c.pointee.message_id)
        self.latencyMs = c.pointee.latency_ms
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__TestWebhookResponse.self)
        c.pointee.is_delivered = self.isDelivered ? 1 : 0
        c.pointee.status = self.status
        c.pointee.error = arena.bytes(self.error)
        c.pointee.message_id = arena.bytes(self.messageId)
        c.pointee.latency_ms = self.latencyMs
    }
}

extension ListDeliveriesRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_deliveries_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListDeliveriesRequest.self)
        self.id = c.pointee.id
        self.pageSize = c.pointee.page_size
        self.pageToken = Unpacked.string(c.pointee.page_token)
        self.page = c.pointee.page
        self.state = Unpacked.enumeration(c.pointee.state)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListDeliveriesRequest.self)
        c.pointee.id = self.id
        c.pointee.page_size = self.pageSize
        c.pointee.page_token = arena.bytes(self.pageToken)
        c.pointee.page = self.page
        c.pointee.state = Packed.enumeration(self.state)
    }
}

extension ListDeliveriesResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_deliveries_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListDeliveriesResponse.self)
        self.deliveries = Unpacked.messages(c.pointee.n_deliveries, c.pointee.deliveries)
        self.nextPageToken = Unpacked.string(c.pointee.next_page_token)
        self.totalSize = c.pointee.total_size
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListDeliveriesResponse.self)
        (c.pointee.n_deliveries, c.pointee.deliveries) = arena.messages(self.deliveries)
        c.pointee.next_page_token = arena.bytes(self.nextPageToken)
        c.pointee.total_size = self.totalSize
    }
}

extension ReplayDeliveriesRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__replay_deliveries_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ReplayDeliveriesRequest.self)
        self.id = c.pointee.id
        self.deliveryId = c.pointee.delivery_id
        self.since = Unpacked.message(c.pointee.since)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ReplayDeliveriesRequest.self)
        c.pointee.id = self.id
        c.pointee.delivery_id = self.deliveryId
        c.pointee.since = arena.message(self.since)
    }
}

extension ReplayDeliveriesResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__replay_deliveries_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ReplayDeliveriesResponse.self)
        self.replayed = c.pointee.replayed
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ReplayDeliveriesResponse.self)
        c.pointee.replayed = self.replayed
    }
}

extension RotateWebhookSecretRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__rotate_webhook_secret_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RotateWebhookSecretRequest.self)
        self.id = c.pointee.id
        self.overlap = Unpacked.message(c.pointee.overlap)
        self.idempotencyKey = Unpacked.string(c.pointee.idempotency_key)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RotateWebhookSecretRequest.self)
        c.pointee.id = self.id
        c.pointee.overlap = arena.message(self.overlap)
        c.pointee.idempotency_key = arena.bytes(self.idempotencyKey)
    }
}

extension RotateWebhookSecretResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__rotate_webhook_secret_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RotateWebhookSecretResponse.self)
        self.webhook = Unpacked.message(c.pointee.webhook)
        self.secret = Unpacked.string(c.pointee.secret)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RotateWebhookSecretResponse.self)
        c.pointee.webhook = arena.message(self.webhook)
        c.pointee.secret = arena.bytes(self.secret)
    }
}
