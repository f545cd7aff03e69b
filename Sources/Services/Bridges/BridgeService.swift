// BridgeService: what its methods share. Each has a file of its own.

internal import Contract

package struct BridgeService: BridgeServiceProtocol {
    let engine: DeliveryEngine

    package init(engine: DeliveryEngine) {
        self.engine = engine
    }
}
