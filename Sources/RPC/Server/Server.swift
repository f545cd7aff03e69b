// Ties listeners, event loops and connections together; what happens on a connection is ServerConnection's. Drain, the
// orderly way out, is Server+Drain.swift.

internal import Glibc
public import Logging
public import NIOCore
public import NIOPosix
internal import Synchronization

/// Serves a router on sockets.
///
///     var router = Router(interceptors: [...])
///     router.register(service)
///     let server = Server(router: router)
///     let bound = try await server.bind([ListenerConfiguration(.unix(path: "/run/x.sock"))])
///     …
///     await server.drain()
///
/// Handlers run on the event loop of their connection: what blocks belongs elsewhere.
public final class Server: Sendable {
    public let configuration: Configuration
    public let router: Router
    let core: ServerCore
    let listeners = Mutex<[Listener]>([])
    private let nextLoop = Atomic<Int>(0)

    /// - Parameter group: the loops that connections live on; not shut down by the server.
    public init(
        router: Router, configuration: Configuration = .init(),
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
        logger: Logger = Logger(label: "switchboard.rpc")
    ) {
        self.router = router
        self.configuration = configuration
        let loops = group.makeIterator().map { LoopContext(loop: $0) }
        core = ServerCore(router: router, configuration: configuration, loops: loops, logger: logger)
        // A write to a socket whose other end is gone is an error to be handled, and no reason to die.
        signal(SIGPIPE, SIG_IGN)
    }

    /// What is going on right now.
    public struct Counts: Sendable, Hashable {
        public var connections = 0
        /// Calls open on all connections.
        public var streams = 0
        /// Handlers that have not returned, those whose caller has been answered or is gone included.
        public var runningHandlers = 0
        /// Bytes of requests that are not decoded yet, in whole pages of 4 KiB (`Limits.parsingBytes`).
        public var parsingBytes = 0
    }

    public var counts: Counts {
        Counts(
            connections: core.openConnections, streams: core.openStreams, runningHandlers: core.runningHandlers,
            parsingBytes: core.parsing.held)
    }

    /// Opens listeners; all or none. Returns where they are really bound, in the same order. Throws `BindError`.
    public func bind(_ wanted: [ListenerConfiguration]) async throws -> [BoundAddress] {
        var sockets: [(ListenerConfiguration, ListeningSocket)] = []
        do throws(BindError) {
            for configuration in wanted { sockets.append((configuration, try ListeningSocket.open(configuration))) }
        } catch {
            for (_, socket) in sockets {
                close(socket.descriptor)
                socket.file?.remove()
            }
            throw error
        }
        return sockets.map { configuration, socket in
            var tls: ServerTLS?
            if case .tls = socket.bound { tls = configuration.tls }
            let listener = Listener(
                socket, name: configuration.name, tcpTimeout: self.configuration.limits.tcpTimeout, logger: core.logger
            ) { [weak self, tls] in
                self?.take($0, $1, tls) ?? SocketCalls.close($0)
            }
            listeners.withLock { $0.append(listener) }
            return BoundAddress(listener: configuration.name, endpoint: socket.bound)
        }
    }

    /// One listener, for those who need no more.
    public func bind(_ endpoint: Endpoint, name: String = "rpc") async throws -> BoundAddress {
        let bound = try await bind([ListenerConfiguration(endpoint, name: name)])
        guard let first = bound.first else { throw BindError(.failed, endpoint, "not bound") }
        return first
    }

    /// A connection that was accepted: gives it an event loop and lets it live.
    private func take(_ descriptor: CInt, _ peer: Peer, _ tls: ServerTLS?) {
        let limits = configuration.limits
        guard !core.drain.isSet else { return SocketCalls.close(descriptor) }
        let lease: ConnectionLease
        switch core.admission.admit(descriptor, peer, isKnown: configuration.trustsPeer(peer)) {
        case .success(let admitted): lease = admitted
        case .failure(let refusal): return turnAway(descriptor, peer, refusal)
        }
        let index = nextLoop.add(1, ordering: .relaxed).oldValue
        let loop = core.loops[index % core.loops.count]
        let core = core
        ClientBootstrap(group: loop.loop)
            .channelOption(
                .writeBufferWaterMark,
                value: .init(low: limits.outboundLowWatermark, high: limits.outboundHighWatermark)
            )
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    guard let tls = tls?.handler() else {
                        return try pipeline.addHandler(ServerConnection(core, loop: loop, peer: peer, lease: lease))
                    }
                    try pipeline.addHandler(tls)
                    try pipeline.addHandler(ServerHandshake(core, loop: loop, peer: peer, lease: lease, tls: tls))
                }
            }
            .withConnectedSocket(descriptor)
            .whenFailure { error in
                lease.release()
                core.logger.debug("connection not taken", metadata: ["error": "\(error)"])
            }
    }

    private func turnAway(_ descriptor: CInt, _ peer: Peer, _ refusal: ConnectionRefusal) {
        core.refused.add(refusal.limit)
        let isPlain = peer.transport == .unix || peer.transport == .tcp
        core.turnedAway.turnAway(descriptor, refusal.error, says: isPlain && refusal.limit != .descriptors)
    }
}
