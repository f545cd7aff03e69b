// SessionsService: what its methods share. Each has a file of its own.

internal import Contract
package import Store

package struct SessionsService: SessionsServiceProtocol {
    let store: Store
    let clock: any Clock
    let reads: AuditedReads
    let hub: EventHub
    let engine: DeliveryEngine
    let tokens: PageTokens
    /// For the fingerprints of requests that may be repeated.
    let secret: HMACKey

    /// - Parameters:
    ///   - hub: must be fed by the same store.
    ///   - engine: carries out what sessions are told.
    ///   - secret: of this server, the same over restarts.
    package init(
        store: Store, clock: any Clock, hub: EventHub, engine: DeliveryEngine, tokens: PageTokens, secret: HMACKey
    ) {
        self.store = store
        self.clock = clock
        reads = AuditedReads(store: store, clock: clock)
        self.hub = hub
        self.engine = engine
        self.tokens = tokens
        self.secret = secret
    }
}
