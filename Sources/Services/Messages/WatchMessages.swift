// MessagesService.WatchMessages: one message from where it stands to its end, or everything from now on. A watcher that
// reads slowly blocks its own stream, finds the rest in the log later, and misses nothing (EventFeed).

internal import Codec
package import Contract
package import RPC
internal import Store

extension MessagesService {
    package func watchMessages(
        _ request: WatchMessagesRequest, responses: ResponseWriter<MessageUpdate>, context: CallContext
    ) async throws {
        let principal = try context.principal
        if request.id != 0 {
            try await watchOne(request, responses, principal, context)
        } else {
            try await watchAll(request, responses, principal, context)
        }
    }

    /// As it is now with its timeline, then each change, until it can change no more or is not kept any longer.
    private func watchOne(
        _ request: WatchMessagesRequest, _ responses: ResponseWriter<MessageUpdate>, _ principal: Principal,
        _ context: CallContext
    ) async throws {
        let id = request.id
        guard request.sessionId == 0, request.userId == 0 else {
            throw RPCError.validation("id", "excludes session_id and user_id")
        }
        let (clock, start) = (clock, clock.now())
        var (feed, present) = try await EventFeed.open(store, hub, .init(messageID: id), drain: context.drain) { db in
            Message(try Self.shown(id, at: start, in: db, to: principal), timeline: try Self.timeline(of: id, in: db))
        }
        try await reads.tell(context, Audit.Target("message", id: id, ownerID: present.userId))
        try await say(.with { $0.message = present }, on: feed, responses)
        while !present.status.isFinal {
            let news = try await feed.next { db, events -> [MessageUpdate?] in
                // Kept long enough, and deleted: nothing becomes of it any more. (A nil is the end.)
                guard try db.messages.get(id) != nil else { return [nil] }
                // Somebody else's by now: then the watch ends as it would begin.
                let message = Message(try Self.shown(id, at: clock.now(), in: db, to: principal))
                return events.compactMap { Self.update($0, message) }
            }
            switch news {
            case .quiet: try await say(MessageUpdate(), on: feed, responses)
            case .items(let updates):
                for update in updates {
                    guard let update else { return }
                    present = update.message ?? present
                    try await say(update, on: feed, responses)
                }
            }
        }
    }

    /// Every change of every message that the caller may see, from now on.
    private func watchAll(
        _ request: WatchMessagesRequest, _ responses: ResponseWriter<MessageUpdate>, _ principal: Principal,
        _ context: CallContext
    ) async throws {
        let userID = try Tenancy.filter(principal, requested: request.userId) ?? 0
        let sessionID = request.sessionId
        var (feed, _) = try await EventFeed.open(
            store, tail?.hub ?? hub, tail, .init(userID: userID, sessionID: sessionID), from: nil, drain: context.drain
        ) { db in
            if sessionID != 0 { try SessionResolver.check(visible: sessionID, to: principal, in: db) }
        }
        try await reads.tellOfMessages(context, of: userID == 0 ? nil : userID)
        try await say(MessageUpdate(), on: feed, responses)
        while true {
            let news = try await feed.next {
                $0.encoded?.update
            } _: { [clock] db, events in
                var messages = MessageLookup(in: db, at: clock.now())
                return try events.compactMap { event in
                    try messages.message(of: event).flatMap { Self.update(event, $0)?.encoded() }
                }
            }
            switch news {
            case .quiet: try await say(MessageUpdate(), on: feed, responses)
            case .items(let updates):
                for update in updates {
                    feed.speak()
                    try await responses.write(encoded: update)
                }
            }
        }
    }

    private func say(
        _ update: MessageUpdate, on feed: EventFeed, _ responses: ResponseWriter<MessageUpdate>
    ) async throws {
        feed.speak()
        try await responses.write(update)
    }

    /// nil for an event that tells nothing of a message.
    private static func update(_ event: EventRecord, _ message: Message) -> MessageUpdate? {
        guard let entry = EventLog.entry(of: event) else { return nil }
        return .with {
            $0.message = message
            $0.entry = entry
        }
    }
}

/// The messages that a portion of the log is about, each read once and with what it waits for now.
struct MessageLookup {
    private let db: Database
    private var holds: ShownHolds
    private var known: [Int64: Message] = [:]

    init(in db: Database, at now: Instant) {
        self.db = db
        holds = ShownHolds(in: db, at: now)
    }

    /// nil for an event of no message, and for a message that is not there any more.
    mutating func message(of event: EventRecord) throws -> Message? {
        guard event.messageID != 0 else { return nil }
        if let message = known[event.messageID] { return message }
        let message = try db.messages.get(event.messageID).map { Message(try holds.show($0)) }
        known[event.messageID] = message
        return message
    }
}
