// Generated from switchboard/v1/keys.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CMessages
internal import CProtobufC
package import Codec

extension ListKeysRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_keys_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListKeysRequest.self)
        self.pageSize = c.pointee.page_size
        self.pageToken = Unpacked.string(c.pointee.page_token)
        self.page = c.pointee.page
        self.userId = c.pointee.user_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListKeysRequest.self)
        c.pointee.page_size = self.pageSize
        c.pointee.page_token = arena.bytes(self.pageToken)
        c.pointee.page = self.page
        c.pointee.user_id = self.userId
    }
}

extension ListKeysResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_keys_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListKeysResponse.self)
        self.apiKeys = Unpacked.messages(c.pointee.n_api_keys, c.pointee.api_keys)
        self.nextPageToken = Unpacked.string(c.pointee.next_page_token)
        self.totalSize = c.pointee.total_size
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListKeysResponse.self)
        (c.pointee.n_api_keys, c.pointee.api_keys) = arena.messages(self.apiKeys)
        c.pointee.next_page_token = arena.bytes(self.nextPageToken)
        c.pointee.total_size = self.totalSize
    }
}

extension CreateKeyRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__create_key_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CreateKeyRequest.self)
        self.userId = c.pointee.user_id
        self.name = Unpacked.string(c.pointee.name)
        self.scopes = Unpacked.strings(c.pointee.n_scopes, c.pointee.scopes)
        self.allowedIps = Unpacked.strings(c.pointee.n_allowed_ips, c.pointee.allowed_ips)
        self.expiresAt = Unpacked.message(c.pointee.expires_at)
        self.idempotencyKey = Unpacked.string(c.pointee.idempotency_key)
        self.maxMessagesPerMinute = c.pointee.max_messages_per_minute
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CreateKeyRequest.self)
        c.pointee.user_id = self.userId
        c.pointee.name = arena.bytes(self.name)
        (c.pointee.n_scopes, c.pointee.scopes) = arena.strings(self.scopes)
        (c.pointee.n_allowed_ips, c.pointee.allowed_ips) = arena.strings(self.allowedIps)
        c.pointee.expires_at = arena.message(self.expiresAt)
        c.pointee.idempotency_key = arena.bytes(self.idempotencyKey)
        c.pointee.max_messages_per_minute = self.maxMessagesPerMinute
    }
}

extension CreateKeyResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__create_key_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CreateKeyResponse.self)
        self.apiKey = Unpacked.message(c.pointee.api_key)
        self.secret = Unpacked.string(c.pointee.secret)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CreateKeyResponse.self)
        c.pointee.api_key = arena.message(self.apiKey)
        c.pointee.secret = arena.bytes(self.secret)
    }
}

extension RevokeKeyRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__revoke_key_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RevokeKeyRequest.self)
        self.id = c.pointee.id
        self.prefix = Unpacked.string(c.pointee.prefix)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RevokeKeyRequest.self)
        c.pointee.id = self.id
        c.pointee.prefix = arena.bytes(self.prefix)
    }
}

extension GetKeyRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__get_key_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetKeyRequest.self)
        self.id = c.pointee.id
        self.prefix = Unpacked.string(c.pointee.prefix)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetKeyRequest.self)
        c.pointee.id = self.id
        c.pointee.prefix = arena.bytes(self.prefix)
    }
}

extension UpdateKeyRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__update_key_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__UpdateKeyRequest.self)
        self.id = c.pointee.id
        self.apiKey = Unpacked.message(c.pointee.api_key)
        self.updateMask = Unpacked.message(c.pointee.update_mask)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__UpdateKeyRequest.self)
        c.pointee.id = self.id
        c.pointee.api_key = arena.message(self.apiKey)
        c.pointee.update_mask = arena.message(self.updateMask)
    }
}

extension RotateKeyRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__rotate_key_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RotateKeyRequest.self)
        self.id = c.pointee.id
        self.prefix = Unpacked.string(c.pointee.prefix)
        self.overlap = Unpacked.message(c.pointee.overlap)
        self.idempotencyKey = Unpacked.string(c.pointee.idempotency_key)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RotateKeyRequest.self)
        c.pointee.id = self.id
        c.pointee.prefix = arena.bytes(self.prefix)
        c.pointee.overlap = arena.message(self.overlap)
        c.pointee.idempotency_key = arena.bytes(self.idempotencyKey)
    }
}

extension RotateKeyResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__rotate_key_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RotateKeyResponse.self)
        self.apiKey = Unpacked.message(c.pointee.api_key)
        self.secret = Unpacked.string(c.pointee.secret)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RotateKeyResponse.self)
        c.pointee.api_key = arena.message(self.apiKey)
        c.pointee.secret = arena.bytes(self.secret)
    }
}
