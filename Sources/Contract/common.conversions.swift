// Generated from switchboard/v1/common.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CMessages
internal import CProtobufC
package import Codec

extension User {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__user__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__User.self)
        id = c.pointee.id
        username = Unpacked.string(c.pointee.username)
        email = Unpacked.string(c.pointee.email)
        role = Unpacked.enumeration(c.pointee.role)
        isActive = c.pointee.is_active != 0
        maxMessagesPerDay = c.pointee.max_messages_per_day
        maxMessagesPerMinute = c.pointee.max_messages_per_minute
        createdAt = Unpacked.message(c.pointee.created_at)
        updatedAt = Unpacked.message(c.pointee.updated_at)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__User.self)
        c.pointee.id = id
        c.pointee.username = arena.bytes(username)
        c.pointee.email = arena.bytes(email)
        c.pointee.role = Packed.enumeration(role)
        c.pointee.is_active = isActive ? 1 : 0
        c.pointee.max_messages_per_day = maxMessagesPerDay
        c.pointee.max_messages_per_minute = maxMessagesPerMinute
        c.pointee.created_at = arena.message(createdAt)
        c.pointee.updated_at = arena.message(updatedAt)
    }
}

extension ApiKey {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__api_key__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ApiKey.self)
        id = c.pointee.id
        userId = c.pointee.user_id
        name = Unpacked.string(c.pointee.name)
        prefix = Unpacked.string(c.pointee.prefix)
        scopes = Unpacked.strings(c.pointee.n_scopes, c.pointee.scopes)
        allowedIps = Unpacked.strings(c.pointee.n_allowed_ips, c.pointee.allowed_ips)
        expiresAt = Unpacked.message(c.pointee.expires_at)
        isActive = c.pointee.is_active != 0
        lastUsedAt = Unpacked.message(c.pointee.last_used_at)
        rotatedFrom = c.pointee.rotated_from
        createdAt = Unpacked.message(c.pointee.created_at)
        updatedAt = Unpacked.message(c.pointee.updated_at)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ApiKey.self)
        c.pointee.id = id
        c.pointee.user_id = userId
        c.pointee.name = arena.bytes(name)
        c.pointee.prefix = arena.bytes(prefix)
        (c.pointee.n_scopes, c.pointee.scopes) = arena.strings(scopes)
        (c.pointee.n_allowed_ips, c.pointee.allowed_ips) = arena.strings(allowedIps)
        c.pointee.expires_at = arena.message(expiresAt)
        c.pointee.is_active = isActive ? 1 : 0
        c.pointee.last_used_at = arena.message(lastUsedAt)
        c.pointee.rotated_from = rotatedFrom
        c.pointee.created_at = arena.message(createdAt)
        c.pointee.updated_at = arena.message(updatedAt)
    }
}
