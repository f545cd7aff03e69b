// MessagesService.WatchMessages: one message from where it stands to its end, or everything from now on. Both follow the
// event log with a cursor of their own; the hub only wakes them. A watcher that reads slowly blocks its own stream, finds
// the rest in the log later, and misses nothing.

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
            try await watchOne(request, responses, principal, context.drain)
        } else {
            try await watchAll(request, responses, principal, context.drain)
        }
    }

    /// As it is now with its timeline, then each change, until it can change no more.
    private func watchOne(
        _ request: WatchMessagesRequest, _ responses: ResponseWriter<MessageUpdate>, _ principal: Principal,
        _ drain: DrainSignal
    ) async throws {
        let id = request.id
        guard request.sessionId == 0, request.userId == 0 else {
            throw RPCError.validation("id", "excludes session_id and user_id")
        }
        let watcher = hub.watch(.init(messageID: id), drain: drain)
        let (first, start) = try await store.read { db in
            let record = try Self.visible(id, in: db, to: principal)
            let events = try db.events.timeline(ofMessage: id)
            return (Message(record, timeline: events.compactMap(EventLog.entry)), events.last?.cursor ?? 0)
        }
        try await responses.write(.with { $0.message = first })
        if first.status.isFinal { return }
        var cursor = start
        while try await isWoken(watcher, responses) {
            let after = cursor
            let (record, events) = try await store.read { db in
                // Gone or somebody else's by now: then the watch ends as it would begin.
                let record = try Self.visible(id, in: db, to: principal)
                return (record, try db.events.timeline(ofMessage: id).filter { $0.cursor > after })
            }
            let message = Message(record)
            for event in events {
                cursor = event.cursor
                guard let entry = EventLog.entry(of: event) else { continue }
                try await responses.write(
                    .with {
                        $0.message = message
                        $0.entry = entry
                    })
            }
            if message.status.isFinal { return }
        }
    }

    /// Every change of every message that the caller may see, from now on.
    private func watchAll(
        _ request: WatchMessagesRequest, _ responses: ResponseWriter<MessageUpdate>, _ principal: Principal,
        _ drain: DrainSignal
    ) async throws {
        let userID = try Tenancy.filter(principal, requested: request.userId) ?? 0
        let sessionID = request.sessionId
        let watcher = hub.watch(.init(userID: userID, sessionID: sessionID), drain: drain)
        var cursor = try await store.read { db in
            if sessionID != 0 {
                guard let session = try db.sessions.get(sessionID) else { throw Tenancy.notFound }
                try Tenancy.visible(ownerID: session.userID, to: principal)
            }
            return try db.events.newestCursor()
        }
        while try await isWoken(watcher, responses) {
            var isAtEnd = false
            while !isAtEnd {
                let (updates, page) = try await changes(after: cursor, userID: userID, sessionID: sessionID)
                for update in updates { try await responses.write(update) }
                cursor = page.cursor
                isAtEnd = page.isAtEnd
            }
        }
    }

    /// One portion of the log, each change with its message as it is now.
    private func changes(
        after cursor: Int64, userID: Int64, sessionID: Int64
    ) async throws -> (updates: [MessageUpdate], page: EventPage) {
        try await store.read { db in
            let page = try db.events.list(after: cursor, userID: userID, sessionID: sessionID, limit: 64)
            var messages: [Int64: Message] = [:]
            var updates: [MessageUpdate] = []
            for event in page.events {
                guard event.messageID != 0, let entry = EventLog.entry(of: event) else { continue }
                if messages[event.messageID] == nil {
                    messages[event.messageID] = try db.messages.get(event.messageID).map { Message($0) }
                }
                guard let message = messages[event.messageID] else { continue }
                updates.append(
                    .with {
                        $0.message = message
                        $0.entry = entry
                    })
            }
            return (updates, page)
        }
    }

    /// Waits for a change; says in between that the stream lives.
    /// - Throws: SHUTTING_DOWN when the server ends.
    private func isWoken(
        _ watcher: EventWatcher, _ responses: ResponseWriter<MessageUpdate>
    ) async throws -> Bool {
        while true {
            switch try await watcher.next() {
            case .change: return true
            case .quiet: try await responses.write(MessageUpdate())
            case .drain: throw RPCError.make(.shuttingDown, "The server is going down.")
            }
        }
    }
}
