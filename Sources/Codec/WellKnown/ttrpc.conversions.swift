// Generated from ttrpc/ttrpc.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CProtobufC

extension EnvelopeRequest {
    public static var schema: MessageSchema { MessageSchema(ttrpc__request__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Ttrpc__Request.self)
        self.service = Unpacked.string(c.pointee.service)
        self.method = Unpacked.string(c.pointee.method)
        self.payload = Unpacked.bytes(c.pointee.payload)
        self.timeoutNano = c.pointee.timeout_nano
        self.metadata = Unpacked.messages(c.pointee.n_metadata, c.pointee.metadata)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Ttrpc__Request.self)
        c.pointee.service = arena.bytes(self.service)
        c.pointee.method = arena.bytes(self.method)
        c.pointee.payload = arena.bytes(self.payload)
        c.pointee.timeout_nano = self.timeoutNano
        (c.pointee.n_metadata, c.pointee.metadata) = arena.messages(self.metadata)
    }
}

extension EnvelopeResponse {
    public static var schema: MessageSchema { MessageSchema(ttrpc__response__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Ttrpc__Response.self)
        self.status = Unpacked.message(c.pointee.status)
        self.payload = Unpacked.bytes(c.pointee.payload)
        self.metadata = Unpacked.messages(c.pointee.n_metadata, c.pointee.metadata)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Ttrpc__Response.self)
        c.pointee.status = arena.message(self.status)
        c.pointee.payload = arena.bytes(self.payload)
        (c.pointee.n_metadata, c.pointee.metadata) = arena.messages(self.metadata)
    }
}

extension EnvelopeKeyValue {
    public static var schema: MessageSchema { MessageSchema(ttrpc__key_value__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Ttrpc__KeyValue.self)
        self.key = Unpacked.string(c.pointee.key)
        self.value = Unpacked.string(c.pointee.value)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Ttrpc__KeyValue.self)
        c.pointee.key = arena.bytes(self.key)
        c.pointee.value = arena.bytes(self.value)
    }
}
