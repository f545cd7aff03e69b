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
    /// What makes the connections of a `tls:` endpoint secure; such an endpoint needs it, others do not use it.
    public var tls: ServerTLS?
    /// A socket that listens already, in place of one to be opened.
    let inherited: Int32?

    public init(
        _ endpoint: Endpoint, name: String = "rpc", socketMode: UInt16 = 0o660, backlog: Int = 1024,
        tls: ServerTLS? = nil
    ) {
        self.name = name
        self.endpoint = endpoint
        self.socketMode = socketMode
        self.backlog = backlog
        self.tls = tls
        inherited = nil
    }

    /// A socket that another process opened and left to this one, such as systemd. Its callers get no rights from where
    /// they come from, since who may connect was another's decision: `Peer.uid` is not told.
    /// - Parameters:
    ///   - descriptor: of a listening stream socket; belongs to the server from `bind` on.
    ///   - tls: makes a TCP socket one with TLS.
    /// - Throws: `BindError` for a descriptor of anything else.
    public init(inheriting descriptor: Int32, name: String, tls: ServerTLS? = nil) throws(BindError) {
        self.init(try ListeningSocket.endpoint(of: descriptor, isSecure: tls != nil), name: name, tls: tls, descriptor)
    }

    private init(_ endpoint: Endpoint, name: String, tls: ServerTLS?, _ descriptor: Int32) {
        self.name = name
        self.endpoint = endpoint
        self.tls = tls
        socketMode = 0
        backlog = 0
        inherited = descriptor
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
        /// Others than root and ourselves could put a socket of their own in its place.
        case unsafeDirectory
        case failed
    }

    public let reason: Reason
    public let endpoint: Endpoint
    public let description: String
    /// `errno` where there was one.
    public let errnoCode: Int32?
}
