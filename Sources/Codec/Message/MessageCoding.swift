// Bytes ⇄ messages: check, unpack, read; fill, size, pack. All C memory is the thread's arena, given back before
// return.
//
// What is encoded is our own and is not checked: a String with a NUL is written as it is (neither cut nor a trap),
// and the other side's check pass refuses it. An unknown enum number is written as it was read.
//
// What gets lost, knowingly: unknown fields; the sign of a minus zero that is alone in a field without presence
// (protobuf-c takes it for the default); one of two map keys that differ only in Unicode normal form (Swift takes them
// for the same string).
public import CProtobufC

extension ProtoMessage {
    /// Decodes a message.
    /// - Parameter bytes: the whole message; not needed afterwards.
    /// - Throws: what is wrong with the bytes, before much work or memory is spent on them.
    @inlinable
    public init(decoding bytes: UnsafeRawBufferPointer, limits: DecodingLimits = .request) throws(DecodingError) {
        let arena = Arena.ofThread
        let mark = arena.open(limit: limits.memory)
        defer { arena.close(mark) }
        self.init(reading: try Self.schema.unpack(bytes, limits: limits, in: arena))
    }

    @inlinable
    public init(decoding bytes: [UInt8], limits: DecodingLimits = .request) throws(DecodingError) {
        self = try bytes.withUnsafeBufferPointer { buffer throws(DecodingError) in
            try Self(decoding: UnsafeRawBufferPointer(buffer), limits: limits)
        }
    }

    /// Encodes the message; equal messages have equal bytes.
    @inlinable
    public func encoded() -> [UInt8] {
        pack { size, write in
            [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
                guard let start = buffer.baseAddress, size > 0 else { return }
                write(start)
                count = size
            }
        }
    }

    /// Encodes the message straight into the caller's memory.
    /// - Parameter body: is told the size and given a function that writes exactly so many bytes; may call it never, once
    ///   or often, and may encode other messages meanwhile. Neither function may be kept.
    @inlinable
    public func pack<R>(_ body: (_ size: Int, _ write: (UnsafeMutableRawPointer) -> Void) throws -> R) rethrows -> R {
        let arena = Arena.ofThread
        let mark = arena.open(limit: .max)
        defer { arena.close(mark) }
        let message = arena.filled(self).assumingMemoryBound(to: ProtobufCMessage.self)
        return try body(protobuf_c_message_get_packed_size(message)) { target in
            _ = protobuf_c_message_pack(message, target.assumingMemoryBound(to: UInt8.self))
        }
    }
}

extension MessageSchema {
    /// Checks bytes and unpacks them into the arena.
    /// - Returns: an initialised C struct of this type.
    @usableFromInline
    func unpack(
        _ bytes: UnsafeRawBufferPointer, limits: DecodingLimits, in arena: Arena
    ) throws(DecodingError) -> UnsafeMutableRawPointer {
        try CheckPass.check(bytes, as: self, limits: limits)
        let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
        guard let message = protobuf_c_message_unpack(descriptor, arena.allocator, bytes.count, start) else {
            throw DecodingError(reason: arena.isExhausted ? .tooLarge : .refused, offset: 0, field: "")
        }
        return UnsafeMutableRawPointer(message)
    }
}
