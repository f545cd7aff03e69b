// How changes get into the event log: one append per change, in the transaction of the change itself. Watchers, and later
// SSE and webhooks, are fed from that log and from nothing else, so what is not appended here has not been seen.
//
// Types: `message.accepted`, `message.<status>`, `message.held`; `session.<status>`, `session.qr`, and
// `session.paused` where a session rests after failures of its engine. The body is the bytes of
// a TimelineEntry for messages and of a Session (never with its QR code) for sessions.

package import Codec
package import Contract
package import Store

package enum EventLog {
    /// Appends one event. To be called inside the write job that makes the change.
    ///
    /// - Parameters:
    ///   - type: such as `session.connected`.
    ///   - userID: the tenant that may see it; 0 = only those who see everything.
    ///   - body: what happened; no secrets.
    @discardableResult
    package static func append(
        _ db: Database, type: String, userID: Int64, sessionID: Int64 = 0, messageID: Int64 = 0,
        body: some ProtoMessage, at moment: Instant
    ) throws(StoreError) -> EventRecord {
        try db.events.append(
            EventRecord(
                at: moment, type: type, userID: userID, sessionID: sessionID, messageID: messageID,
                body: body.encoded()))
    }

    /// The event for one entry of a message's timeline, for repositories that append it themselves.
    package static func record(
        _ entry: TimelineEntry, messageID: Int64, userID: Int64, sessionID: Int64, at moment: Instant
    ) -> EventRecord {
        EventRecord(
            at: moment, type: type(of: entry), userID: userID, sessionID: sessionID, messageID: messageID,
            body: entry.encoded())
    }

    /// Appends one entry of a message's timeline.
    @discardableResult
    package static func append(
        _ db: Database, _ entry: TimelineEntry, messageID: Int64, userID: Int64, sessionID: Int64, at moment: Instant
    ) throws(StoreError) -> EventRecord {
        try db.events.append(
            record(entry, messageID: messageID, userID: userID, sessionID: sessionID, at: moment))
    }

    /// What an entry of a timeline is called in the log.
    package static func type(of entry: TimelineEntry) -> String {
        if entry.from == .unspecified { return "message.accepted" }
        if entry.from == entry.to { return "message.held" }
        return "message.\(entry.to.word)"
    }

    /// The entry that an event of a message carries; nil for another kind of event, and for one written by a version
    /// whose bytes mean nothing to this one.
    package static func entry(of event: EventRecord) -> TimelineEntry? {
        guard event.type.hasPrefix("message.") else { return nil }
        return try? TimelineEntry(decoding: event.body, limits: .response)
    }
}
