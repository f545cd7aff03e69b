// Generated from bench/echo.proto by scripts/generate.sh. Do not edit.

internal import CBenchMessages
internal import CDescriptors
internal import CProtobufC
package import Codec

extension EchoRequest {
    package static var schema: MessageSchema { MessageSchema(bench__echo_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Bench__EchoRequest.self)
        self.text = Unpacked.string(c.pointee.text)
        self.payload = Unpacked.bytes(c.pointee.payload)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Bench__EchoRequest.self)
        c.pointee.text = arena.bytes(self.text)
        c.pointee.payload = arena.bytes(self.payload)
    }
}

extension EchoReply {
    package static var schema: MessageSchema { MessageSchema(bench__echo_reply__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Bench__EchoReply.self)
        self.text = Unpacked.string(c.pointee.text)
        self.payload = Unpacked.bytes(c.pointee.payload)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Bench__EchoReply.self)
        c.pointee.text = arena.bytes(self.text)
        c.pointee.payload = arena.bytes(self.payload)
    }
}
