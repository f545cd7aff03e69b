// BridgeService: what its methods share. Each has a file of its own.

internal import Contract

package struct BridgeService: BridgeServiceProtocol {
    let engine: DeliveryEngine
    /// Seals what engines keep of their sessions.
    let box: SecretBox
    let budget = AuthStateBudget()
    /// Sealing and opening megabytes is no work for an event loop.
    let sealing = BoundedExecutor(name: "sealing", concurrent: 1, waiting: 256)

    package init(engine: DeliveryEngine, box: SecretBox) {
        self.engine = engine
        self.box = box
    }
}
