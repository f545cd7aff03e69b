// Generated from switchboard/v1/auth.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CMessages
internal import CProtobufC
package import Codec

extension GetMeRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__get_me_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {}

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {}
}

extension Principal {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__principal__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Principal.self)
        self.kind = Unpacked.enumeration(c.pointee.kind)
        self.user = Unpacked.message(c.pointee.user)
        self.uid = c.pointee.uid
        self.keyPrefix = Unpacked.string(c.pointee.key_prefix)
        self.scopes = Unpacked.strings(c.pointee.n_scopes, c.pointee.scopes)
        self.limits = Unpacked.message(c.pointee.limits)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Principal.self)
        c.pointee.kind = Packed.enumeration(self.kind)
        c.pointee.user = arena.message(self.user)
        c.pointee.uid = self.uid
        c.pointee.key_prefix = arena.bytes(self.keyPrefix)
        (c.pointee.n_scopes, c.pointee.scopes) = arena.strings(self.scopes)
        c.pointee.limits = arena.message(self.limits)
    }
}

extension PrincipalLimits {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__principal_limits__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__PrincipalLimits.self)
        self.maxMessagesPerDay = c.pointee.max_messages_per_day
        self.maxMessagesPerMinute = c.pointee.max_messages_per_minute
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__PrincipalLimits.self)
        c.pointee.max_messages_per_day = self.maxMessagesPerDay
        c.pointee.max_messages_per_minute = self.maxMessagesPerMinute
    }
}
