// What a message waits for is the same however one looks at it: asked for, in a watch, or read from the log later.

import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite(.timeLimit(.minutes(1))) struct EventHoldsTests {
    private func next(_ events: ResponseStream<Event>) async throws -> Event? {
        for try await event in events { return event }
        return nil
    }

    private func next(_ updates: ResponseStream<MessageUpdate>) async throws -> MessageUpdate? {
        for try await update in updates { return update }
        return nil
    }

    @Test func aWatchShowsWhatAMessageWaitsForNow() async throws {
        let house = try House.whole()
        let (messages, events) = (
            MessagesClient(house.client(as: .operator)), EventsClient(house.client(as: .operator))
        )
        let user = try await house.user("ada").id
        let now = house.clock.now()
        let id = try await house.store.write { db in
            let session = try db.sessions.insert(
                SessionRecord(userID: user, name: "default", status: .disconnected, isLinked: true, createdAt: now))
            // It was accepted while the session was there: its row names nothing.
            return try db.messages.insert(
                MessageRecord(userID: user, sessionID: session, status: .pending, createdAt: now, content: "Hello"))
        }
        let shown = try await messages.getMessage(.with { $0.id = id })
        #expect(shown.holdReason == "session_not_connected")

        let watch = try await events.watch(.init())
        let start = try #require(try await next(watch)).cursor
        let all = try await messages.watchMessages(.init())
        _ = try await next(all)
        _ = try await house.store.write { db in
            try EventLog.append(
                db, .with { $0.cause = "test" }, messageID: id, userID: user, sessionID: shown.sessionId, at: now)
        }
        let again = try await events.watch(.with { $0.cursor = start })
        _ = try await next(again)
        for watch in [watch, again] {
            let event = try #require(try await next(watch))
            guard case .message(let change) = event.body else {
                Issue.record("\(event)")
                return
            }
            #expect(change.message?.holdReason == shown.holdReason)
        }
        #expect(try await next(all)?.message?.holdReason == shown.holdReason)
    }
}
