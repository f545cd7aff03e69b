// MessagesService: what its methods share. Each has a file of its own.

internal import Contract
package import Store

package struct MessagesService: MessagesServiceProtocol {
    let store: Store
    let clock: any Clock
    let reads: AuditedReads
    let hub: EventHub
    let delivery: any DeliverySignal
    let tokens: PageTokens
    /// For the fingerprints of requests that may be repeated.
    let secret: HMACKey
    let book: MessageBook
    let limits: RateLimits
    let clientIDs = ClientMessageID.Source()

    /// - Parameters:
    ///   - hub: must be fed by the same store.
    ///   - delivery: is told of every message that was accepted.
    ///   - secret: of this server, the same over restarts.
    ///   - book: delivery's own, so that both write by the same schedule.
    ///   - limits: on messages per minute; one for the whole server.
    package init(
        store: Store, clock: any Clock, hub: EventHub, delivery: any DeliverySignal, tokens: PageTokens,
        secret: HMACKey, book: MessageBook = MessageBook(lifecycle: MessageLifecycle()), limits: RateLimits
    ) {
        self.store = store
        self.clock = clock
        reads = AuditedReads(store: store, clock: clock)
        self.hub = hub
        self.delivery = delivery
        self.tokens = tokens
        self.secret = secret
        self.book = book
        self.limits = limits
    }
}
