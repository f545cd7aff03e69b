// Method → handler, and the interceptors that stand around every one of them. A value, filled at start and then only
// read; the same router answers sockets and calls made in process. How a call is looked up and run: Router+Call.swift.

public import Codec

/// The methods that a server serves.
public struct Router: Sendable {
    let interceptors: [any ServerInterceptor]
    private(set) var routes: [Route] = []

    /// - Parameter interceptors: run around every call, the first outermost.
    public init(interceptors: [any ServerInterceptor] = []) {
        self.interceptors = interceptors
    }

    /// All registered methods, in the order of registration.
    public var methods: [Method] { routes.map(\.method) }

    /// Registers a method with one request and one response.
    public mutating func unary<Input: ProtoMessage, Output: ProtoMessage>(
        _ method: Method, _ handler: @escaping @Sendable (Input, CallContext) async throws -> Output
    ) {
        add(method, .unary) { call in
            try await handler(try MessageBytes.request(Input.self, from: call.takePayload()), call.context)
        }
    }

    /// Registers a method with one request and a stream of responses, which ends when the handler returns.
    public mutating func serverStreaming<Input: ProtoMessage, Output: ProtoMessage>(
        _ method: Method,
        _ handler: @escaping @Sendable (Input, ResponseWriter<Output>, CallContext) async throws -> Void
    ) {
        add(method, .serverStreaming) { call in
            let input = try MessageBytes.request(Input.self, from: call.takePayload())
            try await handler(input, ResponseWriter(call), call.context)
            return nil
        }
    }

    /// Registers a method with a stream of requests and one response. The handler may answer before the stream ends.
    public mutating func clientStreaming<Input: ProtoMessage, Output: ProtoMessage>(
        _ method: Method,
        _ handler: @escaping @Sendable (RequestStream<Input>, CallContext) async throws -> Output
    ) {
        add(method, .clientStreaming) { call in
            try await handler(RequestStream(call), call.context)
        }
    }

    /// Registers a method with streams both ways. The call ends when the handler returns.
    public mutating func bidirectional<Input: ProtoMessage, Output: ProtoMessage>(
        _ method: Method,
        _ handler: @escaping @Sendable (RequestStream<Input>, ResponseWriter<Output>, CallContext) async throws -> Void
    ) {
        add(method, .bidirectional) { call in
            try await handler(RequestStream(call), ResponseWriter(call), call.context)
            return nil
        }
    }

    private mutating func add(_ method: Method, _ kind: CallKind, _ run: @escaping Route.Handler) {
        // Both are mistakes of the program and show at start, never by what a peer sends.
        precondition(method.kind == kind, "\(method.path) is \(method.kind), registered as \(kind)")
        precondition(!routes.contains { $0.method.path == method.path }, "\(method.path) is registered twice")
        routes.append(Route(method: method, handler: run))
    }
}

/// A registered method.
struct Route: Sendable {
    /// Gives back the response of a call that has exactly one.
    typealias Handler = @Sendable (any IncomingCall) async throws -> (any ProtoMessage)?

    let method: Method
    let handler: Handler
}
