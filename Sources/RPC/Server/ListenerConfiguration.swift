// Where a server listens. The name goes into every call's peer, so that access rules can tell sockets apart.

/// One listening socket.
public struct ListenerConfiguration: Sendable {
    /// What `Peer.listener` says, such as `rpc` or `bridge`.
    public var name: String
    public var endpoint: Endpoint
    /// Of a Unix socket's file.
    public var socketMode: UInt16
    /// Connections that the kernel keeps waiting.
    public var backlog: Int

    public init(_ endpoint: Endpoint, name: String = "rpc", socketMode: UInt16 = 0o660, backlog: Int = 1024) {
        self.name = name
        self.endpoint = endpoint
        self.socketMode = socketMode
        self.backlog = backlog
    }
}

/// What a listener is really bound to.
public struct BoundAddress: Sendable, Hashable {
    public let listener: String
    /// With the real port where 0 was asked for.
    public let endpoint: Endpoint
}

/// Why a listener could not be opened.
public struct BindError: Error, Sendable, CustomStringConvertible {
    public enum Reason: Sendable, Hashable {
        /// Somebody answers there.
        case inUse
        /// The path exists and is no socket.
        case notASocket
        case failed
    }

    public let reason: Reason
    public let endpoint: Endpoint
    public let description: String
    /// `errno` where there was one.
    public let errnoCode: Int32?
}
