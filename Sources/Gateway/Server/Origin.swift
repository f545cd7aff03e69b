// Where an HTTP request came from. The kind of listener decides, not a missing address: the system forgets the address of
// a TCP client that has gone, and such a client must not pass for one on a Unix socket of this machine.

internal import NIOCore

enum Origin: Sendable {
    /// By a listener on a Unix socket, where clients have no address.
    case unixSocket
    /// Nil where the client was gone before it was asked for.
    case network(SocketAddress?)
    /// By the word of a proxy that is trusted: an IP address. Nil where it did not say.
    case forwarded(String?)

    /// Whether that is this machine; not where it is not known.
    var isThisMachine: Bool {
        switch self {
        case .unixSocket: return true
        case .forwarded: return false
        case .network(let address):
            guard let ip = address?.ipAddress else { return false }
            return ip == "::1" || ip.hasPrefix("127.") || ip.hasPrefix("::ffff:127.")
        }
    }

    /// The address of the peer of calls: `ip:port`, and empty for Unix sockets alone, which is how whoever judges by
    /// places knows them (NetworkList).
    var text: String {
        switch self {
        case .unixSocket: return ""
        case .forwarded(let ip):
            guard let ip else { return "unknown" }
            // The port is the proxy's secret.
            return ip.contains(":") ? "[\(ip)]:0" : "\(ip):0"
        case .network(let address):
            guard let ip = address?.ipAddress, let port = address?.port else { return "unknown" }
            return ip.contains(":") ? "[\(ip)]:\(port)" : "\(ip):\(port)"
        }
    }
}
