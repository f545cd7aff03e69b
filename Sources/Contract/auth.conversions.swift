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
        kind = Unpacked.enumeration(c.pointee.kind)
        user = Unpacked.message(c.pointee.user)
        uid = c.pointee.uid
        keyPrefix = Unpacked.string(c.pointee.key_prefix)
        scopes = Unpacked.strings(c.pointee.n_scopes, c.pointee.scopes)
        limits = Unpacked.message(c.pointee.limits)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Principal.self)
        c.pointee.kind = Packed.enumeration(kind)
        c.pointee.user = arena.message(user)
        c.pointee.uid = uid
        c.pointee.key_prefix = arena.bytes(keyPrefix)
        (c.pointee.n_scopes, c.pointee.scopes) = arena.strings(scopes)
        c.pointee.limits = arena.message(limits)
    }
}

extension PrincipalLimits {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__principal_limits__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__PrincipalLimits.self)
        maxMessagesPerDay = c.pointee.max_messages_per_day
        maxMessagesPerMinute = c.pointee.max_messages_per_minute
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__PrincipalLimits.self)
        c.pointee.max_messages_per_day = maxMessagesPerDay
        c.pointee.max_messages_per_minute = maxMessagesPerMinute
    }
}
