// MessagesService: what its methods share. Each has a file of its own.

internal import Contract
package import Store

package struct MessagesService: MessagesServiceProtocol {
    let store: Store
    let clock: any Clock
    let hub: EventHub
    let delivery: any DeliverySignal
    let tokens: PageTokens
    /// For the fingerprints of requests that may be repeated.
    let secret: HMACKey
    let clientIDs = ClientMessageID.Source()

    /// - Parameters:
    ///   - hub: must be fed by the same store.
    ///   - delivery: is told of every message that was accepted.
    ///   - secret: of this server, the same over restarts.
    package init(
        store: Store, clock: any Clock, hub: EventHub, delivery: any DeliverySignal, tokens: PageTokens, secret: HMACKey
    ) {
        self.store = store
        self.clock = clock
        self.hub = hub
        self.delivery = delivery
        self.tokens = tokens
        self.secret = secret
    }
}
