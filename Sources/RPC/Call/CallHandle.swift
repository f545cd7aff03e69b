// A call as a registered method gets it. Registration is inlined where the message types are known, so that
// decoding is compiled for each of them: through generic code, with its metadata and witness tables, it costs about a
// thousand instructions more (docs/BENCHMARKS.md).

public import Codec
internal import NIOCore

/// An `IncomingCall`, without its types.
@usableFromInline
struct CallHandle {
    let call: any IncomingCall

    init(_ call: any IncomingCall) { self.call = call }

    @usableFromInline var context: CallContext { call.context }

    /// The request of a call that has exactly one; to be had once. Throws `RPCError` for bytes that are no such message.
    @inlinable
    func request<Message: ProtoMessage>(_: Message.Type) throws -> Message {
        var message: Message?
        try withPayload { bytes in
            do throws(DecodingError) {
                message = try Message(decoding: bytes, limits: .request)
            } catch {
                throw RPCError.refusedRequest(error)
            }
        }
        return message ?? Message()
    }

    @usableFromInline
    func withPayload(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        try call.takePayload().withUnsafeReadableBytes(body)
    }
}

extension RPCError {
    /// What a client sent as the request of a call is refused: for a value that its field cannot have, in the words that
    /// JSON is refused with (docs/REST.md), so that a mistake has one name on every way; else it is no message at all.
    @usableFromInline
    static func refusedRequest(_ error: DecodingError) -> RPCError {
        switch error.reason {
        case .embeddedNUL, .unknownEnumValue:
            guard !error.field.isEmpty else { return malformedRequest(error) }
            var refusal = RPCError(
                .invalidArgument, reason: "VALIDATION_ERROR", message: "\(error.field): \(error.reason.words).",
                cause: error)
            refusal.violations = [FieldViolation(field: error.field, description: error.reason.words)]
            return refusal
        default: return malformedRequest(error)
        }
    }

    /// What a client sent is no such message.
    @usableFromInline
    static func malformedRequest(_ error: DecodingError) -> RPCError {
        RPCError(
            .invalidArgument, reason: "MALFORMED_REQUEST", message: "the request is not a valid message: \(error)",
            cause: error)
    }
}
