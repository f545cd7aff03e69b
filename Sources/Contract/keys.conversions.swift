// Generated from switchboard/v1/keys.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CMessages
internal import CProtobufC
package import Codec

extension ListKeysRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_keys_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListKeysRequest.self)
        pageSize = c.pointee.page_size
        pageToken = Unpacked.string(c.pointee.page_token)
        page = c.pointee.page
        userId = c.pointee.user_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListKeysRequest.self)
        c.pointee.page_size = pageSize
        c.pointee.page_token = arena.bytes(pageToken)
        c.pointee.page = page
        c.pointee.user_id = userId
    }
}

extension ListKeysResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_keys_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListKeysResponse.self)
        apiKeys = Unpacked.messages(c.pointee.n_api_keys, c.pointee.api_keys)
        nextPageToken = Unpacked.string(c.pointee.next_page_token)
        totalSize = c.pointee.total_size
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListKeysResponse.self)
        (c.pointee.n_api_keys, c.pointee.api_keys) = arena.messages(apiKeys)
        c.pointee.next_page_token = arena.bytes(nextPageToken)
        c.pointee.total_size = totalSize
    }
}

extension CreateKeyRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__create_key_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CreateKeyRequest.self)
        userId = c.pointee.user_id
        name = Unpacked.string(c.pointee.name)
        scopes = Unpacked.strings(c.pointee.n_scopes, c.pointee.scopes)
        allowedIps = Unpacked.strings(c.pointee.n_allowed_ips, c.pointee.allowed_ips)
        expiresAt = Unpacked.message(c.pointee.expires_at)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CreateKeyRequest.self)
        c.pointee.user_id = userId
        c.pointee.name = arena.bytes(name)
        (c.pointee.n_scopes, c.pointee.scopes) = arena.strings(scopes)
        (c.pointee.n_allowed_ips, c.pointee.allowed_ips) = arena.strings(allowedIps)
        c.pointee.expires_at = arena.message(expiresAt)
    }
}

extension CreateKeyResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__create_key_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CreateKeyResponse.self)
        apiKey = Unpacked.message(c.pointee.api_key)
        secret = Unpacked.string(c.pointee.secret)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CreateKeyResponse.self)
        c.pointee.api_key = arena.message(apiKey)
        c.pointee.secret = arena.bytes(secret)
    }
}

extension RevokeKeyRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__revoke_key_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RevokeKeyRequest.self)
        id = c.pointee.id
        prefix = Unpacked.string(c.pointee.prefix)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RevokeKeyRequest.self)
        c.pointee.id = id
        c.pointee.prefix = arena.bytes(prefix)
    }
}
