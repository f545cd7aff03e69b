public import NIOCore

/// Calls a router in the same process, with bounded streams both ways.
public struct InProcessTransport: ClientTransport {
    let router: Router
    /// Who the handlers see as caller.
    public var peer: Peer

    public init(router: Router, configuration: Server.Configuration = .init(), peer: Peer = Peer(transport: .inProcess)) {
        self.router = router
        self.peer = peer
    }

    public func unary(_ head: CallHead, payload: ByteBuffer) async throws -> RawResponse {
        throw RPCError(.unimplemented)
    }

    public func open(_ head: CallHead, payload: ByteBuffer?) async throws -> any ClientStream {
        throw RPCError(.unimplemented)
    }

    public func close() async {}
}
