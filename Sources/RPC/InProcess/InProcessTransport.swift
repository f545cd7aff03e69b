// Calls without a socket: the HTTP gateway and tests reach the same router, under the same limits, deadlines and error
// rules. Messages travel as bytes here too, so that what RPC refuses is refused here.

public import Logging
public import NIOCore

/// Calls a router in the same process, with bounded streams both ways.
///
/// A copy with another `peer` is the same transport for another caller.
public struct InProcessTransport: ClientTransport {
    let core: ServerCore
    private let routes: [Method: Route]
    /// Who the handlers see as caller. There are no peer credentials in process.
    public var peer: Peer
    /// The connection that the calls come over, where they come over one.
    package var connection: GuestConnection?

    /// Over a router that no server serves.
    public init(
        router: Router, configuration: Server.Configuration = .init(), peer: Peer = Peer(transport: .inProcess),
        logger: Logger = Logger(label: "switchboard.rpc")
    ) {
        self.init(ServerCore(router: router, configuration: configuration, loops: [], logger: logger), peer)
    }

    /// Over a server's router: its calls count as the server's, are drained with it, and refused once it drains.
    public init(server: Server, peer: Peer = Peer(transport: .inProcess)) {
        self.init(server.core, peer)
    }

    private init(_ core: ServerCore, _ peer: Peer) {
        self.core = core
        self.peer = peer
        routes = Dictionary(core.router.routes.map { ($0.method, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public func unary(_ head: CallHead, payload: ByteBuffer) async throws -> RawResponse {
        let call = try begin(head, .success(payload))
        guard let response = try await call.receive() else { throw RPCError.noResponse }
        return RawResponse(payload: response, metadata: call.responseMetadata)
    }

    public func open(_ head: CallHead, payload: ByteBuffer?) async throws -> any ClientStream {
        try begin(head, payload.map { .success($0) })
    }

    /// Makes a call whose request is known to be wrong before it was a message: it passes the interceptors as any call,
    /// so that whoever may not call learns no more than that, and the refusal is logged; then it fails with `error`.
    public func refuse(_ head: CallHead, with error: RPCError) async throws -> any ClientStream {
        try begin(head, .failure(error))
    }

    /// Nothing is held open: does nothing.
    public func close() async {}

    private func begin(_ head: CallHead, _ payload: Result<ByteBuffer, RPCError>?) throws -> InProcessCall {
        guard let route = routes[head.method] else {
            throw RPCError(.unimplemented, reason: "UNKNOWN_METHOD", message: "method \(head.method.path)")
        }
        if core.drain.isSet { throw StreamRefusal.shuttingDown.error }
        let limits = core.configuration.limits
        guard head.metadata.count <= limits.metadataPairs, head.metadata.byteCount <= limits.metadataBytes else {
            core.refused.add(.metadata)
            throw RPCError(.invalidArgument, reason: "METADATA_TOO_LARGE", message: "too much metadata")
        }
        let now = NIODeadline.now()
        let timeout = head.deadline.remainingNanoseconds(at: now) ?? 0
        let deadline = core.timeouts.deadline(
            timeoutNanoseconds: timeout, kind: head.method.kind, now: now)
        if head.deadline.hasPassed(at: now) || deadline.hasPassed(at: now) { throw RPCError.deadlinePassed }
        // Last: from here on the handler runs, and gives the place back.
        let others = { core.handlersOnLoops }
        switch core.inProcess.takePlace(limit: limits.runningHandlers, others: others, drain: core.drain) {
        case .taken: break
        case .allTaken:
            core.refused.add(.handlers)
            core.checkIdle()
            throw RPCError.overloaded(limits.runningHandlers)
        case .closed:
            core.checkIdle()
            throw StreamRefusal.shuttingDown.error
        }
        let context = CallContext(
            method: route.method, metadata: head.metadata, deadline: deadline, received: now,
            CallContext.Surroundings(peer: peer, drain: core.drain), stranger: connection)
        let call = InProcessCall(context, route, payload: payload, core)
        call.start()
        return call
    }
}
