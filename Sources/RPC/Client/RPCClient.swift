// What generated clients call: typed messages in and out, over any transport. Makes the deadline out of the timeout,
// merges metadata, and leaves states and sockets to the transport.

public import Codec
internal import NIOCore

/// Makes calls over a transport. A value; copies share the transport.
public struct RPCClient: Sendable {
    public let transport: any ClientTransport
    /// Sent with every call.
    public var metadata: Metadata
    /// For unary calls whose options name none. `nil` leaves it to the server, and waits for ever for one that took the
    /// request and never answers. Streams have no default.
    public var defaultTimeout: Duration?

    public init(
        transport: any ClientTransport, metadata: Metadata = [:], defaultTimeout: Duration? = .seconds(30)
    ) {
        self.transport = transport
        self.metadata = metadata
        self.defaultTimeout = defaultTimeout
    }

    /// One request, one response. Throws `RPCError`.
    public func unary<Request: ProtoMessage, Response: ProtoMessage>(
        _ method: Method, _ request: Request, options: CallOptions = .init()
    ) async throws -> Response {
        let head = head(method, options, defaultTimeout)
        let response = try await transport.unary(head, payload: MessageBytes.buffer(request))
        options.onResponseMetadata?(response.metadata)
        return try MessageBytes.response(Response.self, from: response.payload)
    }

    /// One request, a stream of responses.
    public func serverStreaming<Request: ProtoMessage, Response: ProtoMessage>(
        _ method: Method, _ request: Request, options: CallOptions = .init()
    ) async throws -> ResponseStream<Response> {
        let stream = try await transport.open(head(method, options), payload: MessageBytes.buffer(request))
        return ResponseStream(StreamLease(stream, options, transport))
    }

    /// A stream of requests, one response.
    public func clientStreaming<Request: ProtoMessage, Response: ProtoMessage>(
        _ method: Method, options: CallOptions = .init()
    ) async throws -> ClientStreamingCall<Request, Response> {
        ClientStreamingCall(
            StreamLease(try await transport.open(head(method, options), payload: nil), options, transport))
    }

    /// Streams both ways.
    public func bidirectional<Request: ProtoMessage, Response: ProtoMessage>(
        _ method: Method, options: CallOptions = .init()
    ) async throws -> BidirectionalCall<Request, Response> {
        BidirectionalCall(
            StreamLease(try await transport.open(head(method, options), payload: nil), options, transport))
    }

    /// A unary call with messages as bytes, for callers that have a schema and no Swift type.
    public func rawUnary(
        _ method: Method, _ request: [UInt8], options: CallOptions = .init()
    ) async throws -> [UInt8] {
        let head = head(method, options, defaultTimeout)
        let response = try await transport.unary(head, payload: ByteBuffer(bytes: request))
        options.onResponseMetadata?(response.metadata)
        return Array(buffer: response.payload)
    }

    /// A call of any streaming kind with messages as bytes. `request` is for server-streaming methods alone.
    public func rawStream(
        _ method: Method, request: [UInt8]? = nil, options: CallOptions = .init()
    ) async throws -> RawCall {
        let payload = request.map { ByteBuffer(bytes: $0) }
        return RawCall(
            StreamLease(try await transport.open(head(method, options), payload: payload), options, transport))
    }

    private func head(_ method: Method, _ options: CallOptions, _ defaultTimeout: Duration? = nil) -> CallHead {
        var metadata = metadata
        if !options.metadata.isEmpty { metadata.replace(with: options.metadata) }
        if options.onResponseMetadata != nil { metadata[ResponseMetadata.requestKey] = "1" }
        let timeout = options.timeout ?? defaultTimeout
        let own = timeout.map { Deadline.after($0) } ?? .never
        return CallHead(method: method, metadata: metadata, deadline: min(own, options.deadline))
    }
}

/// Our one addition to the envelope, and how it is asked for.
enum ResponseMetadata {
    static let requestKey = "x-response-metadata"
}
