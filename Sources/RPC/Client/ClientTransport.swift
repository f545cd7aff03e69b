// The seam under RPCClient: calls as bytes. Conformers are ClientConnection (ttrpc on a socket) and InProcessTransport (a
// router in the same process). Errors are always `RPCError`.

public import NIOCore

/// What a transport needs to know of a call before its first message.
public struct CallHead: Sendable {
    public var method: Method
    public var metadata: Metadata
    public var deadline: Deadline

    public init(method: Method, metadata: Metadata = [:], deadline: Deadline = .never) {
        self.method = method
        self.metadata = metadata
        self.deadline = deadline
    }
}

/// The one response of a unary call.
public struct RawResponse: Sendable {
    public var payload: ByteBuffer
    public var metadata: Metadata

    public init(payload: ByteBuffer, metadata: Metadata = [:]) {
        self.payload = payload
        self.metadata = metadata
    }
}

/// Carries calls to a server. Nothing is retried: what was in flight when the way broke fails with UNAVAILABLE.
public protocol ClientTransport: Sendable {
    /// One request, one response. When the calling task is cancelled or the deadline passes, the call is dropped here
    /// and throws; ttrpc has no way to tell the server.
    func unary(_ head: CallHead, payload: ByteBuffer) async throws -> RawResponse

    /// Opens a call with a stream in it. `payload` is the request of a server-streaming method, else `nil`.
    func open(_ head: CallHead, payload: ByteBuffer?) async throws -> any ClientStream

    /// Ends all calls and lets go of the way. Calls made later fail.
    func close() async
}

/// An open call with a stream in it, as bytes. One task sends, one receives.
public protocol ClientStream: AnyObject, Sendable {
    /// Sends one item; waits while the transport has too much to write. Throws what ended the call.
    func send(_ item: ByteBuffer) async throws
    /// Says that no more items come.
    func closeSend() async throws
    /// The next item, `nil` at the end. A client-streaming call has exactly one.
    func receive() async throws -> ByteBuffer?
    /// What came with the Response that ended the call, if one did.
    var responseMetadata: Metadata { get }
    /// Drops the call on this side. Does nothing when it is over.
    func cancel()
}
