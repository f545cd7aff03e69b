// EventsService: what its method stands on. Watch has a file of its own.

internal import Contract
package import Store

package struct EventsService: EventsServiceProtocol {
    let store: Store
    let clock: any Clock
    let tail: EventTail
    let encoder: EventEncoder
    let reads: AuditedReads

    /// - Parameters:
    ///   - tail: must be fed by the same store.
    ///   - encoder: the tail's.
    package init(store: Store, clock: any Clock, tail: EventTail, encoder: EventEncoder) {
        self.store = store
        self.clock = clock
        self.tail = tail
        self.encoder = encoder
        reads = AuditedReads(store: store, clock: clock)
    }
}
