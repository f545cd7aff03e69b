// Generated from bench/stream.proto by scripts/generate.sh. Do not edit.

internal import CBenchMessages
internal import CDescriptors
internal import CProtobufC
package import Codec

extension ItemsRequest {
    package static var schema: MessageSchema { MessageSchema(bench__items_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Bench__ItemsRequest.self)
        self.items = c.pointee.items
        self.size = c.pointee.size
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Bench__ItemsRequest.self)
        c.pointee.items = self.items
        c.pointee.size = self.size
    }
}

extension Item {
    package static var schema: MessageSchema { MessageSchema(bench__item__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Bench__Item.self)
        self.number = c.pointee.number
        self.payload = Unpacked.bytes(c.pointee.payload)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Bench__Item.self)
        c.pointee.number = self.number
        c.pointee.payload = arena.bytes(self.payload)
    }
}
