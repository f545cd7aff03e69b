// Generated from switchboard/v1/common.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CMessages
internal import CProtobufC
package import Codec

extension User {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__user__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__User.self)
        self.id = c.pointee.id
        self.username = Unpacked.string(c.pointee.username)
        self.email = Unpacked.string(c.pointee.email)
        self.role = Unpacked.enumeration(c.pointee.role)
        self.isActive = c.pointee.is_active != 0
        self.maxMessagesPerDay = c.pointee.max_messages_per_day
        self.maxMessagesPerMinute = c.pointee.max_messages_per_minute
        self.createdAt = Unpacked.message(c.pointee.created_at)
        self.updatedAt = Unpacked.message(c.pointee.updated_at)
        self.etag = Unpacked.string(c.pointee.etag)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__User.self)
        c.pointee.id = self.id
        c.pointee.username = arena.bytes(self.username)
        c.pointee.email = arena.bytes(self.email)
        c.pointee.role = Packed.enumeration(self.role)
        c.pointee.is_active = self.isActive ? 1 : 0
        c.pointee.max_messages_per_day = self.maxMessagesPerDay
        c.pointee.max_messages_per_minute = self.maxMessagesPerMinute
        c.pointee.created_at = arena.message(self.createdAt)
        c.pointee.updated_at = arena.message(self.updatedAt)
        c.pointee.etag = arena.bytes(self.etag)
    }
}

extension ApiKey {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__api_key__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ApiKey.self)
        self.id = c.pointee.id
        self.userId = c.pointee.user_id
        self.name = Unpacked.string(c.pointee.name)
        self.prefix = Unpacked.string(c.pointee.prefix)
        self.scopes = Unpacked.strings(c.pointee.n_scopes, c.pointee.scopes)
        self.allowedIps = Unpacked.strings(c.pointee.n_allowed_ips, c.pointee.allowed_ips)
        self.expiresAt = Unpacked.message(c.pointee.expires_at)
        self.isActive = c.pointee.is_active != 0
        self.lastUsedAt = Unpacked.message(c.pointee.last_used_at)
        self.rotatedFrom = c.pointee.rotated_from
        self.createdAt = Unpacked.message(c.pointee.created_at)
        self.updatedAt = Unpacked.message(c.pointee.updated_at)
        self.maxMessagesPerMinute = c.pointee.max_messages_per_minute
        self.madeBy = c.pointee.made_by
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ApiKey.self)
        c.pointee.id = self.id
        c.pointee.user_id = self.userId
        c.pointee.name = arena.bytes(self.name)
        c.pointee.prefix = arena.bytes(self.prefix)
        (c.pointee.n_scopes, c.pointee.scopes) = arena.strings(self.scopes)
        (c.pointee.n_allowed_ips, c.pointee.allowed_ips) = arena.strings(self.allowedIps)
        c.pointee.expires_at = arena.message(self.expiresAt)
        c.pointee.is_active = self.isActive ? 1 : 0
        c.pointee.last_used_at = arena.message(self.lastUsedAt)
        c.pointee.rotated_from = self.rotatedFrom
        c.pointee.created_at = arena.message(self.createdAt)
        c.pointee.updated_at = arena.message(self.updatedAt)
        c.pointee.max_messages_per_minute = self.maxMessagesPerMinute
        c.pointee.made_by = self.madeBy
    }
}
