// Who is at the other end, as far as the transport itself can tell. Nothing here is claimed by the peer: uid, gid and pid
// come from the kernel (SO_PEERCRED) and exist on Unix sockets alone; a certificate was verified before its first call.

/// The other end of a call.
public struct Peer: Sendable, Hashable {
    public enum Transport: String, Sendable, Hashable {
        case unix, tcp, tls
        /// A call made in process for a caller who came over HTTP: has no uid, whatever the socket was.
        case http
        /// The call never left the process (tests, rpcd's own).
        case inProcess = "in-process"
    }

    public var transport: Transport
    /// On Unix sockets; `nil` elsewhere and where the kernel did not tell.
    public var uid: UInt32?
    public var gid: UInt32?
    public var pid: Int32?
    /// `ip:port` on TCP and TLS, what the caller gave in process and for HTTP, empty on Unix sockets.
    public var address: String
    /// The name that the listener was given, such as `rpc` or `bridge`.
    public var listener: String
    /// What a caller over HTTP asked for, such as `POST /api/v1/messages/send-text/`; empty else. For logs alone: it is
    /// the caller's text and decides nothing.
    public var endpoint: String
    /// What answers that: verb and template of the path, such as `GET /api/v1/messages/{id}`; empty where the caller came
    /// another way. The server's own words, so that requests can be counted by it.
    public var route: String
    /// Of a client that showed one where the listener wants them; verified by the transport.
    public var certificate: PeerCertificate?

    public init(
        transport: Transport, uid: UInt32? = nil, gid: UInt32? = nil, pid: Int32? = nil, address: String = "",
        listener: String = "", endpoint: String = "", route: String = ""
    ) {
        self.transport = transport
        self.uid = uid
        self.gid = gid
        self.pid = pid
        self.address = address
        self.listener = listener
        self.endpoint = endpoint
        self.route = route
    }
}
