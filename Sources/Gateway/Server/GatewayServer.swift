// The HTTP door: takes requests, turns them into calls of the same router that serves the binary protocol, in process,
// and writes the answers. It knows no service: authentication, limits, idempotency and logging happen behind the router.
// Set where rpcd is put together; routes are added in `GatewayRoutes`.

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
    ///   - client: makes a client of the router for calls on behalf of a peer.
    ///   - notReadyReasons: why the server is not ready, for people; only shown to callers on this machine.
    /// - Throws: `GatewayBindError`.
    package static func start(
        on endpoints: [Endpoint], client: @escaping @Sendable (Peer) -> RPCClient,
        notReadyReasons: @escaping @Sendable () -> [String], logger: Logger
    ) async throws -> GatewayServer {
        let responder = GatewayRoutes(client: client, notReadyReasons: notReadyReasons).responder()
        var quiet = logger
        // The framework tells of each listener; that is said once, for all of them, by rpcd.
        quiet.logLevel = max(logger.logLevel, .warning)
        var listeners: [HTTPListener] = []
        do {
            for endpoint in endpoints {
                listeners.append(try await HTTPListener.start(on: endpoint, responder: responder, logger: quiet))
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
