// What a server answers on one stream when a frame may not be there, and what a client makes of such frames. The texts of
// the first four are the reference implementation's, since logs and people know them.

/// Why a frame was not taken.
enum StreamRefusal: Equatable {
    case evenStream
    case reusedStream
    /// Data for a stream that was never opened or has ended.
    case inactiveStream
    /// `remote closed` in one frame with data: taken, and complained about, as the reference does.
    case dataWithClose
    case dataOnUnary
    case dataAfterClose
    case tooManyStreams(limit: Int)
    case frameTooLarge(length: Int, limit: Int)
    case overflow
    /// Not run.
    case shuttingDown
    /// Ended while it ran.
    case cutShort

    static let shuttingDownReason = "SHUTTING_DOWN"
    /// In ErrorInfo.metadata: `no` where the request was refused before anything ran.
    static let executedKey = "executed"

    var error: RPCError {
        switch self {
        case .evenStream: malformed("StreamID must be odd for client initiated streams")
        case .reusedStream: malformed("StreamID cannot be re-used and must increment")
        case .inactiveStream: malformed("StreamID is no longer active")
        case .dataWithClose: malformed("data close message cannot include data")
        case .dataOnUnary: malformed("a data message is not allowed on a unary stream")
        case .dataAfterClose: malformed("data after the stream was closed")
        case .tooManyStreams(let limit):
            exhausted("TOO_MANY_STREAMS", "more than \(limit) calls are open on this connection")
        case .frameTooLarge(let length, let limit):
            exhausted("FRAME_TOO_LARGE", "message length \(length) exceed maximum message size of \(limit)")
        case .overflow: exhausted("STREAM_OVERFLOW", "items came faster than they were read")
        case .shuttingDown:
            RPCError(
                .unavailable, reason: Self.shuttingDownReason, message: "the server is shutting down",
                metadata: [Self.executedKey: "no"])
        case .cutShort:
            RPCError(.unavailable, reason: Self.shuttingDownReason, message: "the server is shutting down")
        }
    }

    private func malformed(_ message: String) -> RPCError {
        RPCError(.invalidArgument, reason: "MALFORMED_REQUEST", message: message)
    }

    private func exhausted(_ reason: String, _ message: String) -> RPCError {
        RPCError(.resourceExhausted, reason: reason, message: message)
    }
}
