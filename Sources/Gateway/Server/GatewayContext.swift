// What a route knows about one HTTP request beside the request itself: above all, who is at the other end. This is where
// the peer of the call that a route makes comes from: calls from HTTP start as nobody (SAFETY.md 5).

internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import RPC

/// Hummingbird's context of a request, with the peer.
struct GatewayContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// What the channel says; `GatewayResponder` sets it for Unix sockets, since only its listener knows.
    var origin: Origin

    init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        origin = .network(source.channel.remoteAddress)
    }

    /// The peer of calls that are made for this request.
    func peer(asking request: Request) -> Peer {
        Peer(
            transport: .http, address: origin.text, listener: "http",
            endpoint: "\(request.method.rawValue.prefix(16)) \(LoggedPath.text(request.head.path ?? ""))")
    }

    /// Whether the request came from this machine. What a proxy passed on did not, wherever the proxy is.
    func isLocal(_ request: Request) -> Bool {
        origin.isThisMachine && !request.headers.contains(.forwardedFor)
            && !request.headers.contains(.forwarded)
    }
}
