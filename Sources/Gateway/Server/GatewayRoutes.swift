// Which path is answered by what. Health has no RPC shape and is listed here; the routes of the contract will be added
// from its own table.

internal import Hummingbird
internal import RPC

struct GatewayRoutes {
    let client: @Sendable (Peer) -> RPCClient
    let notReadyReasons: @Sendable () -> [String]

    func responder() -> some HTTPResponder<GatewayContext> {
        let router = Hummingbird.Router(context: GatewayContext.self, options: .autoGenerateHeadEndpoints)
        HealthRoutes(client: client, notReadyReasons: notReadyReasons).add(to: router)
        return router.buildResponder()
    }
}
