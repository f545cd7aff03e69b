// The client's end of calls with streams in them, typed. Each holds a lease on the call: when the last copy is gone, the
// call is dropped, so that a loop left early leaves nothing open.

public import Codec
internal import NIOCore

/// The responses of a server-streaming or bidirectional call, in order; to be read by one task.
///
/// Iteration ends when the server has ended the call well, and throws `RPCError` when it has not. At most 64 items or
/// 1 MiB wait to be read; then the stream's connection waits for the reader, and so does the server. Where the stream
/// shares its connection, a reader that lets it wait for 1 s loses the call with RESOURCE_EXHAUSTED (STREAM_OVERFLOW),
/// items that came before still being handed over.
public struct ResponseStream<Element: ProtoMessage>: AsyncSequence, Sendable {
    let lease: StreamLease
    private let watch: SilenceWatch?

    init(_ lease: StreamLease, _ watch: SilenceWatch? = nil) {
        self.lease = lease
        self.watch = watch
    }

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(lease: lease, watch: watch) }

    public struct AsyncIterator: AsyncIteratorProtocol {
        let lease: StreamLease
        let watch: SilenceWatch?

        public mutating func next() async throws -> Element? {
            let next = if let watch { try await watch.receive(from: lease) } else { try await lease.receive() }
            guard let item = next else { return nil }
            return try MessageBytes.response(Element.self, from: item)
        }
    }

    /// Drops the call; what the server still sends is thrown away. It is told by the end of the stream's connection,
    /// where that has one of its own.
    public func cancel() { lease.stream.cancel() }
}

/// A call with a stream of requests and one response.
public struct ClientStreamingCall<Request: ProtoMessage, Response: ProtoMessage>: Sendable {
    let lease: StreamLease

    init(_ lease: StreamLease) { self.lease = lease }

    /// Sends one request. Throws what ended the call, if the server ended it before all was sent; an answer that came
    /// early is then to be had from `finish()`.
    public func send(_ request: Request) async throws {
        try await lease.stream.send(MessageBytes.buffer(request))
    }

    /// Closes the requests and waits for the response.
    public func finish() async throws -> Response {
        try await lease.stream.closeSend()
        return try await response()
    }

    /// Waits for the response without closing the requests: a server may answer early.
    public func response() async throws -> Response {
        guard let item = try await lease.receive() else {
            throw RPCError(.internalError, reason: "INTERNAL", message: "the server ended the call without a response")
        }
        return try MessageBytes.response(Response.self, from: item)
    }

    /// Drops the call.
    public func cancel() { lease.stream.cancel() }
}

/// A call with streams both ways. One task may send while another reads `responses`.
public struct BidirectionalCall<Request: ProtoMessage, Response: ProtoMessage>: Sendable {
    let lease: StreamLease

    init(_ lease: StreamLease) { self.lease = lease }

    /// Sends one request; waits while too much is under way.
    public func send(_ request: Request) async throws {
        try await lease.stream.send(MessageBytes.buffer(request))
    }

    /// Says that no more requests come; responses may still do.
    public func closeSend() async throws { try await lease.stream.closeSend() }

    public var responses: ResponseStream<Response> { ResponseStream(lease) }

    /// Drops the call.
    public func cancel() { lease.stream.cancel() }
}

/// A call with streams in it whose messages are bytes.
public struct RawCall: Sendable {
    let lease: StreamLease

    init(_ lease: StreamLease) { self.lease = lease }

    public func send(_ request: [UInt8]) async throws {
        try await lease.stream.send(ByteBuffer(bytes: request))
    }

    public func closeSend() async throws { try await lease.stream.closeSend() }

    /// The next response, `nil` at the end.
    public func receive() async throws -> [UInt8]? { try await lease.receive().map { Array(buffer: $0) } }

    public func cancel() { lease.stream.cancel() }
}

/// Keeps a call open while somebody holds on to it.
final class StreamLease: Sendable {
    let stream: any ClientStream
    /// Kept, since letting go of it would close the connection under the call.
    private let transport: any ClientTransport
    private let onResponseMetadata: (@Sendable (Metadata) -> Void)?

    init(_ stream: any ClientStream, _ options: CallOptions, _ transport: any ClientTransport) {
        self.transport = transport
        self.stream = stream
        self.onResponseMetadata = options.onResponseMetadata
    }

    deinit { stream.cancel() }

    func receive() async throws -> ByteBuffer? {
        let item = try await stream.receive()
        if let onResponseMetadata, !stream.responseMetadata.isEmpty { onResponseMetadata(stream.responseMetadata) }
        return item
    }
}
