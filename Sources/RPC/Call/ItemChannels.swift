// The seams between a call and what carries it (a ttrpc stream, an in-process pipe): items come in one by one and go out
// one by one, as bytes, and both ends make the caller wait instead of queueing without bound.

internal import NIOCore

/// The items that the other end sends. One reader.
protocol InboundItems: AnyObject, Sendable {
    /// The next item, `nil` after the last. Throws what ended the stream, or the reader's own cancellation.
    func next() async throws -> ByteBuffer?
}

/// Where items for the other end go.
protocol ItemSink: AnyObject, Sendable {
    /// Returns when there is room for another item; throws when nobody takes items any more.
    func ready() async throws
    /// Hands over one item of `size` bytes, written by `fill`. Never waits.
    func send(size: Int, _ fill: (UnsafeMutableRawPointer) -> Void) throws
}

/// A call as a route's handler is given it, before anything of it has been decoded.
protocol IncomingCall: InboundItems, ItemSink {
    var context: CallContext { get }
    /// The request of a call that has exactly one; to be had once, so that its memory goes as soon as it is decoded.
    func takePayload() throws -> ByteBuffer
}

extension RPCError {
    /// An interceptor ran the rest of the chain twice.
    static let requestTakenTwice = RPCError(
        .internalError, reason: "INTERNAL", message: "internal error", cause: Misuse("the request was taken twice"))
    /// An interceptor neither ran the rest of the chain nor threw.
    static let noResponse = RPCError(
        .internalError, reason: "INTERNAL", message: "internal error", cause: Misuse("the call was given no response"))
    /// The ending of every call that ended well, boxed once.
    static let callOverBoxed: any Error = callOver
    static let callerGone = RPCError(.cancelled, reason: "CANCELLED", message: "the caller is gone")
    static let callOver = RPCError(.cancelled, reason: "CANCELLED", message: "the call is over")
    static let deadlinePassed = RPCError(
        .deadlineExceeded, reason: "DEADLINE_EXCEEDED", message: "the deadline has passed")
}

/// A mistake of the program, for the log.
struct Misuse: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
