// Generated from switchboard/v1/options.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CMessages
internal import CProtobufC
package import Codec

extension MethodRule {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__method_rule__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__MethodRule.self)
        self.access = Unpacked.enumerations(c.pointee.n_access, c.pointee.access)
        self.scope = Unpacked.string(c.pointee.scope)
        self.idempotent = c.pointee.idempotent != 0
        self.success = Unpacked.string(c.pointee.success)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__MethodRule.self)
        (c.pointee.n_access, c.pointee.access) = arena.enumerations(self.access)
        c.pointee.scope = arena.bytes(self.scope)
        c.pointee.idempotent = self.idempotent ? 1 : 0
        c.pointee.success = arena.bytes(self.success)
    }
}

extension ReasonRule {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__reason_rule__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ReasonRule.self)
        self.code = c.pointee.code
        self.http = c.pointee.http
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ReasonRule.self)
        c.pointee.code = self.code
        c.pointee.http = self.http
    }
}
