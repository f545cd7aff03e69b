// Generated from ttrpc/ttrpc.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CProtobufC

extension EnvelopeRequest {
    public static var schema: MessageSchema { MessageSchema(ttrpc__request__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Ttrpc__Request.self)
        service = Unpacked.string(c.pointee.service)
        method = Unpacked.string(c.pointee.method)
        payload = Unpacked.bytes(c.pointee.payload)
        timeoutNano = c.pointee.timeout_nano
        metadata = Unpacked.messages(c.pointee.n_metadata, c.pointee.metadata)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Ttrpc__Request.self)
        c.pointee.service = arena.bytes(service)
        c.pointee.method = arena.bytes(method)
        c.pointee.payload = arena.bytes(payload)
        c.pointee.timeout_nano = timeoutNano
        (c.pointee.n_metadata, c.pointee.metadata) = arena.messages(metadata)
    }
}

extension EnvelopeResponse {
    public static var schema: MessageSchema { MessageSchema(ttrpc__response__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Ttrpc__Response.self)
        status = Unpacked.message(c.pointee.status)
        payload = Unpacked.bytes(c.pointee.payload)
        metadata = Unpacked.messages(c.pointee.n_metadata, c.pointee.metadata)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Ttrpc__Response.self)
        c.pointee.status = arena.message(status)
        c.pointee.payload = arena.bytes(payload)
        (c.pointee.n_metadata, c.pointee.metadata) = arena.messages(metadata)
    }
}

extension EnvelopeKeyValue {
    public static var schema: MessageSchema { MessageSchema(ttrpc__key_value__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Ttrpc__KeyValue.self)
        key = Unpacked.string(c.pointee.key)
        value = Unpacked.string(c.pointee.value)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Ttrpc__KeyValue.self)
        c.pointee.key = arena.bytes(key)
        c.pointee.value = arena.bytes(value)
    }
}
