// Messages from and to the bytes that travel, with the errors that a caller should see when the bytes are no message.

internal import Codec
internal import NIOCore

enum MessageBytes {
    /// Decodes what a client sent, under the strict limits for requests.
    static func request<M: ProtoMessage>(_: M.Type, from bytes: ByteBuffer) throws(RPCError) -> M {
        try decode(M.self, bytes, .request) { RPCError.malformedRequest($0) }
    }

    /// Decodes what a server sent: bounded by frame and memory alone.
    static func response<M: ProtoMessage>(_: M.Type, from bytes: ByteBuffer) throws(RPCError) -> M {
        try decode(M.self, bytes, .response) { error in
            RPCError(
                .internalError, reason: "INTERNAL", message: "the response is not a valid message: \(error)",
                cause: error)
        }
    }

    static func buffer(_ message: some ProtoMessage) -> ByteBuffer {
        message.pack { size, write in ByteBuffer(size: size, filledBy: write) }
    }

    private static func decode<M: ProtoMessage>(
        _: M.Type, _ bytes: ByteBuffer, _ limits: DecodingLimits, _ failure: (DecodingError) -> RPCError
    ) throws(RPCError) -> M {
        let result: Result<M, RPCError> = bytes.withUnsafeReadableBytes { view in
            do throws(DecodingError) {
                return .success(try M(decoding: view, limits: limits))
            } catch {
                return .failure(failure(error))
            }
        }
        return try result.get()
    }
}
