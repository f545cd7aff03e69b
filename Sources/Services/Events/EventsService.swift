// EventsService: what its method stands on. Watch has a file of its own.

internal import Contract
package import Store

package struct EventsService: EventsServiceProtocol {
    let store: Store
    let hub: EventHub
    let cursors: EventCursor

    /// - Parameters:
    ///   - hub: must be fed by the same store.
    ///   - tokens: authenticate the cursors.
    package init(store: Store, hub: EventHub, tokens: PageTokens) {
        self.store = store
        self.hub = hub
        cursors = EventCursor(tokens: tokens)
    }
}
