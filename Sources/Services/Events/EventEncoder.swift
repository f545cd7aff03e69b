// Rows of the event log as they go out.

internal import Codec
package import Contract
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
        try make(events, at: now, in: db).map { $0.encoded() }
    }

    /// The same for many who watch: also those of messages alone, who want a part of each.
    package func encodeForMany(_ events: [EventRecord], at now: Instant, in db: Database) throws -> [EncodedEvent] {
        try make(events, at: now, in: db).map(EncodedEvent.init)
    }

    private func make(_ events: [EventRecord], at now: Instant, in db: Database) throws -> [Event] {
        var messages = MessageLookup(in: db, at: now)
        return try events.map {
            try Event($0, cursor: cursors.text($0.cursor), message: messages.message(of: $0))
        }
    }
}

/// An event as it goes out to many.
package struct EncodedEvent: Sendable {
    /// An `Event`.
    package let bytes: [UInt8]
    private let changeSize: Int

    package init(_ event: Event) {
        bytes = event.encoded()
        guard case .message(let change) = event.body, change.message != nil else {
            changeSize = 0
            return
        }
        changeSize = change.pack { size, _ in size }
    }

    /// The same as a `MessageUpdate`; nil where it is about no message, or about one that is gone.
    ///
    /// A `MessageChange` has the fields of a `MessageUpdate`, by number and type, and is the last field of an `Event`.
    package var update: [UInt8]? { changeSize == 0 ? nil : Array(bytes.suffix(changeSize)) }
}

extension EventTail {
    /// Of a store: to be fed with its events.
    package convenience init(store: Store, clock: any Clock, encoder: EventEncoder) {
        self.init(clock: clock) { events in
            try await store.read { db in try encoder.encodeForMany(events, at: clock.now(), in: db) }
        }
    }
}
