// EventsService.Watch: the log from a cursor on, or from now on, for as long as somebody listens. A heartbeat comes first
// and carries the cursor where the watch begins; later ones carry a watch past what is not for it, so that it does not
// fall behind what is kept.

internal import Codec
package import Contract
package import RPC
internal import Store

extension EventsService {
    package func watch(
        _ request: WatchEventsRequest, responses: ResponseWriter<Event>, context: CallContext
    ) async throws {
        let principal = try context.principal
        let types = try EventTypes(request.types)
        let userID = try Tenancy.filter(principal, requested: request.userId) ?? 0
        let sessionID = request.sessionId
        guard sessionID >= 0 else { throw RPCError.validation("session_id", "must be a session's id") }
        let start = request.cursor.isEmpty ? nil : try encoder.cursors.parse(request.cursor)
        var (feed, _) = try await EventFeed.open(
            store, tail, .init(userID: userID, sessionID: sessionID), from: start, drain: context.drain
        ) { db in
            if sessionID != 0 { try SessionResolver.check(visible: sessionID, to: principal, in: db) }
        }
        // Events of messages carry them.
        try await reads.tellOfMessages(context, of: userID == 0 ? nil : userID)
        try await beat(feed, responses)
        while true {
            let news = try await feed.next {
                types.admit($0.event.type) ? $0.encoded?.bytes : nil
            } _: { [encoder, clock] db, events in
                try encoder.encode(events.filter { types.admit($0.type) }, at: clock.now(), in: db)
            }
            switch news {
            case .quiet: try await beat(feed, responses)
            case .items(let events):
                for event in events {
                    feed.speak()
                    try await responses.write(encoded: event)
                }
            }
        }
    }

    private func beat(_ feed: EventFeed, _ responses: ResponseWriter<Event>) async throws {
        feed.speak()
        try await responses.write(.with { $0.cursor = encoder.cursors.text(feed.cursor) })
    }
}

extension Event {
    /// - Parameter message: the one it is about, as it is now.
    init(_ record: EventRecord, cursor: String, message: Message?) {
        self.init()
        self.cursor = cursor
        at = record.at.timestamp
        type = record.type
        userId = record.userID
        sessionId = record.sessionID
        messageId = record.messageID
        if let entry = EventLog.entry(of: record) {
            body = .message(
                .with {
                    $0.message = message
                    $0.entry = entry
                })
        } else if record.type.hasPrefix("session."), let then = try? Session(decoding: record.body, limits: .response) {
            body = .session(then)
        }
    }
}
