// BridgeService: what its methods share. Each has a file of its own.

internal import Contract

package struct BridgeService: BridgeServiceProtocol {
    let engine: DeliveryEngine
    /// Seals what engines keep of their sessions.
    let box: SecretBox
    let limits: AuthStateLimits
    /// What is in memory of it, on its way out and on its way in.
    let reading: AuthStateBudget
    let writing: AuthStateBudget
    let media: MediaLibrary?
    /// Sealing and opening megabytes is no work for an event loop.
    let sealing = BoundedExecutor(name: "sealing", concurrent: 1, waiting: 256)

    package init(
        engine: DeliveryEngine, box: SecretBox, limits: AuthStateLimits = AuthStateLimits(),
        reading: AuthStateBudget? = nil, writing: AuthStateBudget? = nil, media: MediaLibrary? = nil
    ) {
        self.engine = engine
        self.box = box
        self.limits = limits
        self.reading = reading ?? AuthStateBudget(limits)
        self.writing = writing ?? AuthStateBudget(limits)
        self.media = media
    }
}
