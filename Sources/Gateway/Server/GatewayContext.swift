// What a route knows about one HTTP request beside the request itself: above all, who is at the other end. This is where
// the peer of the call that a route makes comes from: calls from HTTP start as nobody (SAFETY.md 5).

internal import HTTPTypes
internal import HummingbirdCore
internal import RPC

struct GatewayContext: Sendable {
    /// What the channel says; `GatewayResponder` sets it for Unix sockets, since only its listener knows.
    var origin: Origin
    /// What the request came over: known callers make it a known one.
    let connection: GuestConnection

    /// For the calls that are made for this request.
    /// - Parameter route: what answers it; nil for what has no route of the contract.
    func transport(
        _ calls: InProcessTransport, asking request: Request, route: CallRoute? = nil
    ) -> InProcessTransport {
        var transport = calls
        transport.peer = peer(asking: request)
        if let route { transport.peer.route = route.label }
        transport.connection = connection
        return transport
    }

    /// The peer of calls that are made for this request.
    private func peer(asking request: Request) -> Peer {
        Peer(transport: .http, address: origin.text, listener: "http", endpoint: endpoint(request))
    }

    /// What was asked for, as logs may keep it.
    func endpoint(_ request: Request) -> String {
        "\(request.method.rawValue.prefix(16)) \(LoggedPath.text(request.head.path ?? ""))"
    }

    /// Whether the request came from this machine. What a proxy passed on did not, wherever the proxy is.
    func isLocal(_ request: Request) -> Bool {
        origin.isThisMachine && !request.headers.contains(.forwardedFor)
            && !request.headers.contains(.forwarded)
    }
}
