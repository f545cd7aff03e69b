// Method → handler, and the interceptors that stand around every one of them. A value, filled at start and then only
// read; the same router answers sockets and calls made in process. How a call is looked up: MethodTable.swift; run: InterceptorChain.swift.

public import Codec

/// The methods that a server serves.
public struct Router: Sendable {
    let chain: InterceptorChain
    private(set) var routes: [Route] = []

    /// - Parameter interceptors: run around every call, the first outermost.
    public init(interceptors: [any ServerInterceptor] = []) {
        chain = InterceptorChain(interceptors)
    }

    /// All registered methods, in the order of registration.
    public var methods: [Method] { routes.map(\.method) }

    /// Registers a method with one request and one response.
    @inlinable
    public mutating func unary<Input: ProtoMessage, Output: ProtoMessage>(
        _ method: Method, _ handler: @escaping @Sendable (Input, CallContext) async throws -> Output
    ) {
        add(method, .unary) { call in try await handler(try call.request(Input.self), call.context) }
    }

    /// Registers a method with one request and a stream of responses, which ends when the handler returns.
    public mutating func serverStreaming<Input: ProtoMessage, Output: ProtoMessage>(
        _ method: Method,
        _ handler: @escaping @Sendable (Input, ResponseWriter<Output>, CallContext) async throws -> Void
    ) {
        add(method, .serverStreaming) { call in
            try await handler(try call.request(Input.self), ResponseWriter(call.call), call.context)
            return Empty()
        }
    }

    /// Registers a method with a stream of requests and one response. The handler may answer before the stream ends.
    public mutating func clientStreaming<Input: ProtoMessage, Output: ProtoMessage>(
        _ method: Method,
        _ handler: @escaping @Sendable (RequestStream<Input>, CallContext) async throws -> Output
    ) {
        add(method, .clientStreaming) { call in
            try await handler(RequestStream(call.call), call.context)
        }
    }

    /// Registers a method with streams both ways. The call ends when the handler returns.
    public mutating func bidirectional<Input: ProtoMessage, Output: ProtoMessage>(
        _ method: Method,
        _ handler: @escaping @Sendable (RequestStream<Input>, ResponseWriter<Output>, CallContext) async throws -> Void
    ) {
        add(method, .bidirectional) { call in
            try await handler(RequestStream(call.call), ResponseWriter(call.call), call.context)
            return Empty()
        }
    }

    @usableFromInline
    mutating func add(_ method: Method, _ kind: CallKind, _ run: @escaping Route.Handler) {
        // Both are mistakes of the program and show at start, never by what a peer sends.
        precondition(method.kind == kind, "\(method.path) is \(method.kind), registered as \(kind)")
        precondition(!routes.contains { $0.method.path == method.path }, "\(method.path) is registered twice")
        routes.append(Route(method: method, handler: run))
    }
}

/// A registered method. An object, so that a call that looks it up takes one reference and copies no strings.
@usableFromInline
final class Route: Sendable {
    /// Gives back the response of a call that has exactly one; `Empty`, which nobody looks at, of one that streams them.
    @usableFromInline typealias Handler = @Sendable (CallHandle) async throws -> any ProtoMessage

    let method: Method
    let handler: Handler
    /// The method's names as they come in requests.
    let serviceBytes: [UInt8]
    let nameBytes: [UInt8]

    init(method: Method, handler: @escaping Handler) {
        self.method = method
        self.handler = handler
        serviceBytes = Array(method.service.utf8)
        nameBytes = Array(method.name.utf8)
    }
}
