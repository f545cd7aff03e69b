// MessagesService: what its methods share. Each has a file of its own.

internal import Contract
internal import RPC
package import Store

package struct MessagesService: MessagesServiceProtocol {
    let store: Store
    let clock: any Clock
    let reads: AuditedReads
    let hub: EventHub
    let tail: EventTail?
    let delivery: any DeliverySignal
    let tokens: PageTokens
    /// For the fingerprints of requests that may be repeated.
    let secret: HMACKey
    let book: MessageBook
    let limits: RateLimits
    /// Carries out what is no send; nil: no bridge is ever there.
    let engine: DeliveryEngine?
    let media: MediaLibrary?
    let source: (any MediaSource)?
    let clientIDs = ClientMessageID.Source()

    /// - Parameters:
    ///   - hub: must be fed by the same store.
    ///   - tail: likewise, for those who watch everything; nil: each of them reads the log for itself.
    ///   - delivery: is told of every message that was accepted.
    ///   - secret: of this server, the same over restarts.
    ///   - book: delivery's own, so that both write by the same schedule.
    ///   - engine: for what bridges do at once.
    ///   - limits: on messages per minute; one for the whole server.
    ///   - media: where files are kept; nil: nowhere.
    ///   - source: where files come from that are named by a URL; nil: from nowhere.
    package init(
        store: Store, clock: any Clock, hub: EventHub, tail: EventTail? = nil, delivery: any DeliverySignal,
        tokens: PageTokens,
        secret: HMACKey, book: MessageBook = MessageBook(lifecycle: MessageLifecycle()), engine: DeliveryEngine? = nil,
        limits: RateLimits, media: MediaLibrary? = nil, source: (any MediaSource)? = nil
    ) {
        self.store = store
        self.clock = clock
        reads = AuditedReads(store: store, clock: clock)
        self.hub = hub
        self.tail = tail
        self.delivery = delivery
        self.tokens = tokens
        self.secret = secret
        self.book = book
        self.engine = engine
        self.limits = limits
        self.media = media
        self.source = source
    }

    /// - Throws: NOT_IMPLEMENTED where there is none.
    var library: MediaLibrary {
        get throws { try media.required }
    }
}
