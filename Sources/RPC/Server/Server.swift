public import Logging
public import NIOCore
public import NIOPosix

/// Serves a router on sockets.
public final class Server: Sendable {
    public let configuration: Configuration
    let router: Router
    let group: any EventLoopGroup
    let logger: Logger

    public init(
        router: Router, configuration: Configuration = .init(),
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
        logger: Logger = Logger(label: "switchboard.rpc")
    ) {
        self.router = router
        self.configuration = configuration
        self.group = group
        self.logger = logger
    }

    /// What is going on right now.
    public struct Counts: Sendable, Hashable {
        public var connections = 0
        /// Calls open on all connections.
        public var streams = 0
        /// Handlers that have not returned, those whose caller has been answered or is gone included.
        public var runningHandlers = 0
    }
}

// Behaviour follows: listeners, connections, drain.
extension Server {
    /// Opens listeners; all or none. Returns where they are really bound, in the same order. Throws `BindError`.
    public func bind(_ listeners: [ListenerConfiguration]) async throws -> [BoundAddress] {
        throw RPCError(.unimplemented)
    }

    public var counts: Counts { Counts() }

    /// Stops accepting, ends long streams, finishes the rest for up to `timeout`, closes all connections.
    public func drain(timeout: Duration = .seconds(30)) async {}
}
