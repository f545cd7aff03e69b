// What a route knows about one HTTP request beside the request itself: above all, who is at the other end. This is where
// the peer of the call that a route makes comes from: calls from HTTP start as nobody (SAFETY.md 5).

internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import RPC

/// Hummingbird's context of a request, with the peer.
struct GatewayContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Nil on Unix sockets, which have no address.
    let remoteAddress: SocketAddress?

    init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        remoteAddress = source.channel.remoteAddress
    }

    /// The peer of calls that are made for this request. The query stays out of it: it may hold what no log should.
    func peer(asking request: Request) -> Peer {
        let path = (request.head.path ?? "").prefix { $0 != "?" }
        return Peer(
            transport: .http, address: Self.text(remoteAddress), listener: "http",
            endpoint: String("\(request.method.rawValue) \(path)".prefix(256)))
    }

    /// Whether the request came from this machine. What a proxy passed on did not, wherever the proxy is.
    func isLocal(_ request: Request) -> Bool {
        Self.isLocal(remoteAddress) && !request.headers.contains(.forwardedFor)
            && !request.headers.contains(.forwarded)
    }

    static func isLocal(_ address: SocketAddress?) -> Bool {
        guard let address, let ip = address.ipAddress else { return true }
        return ip == "::1" || ip.hasPrefix("127.") || ip.hasPrefix("::ffff:127.")
    }

    static func text(_ address: SocketAddress?) -> String {
        guard let address, let ip = address.ipAddress, let port = address.port else { return "" }
        return ip.contains(":") ? "[\(ip)]:\(port)" : "\(ip):\(port)"
    }
}
