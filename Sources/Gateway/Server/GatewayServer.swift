// The HTTP door: takes requests, turns them into calls of the same router that serves the binary protocol, in process,
// and writes the answers. It knows no service: authentication, limits, idempotency and logging happen behind the router.
// Set where rpcd is put together; what answers a request is found in `GatewayResponder`.

internal import Contract
internal import Hummingbird
package import Logging
package import RPC

/// Serves HTTP on any number of addresses.
package final class GatewayServer: Sendable {
    private let listeners: [HTTPListener]

    private init(listeners: [HTTPListener]) {
        self.listeners = listeners
    }

    /// What is bound, with the ports that the system chose.
    package var endpoints: [Endpoint] { listeners.map(\.endpoint) }

    /// Binds every endpoint, or none.
    /// - Parameters:
    ///   - calls: the router in process; each request makes its calls as a peer of its own.
    ///   - tls: for endpoints with TLS.
    ///   - metrics: what /metrics shows to this machine and to admins; nil: there is no such page.
    ///   - notReadyReasons: why the server is not ready, for people; only shown to callers on this machine and admins.
    /// - Throws: `GatewayBindError`, and `RouteError` for a contract whose routes cannot be served.
    package static func start(
        on endpoints: [Endpoint], tls: ServerTLS? = nil, calls: InProcessTransport,
        metrics: (@Sendable () async -> String)? = nil,
        notReadyReasons: @escaping @Sendable () -> [String], logger: Logger
    ) async throws -> GatewayServer {
        let responder = try GatewayResponder(calls: calls, metrics: metrics, notReadyReasons: notReadyReasons)
        var quiet = logger
        // The framework tells of each listener; that is said once, for all of them, by rpcd.
        quiet.logLevel = max(logger.logLevel, .warning)
        var listeners: [HTTPListener] = []
        do {
            for endpoint in endpoints {
                listeners.append(
                    try await HTTPListener.start(on: endpoint, tls: tls, responder: responder, logger: quiet))
            }
        } catch {
            for listener in listeners { await listener.stop(timeout: .zero) }
            throw error
        }
        return GatewayServer(listeners: listeners)
    }

    /// Accepts nothing more, answers what is under way, closes; cuts what lasts longer than `timeout`.
    package func stop(timeout: Duration) async {
        await withTaskGroup(of: Void.self) { group in
            for listener in listeners { group.addTask { await listener.stop(timeout: timeout) } }
        }
    }
}
