// Rows of the event log as they go out.

internal import Codec
internal import Contract
package import Store

/// Makes of rows of the log what callers see.
package struct EventEncoder: Sendable {
    let cursors: EventCursor

    /// - Parameter tokens: authenticate the cursors.
    package init(tokens: PageTokens) {
        cursors = EventCursor(tokens: tokens)
    }

    /// The bytes of events as they go out, with the messages that they are about as these are now.
    package func encode(_ events: [EventRecord], at now: Instant, in db: Database) throws -> [[UInt8]] {
        var messages = MessageLookup(in: db, at: now)
        return try events.map {
            try Event($0, cursor: cursors.text($0.cursor), message: messages.message(of: $0)).encoded()
        }
    }
}

extension EventTail {
    /// Of a store: to be fed with its events.
    package convenience init(store: Store, clock: any Clock, encoder: EventEncoder) {
        self.init(clock: clock) { events in
            try await store.read { db in try encoder.encode(events, at: clock.now(), in: db) }
        }
    }
}
