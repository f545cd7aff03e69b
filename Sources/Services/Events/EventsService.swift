// EventsService: what its method stands on. Watch has a file of its own.

internal import Contract
package import Store

package struct EventsService: EventsServiceProtocol {
    let store: Store
    let hub: EventHub
    let cursors: EventCursor
    let reads: AuditedReads

    /// - Parameters:
    ///   - hub: must be fed by the same store.
    ///   - tokens: authenticate the cursors.
    package init(store: Store, clock: any Clock, hub: EventHub, tokens: PageTokens) {
        self.store = store
        self.hub = hub
        reads = AuditedReads(store: store, clock: clock)
        cursors = EventCursor(tokens: tokens)
    }
}
