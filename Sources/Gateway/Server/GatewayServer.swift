// The HTTP door: takes requests, turns them into calls of the same router that serves the binary protocol, in process,
// and writes the answers. It knows no service: authentication, limits, idempotency and logging happen behind the router.
// Set where rpcd is put together; what answers a request is found in `GatewayResponder`.

internal import Contract
package import Logging
package import RPC

/// Serves HTTP on any number of addresses.
package final class GatewayServer: Sendable {
    private let listeners: [HTTPListener]
    private let door: HTTPDoor

    private init(listeners: [HTTPListener], door: HTTPDoor) {
        self.listeners = listeners
        self.door = door
    }

    /// What is bound, with the ports that the system chose.
    package var endpoints: [Endpoint] { listeners.map(\.endpoint) }

    /// Connections that are open.
    package var connectionCount: Int { door.connectionCount }

    /// Binds every endpoint, or none.
    /// - Parameters:
    ///   - inherited: sockets that listen already, served beside the endpoints; TLS is what each of them says.
    ///   - calls: the router in process; each request makes its calls as a peer of its own.
    ///   - tls: for endpoints with TLS.
    ///   - proxies: whose word about their clients is taken.
    ///   - crossOrigin: whose pages a browser may let call.
    ///   - refusals: counts what never became a call; nil: its own, which nobody reads.
    ///   - metrics: what /metrics shows to this machine and to admins; nil: there is no such page.
    ///   - docs: the folder with the files of the pages that show the OpenAPI document; nil: plain ones.
    ///   - notReadyReasons: why the server is not ready, for people; only shown to callers on this machine and admins.
    /// - Throws: `GatewayBindError`, and `RouteError` for a contract whose routes cannot be served.
    package static func start(
        on endpoints: [Endpoint], tls: ServerTLS? = nil, inherited: [ListenerConfiguration] = [],
        calls: InProcessTransport, limits: HTTPLimits = HTTPLimits(), proxies: TrustedProxies = TrustedProxies(),
        crossOrigin: CrossOrigin = CrossOrigin(), refusals: HTTPRefusals? = nil,
        metrics: (@Sendable () async -> String)? = nil, docs: String? = nil,
        notReadyReasons: @escaping @Sendable () -> [String], logger: Logger
    ) async throws -> GatewayServer {
        let door = HTTPDoor(
            calls: calls, limits: limits, proxies: proxies, crossOrigin: crossOrigin,
            refusals: refusals ?? HTTPRefusals(logger: logger))
        let responder = try GatewayResponder(
            door: door, metrics: metrics, docs: docs, notReadyReasons: notReadyReasons, logger: logger)
        var listeners: [HTTPListener] = []
        do {
            for one in endpoints.map({ ListenerConfiguration($0, name: "http", tls: tls) }) + inherited {
                listeners.append(try HTTPListener(on: one, responder: responder, door: door, logger: logger))
            }
        } catch {
            for listener in listeners { listener.stop() }
            await door.drain(timeout: .zero)
            throw error
        }
        return GatewayServer(listeners: listeners, door: door)
    }

    /// Accepts nothing more, answers what is under way, refuses what still comes on connections that are open, closes
    /// them; cuts what lasts longer than `timeout`.
    package func stop(timeout: Duration) async {
        for listener in listeners { listener.stop() }
        await door.drain(timeout: timeout)
    }
}
