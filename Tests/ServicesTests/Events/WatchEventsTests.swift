// EventsService.Watch: from a cursor and from now on, by type and tenant, with signs of life, and its ends.

import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite struct WatchEventsTests {
    private struct Place: Sendable {
        let house: House
        let tail: EventTail
        var hub: EventHub { tail.hub }
        let ada: UserRecord
        let eve: UserRecord

        init() async throws {
            let clock = FakeClock()
            var made: EventTail?
            house = try House(clock: clock) { router, house in
                let encoder = EventEncoder(tokens: house.pages)
                let tail = EventTail(store: house.store, clock: clock, encoder: encoder)
                house.store.observeEvents { tail.publish($0) }
                router.register(
                    EventsService(store: house.store, clock: house.clock, tail: tail, encoder: encoder))
                made = tail
            }
            tail = try #require(made)
            ada = try await house.user("ada")
            eve = try await house.user("eve")
        }

        func client(_ caller: Caller) -> EventsClient { EventsClient(house.client(as: caller)) }

        func client(_ user: UserRecord) async throws -> EventsClient {
            client(.key(try await house.key(of: user, scopes: .ofUsers).secret))
        }

        @discardableResult
        func add(_ types: String..., of user: UserRecord, session: Int64 = 0, message: Int64 = 0) async throws -> Int64
        {
            let now = house.clock.now()
            return try await house.store.write { db in
                var last: Int64 = 0
                for type in types {
                    last = try EventLog.append(
                        db, type: type, userID: user.id, sessionID: session, messageID: message,
                        body: TimelineEntry.with { $0.cause = type }, at: now
                    ).cursor
                }
                return last
            }
        }

        func session(of user: UserRecord) async throws -> Int64 {
            let now = house.clock.now()
            return try await house.store.write { db in
                try db.sessions.insert(SessionRecord(userID: user.id, name: "default", createdAt: now))
            }
        }
    }

    /// Reads so many events, heartbeats aside.
    private func take(_ count: Int, _ events: ResponseStream<Event>) async throws -> [Event] {
        var taken: [Event] = []
        var iterator = events.makeAsyncIterator()
        while taken.count < count, let event = try await iterator.next() {
            if !event.type.isEmpty { taken.append(event) }
        }
        return taken
    }

    private func first(_ events: ResponseStream<Event>) async throws -> Event? {
        for try await event in events { return event }
        return nil
    }

    @Test(.timeLimit(.minutes(1))) func theFirstItemIsAHeartbeatWithTheCursorWhereTheWatchBegins() async throws {
        let place = try await Place()
        try await place.add("message.accepted", of: place.ada)
        let client = try await place.client(place.ada)
        let watch = try await client.watch(.init())
        let beat = try #require(try await first(watch))
        #expect(beat.type.isEmpty && !beat.cursor.isEmpty && beat.body == nil)
        try await place.add("message.sent", "message.read", of: place.ada)
        let live = try await take(2, watch)
        #expect(live.map(\.type) == ["message.sent", "message.read"])
        #expect(live.allSatisfy { $0.userId == place.ada.id && $0.at == place.house.clock.now().timestamp })
        watch.cancel()
        // Whoever comes back with that first cursor gets all that came after it.
        let again = try await client.watch(.with { $0.cursor = beat.cursor })
        #expect(try await first(again)?.cursor == beat.cursor)
        #expect(try await take(2, again) == live)
        again.cancel()
        let last = try await client.watch(.with { $0.cursor = live[0].cursor })
        #expect(try await take(1, last) == [live[1]])
    }

    @Test(.timeLimit(.minutes(1))) func aLongPastIsReplayedWholeAndGoesOverIntoThePresent() async throws {
        let place = try await Place()
        let client = try await place.client(place.ada)
        let watch = try await client.watch(.init())
        let start = try #require(try await first(watch)).cursor
        watch.cancel()
        // More than a portion, and more than a stream holds, with others' between them.
        for number in 0..<300 {
            try await place.add("t.n\(number)", of: place.ada)
            if number.isMultiple(of: 3) { try await place.add("t.hidden", of: place.eve) }
        }
        let replay = try await client.watch(.with { $0.cursor = start })
        try await place.add("t.live", of: place.ada)
        let events = try await take(301, replay)
        #expect(events.map(\.type) == (0..<300).map { "t.n\($0)" } + ["t.live"])
        #expect(Set(events.map(\.cursor)).count == 301)
    }

    @Test(.timeLimit(.minutes(1))) func oneSeesOnesOwnAndAnAdminAllOrOnes() async throws {
        let place = try await Place()
        let own = try await place.client(place.ada).watch(.init())
        let all = try await place.client(.operator).watch(.init())
        let eves = try await place.client(.operator).watch(.with { $0.userId = place.eve.id })
        for watch in [own, all, eves] { _ = try await first(watch) }
        try await place.add("a.one", of: place.ada)
        try await place.add("a.two", of: place.eve)
        try await place.add("a.three", of: place.ada)
        #expect(try await take(2, own).map(\.type) == ["a.one", "a.three"])
        #expect(try await take(3, all).map(\.type) == ["a.one", "a.two", "a.three"])
        #expect(try await take(1, eves).map(\.type) == ["a.two"])
        let error = await refusal {
            for try await _ in try await place.client(place.ada).watch(.with { $0.userId = place.eve.id }) {}
        }
        #expect(error?.reason == "PERMISSION_DENIED")
    }

    @Test(.timeLimit(.minutes(1))) func oneSessionIsWatchedByWhoMaySeeIt() async throws {
        let place = try await Place()
        let (mine, hers) = (try await place.session(of: place.ada), try await place.session(of: place.eve))
        let watch = try await place.client(place.ada).watch(.with { $0.sessionId = mine })
        _ = try await first(watch)
        try await place.add("session.one", of: place.ada)
        try await place.add("session.two", of: place.ada, session: mine)
        #expect(try await take(1, watch).map(\.type) == ["session.two"])
        for session in [hers, 4711] {
            let error = await refusal {
                for try await _ in try await place.client(place.ada).watch(.with { $0.sessionId = session }) {}
            }
            #expect(error?.reason == "NOT_FOUND")
        }
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            (["message.sent"], ["message.sent"]), (["message.*"], ["message.sent", "message.read"]),
            (["message.read", "session.*"], ["session.qr", "message.read", "session.connected"]), (["other.*"], []),
        ])
    func typesNarrowAWatch(wanted: [String], told: [String]) async throws {
        let place = try await Place()
        let watch = try await place.client(place.ada).watch(.with { $0.types = wanted + ["end.of_test"] })
        _ = try await first(watch)
        try await place.add(
            "message.sent", "session.qr", "messages.x", "message.read", "session.connected", "end.of_test",
            of: place.ada)
        #expect(try await take(told.count + 1, watch).map(\.type) == told + ["end.of_test"])
    }

    @Test func whatIsNoTypeOrNoCursorIsNamed() async throws {
        let place = try await Place()
        let client = try await place.client(place.ada)
        for type in ["", "message", "*", "message.", ".sent", "Message.sent", "message.*.x", "message.sent*"] {
            let error = await refusal { for try await _ in try await client.watch(.with { $0.types = [type] }) {} }
            #expect(error?.violations.map(\.field) == ["types"], "\(type)")
        }
        let page = place.house.pages.make(position: [1], method: "another", filters: [])
        for cursor in ["x", "17", page, String(repeating: "A", count: 34)] {
            let error = await refusal { for try await _ in try await client.watch(.with { $0.cursor = cursor }) {} }
            #expect(error?.reason == "VALIDATION_ERROR" && error?.violations.map(\.field) == ["cursor"])
        }
    }

    @Test(.timeLimit(.minutes(1))) func aCursorThatIsTooOldIsExpired() async throws {
        let place = try await Place()
        let client = try await place.client(place.ada)
        let watch = try await client.watch(.init())
        let start = try #require(try await first(watch)).cursor
        for number in 0..<5 { try await place.add("t.n\(number)", of: place.ada) }
        let events = try await take(5, watch)
        watch.cancel()
        let later = place.house.clock.now() + .seconds(1)
        _ = try await place.house.store.write { db in try db.events.purge(before: later, now: later, limit: 3) }
        for cursor in [start, events[1].cursor] {
            let error = await refusal {
                for try await event in try await client.watch(.with { $0.cursor = cursor }) {
                    Issue.record("told \(event) before it was refused")
                }
            }
            #expect(error?.reason == "CURSOR_EXPIRED" && error?.code == .failedPrecondition)
        }
        let rest = try await client.watch(.with { $0.cursor = events[2].cursor })
        #expect(try await take(2, rest) == Array(events[3...]))
    }

    @Test(.timeLimit(.minutes(1))) func silenceIsBrokenEvery15SecondsAlsoWhereOthersAreLoud() async throws {
        let place = try await Place()
        let clock = place.house.clock
        let watch = try await place.client(place.ada).watch(.with { $0.types = ["message.*"] })
        let start = try #require(try await first(watch))
        // Whatever happens meanwhile is not for it.
        for _ in 0..<3 {
            try await untilTrue { clock.sleeperCount == 1 }
            clock.advance(by: .seconds(5))
            try await place.add("session.qr", of: place.ada)
        }
        let beat = try #require(try await first(watch))
        #expect(beat.type.isEmpty)
        // It carries the watch past what was not for it.
        #expect(beat.cursor != start.cursor)
        try await place.add("message.sent", of: place.ada)
        _ = try await take(1, watch)
        let again = try await place.client(place.ada).watch(
            .with {
                $0.cursor = beat.cursor
                $0.types = ["message.*"]
            })
        #expect(try await take(1, again).map(\.type) == ["message.sent"])
    }

    /// Nothing woke it for others' events: it stood still while the log was purged behind these, and its own next event ended
    /// it with CURSOR_EXPIRED.
    @Test(.timeLimit(.minutes(1))) func whoIsQuietGoesAlongWithALogThatOthersFill() async throws {
        let place = try await Place()
        let clock = place.house.clock
        let watch = try await place.client(place.ada).watch(.init())
        let start = try #require(try await first(watch))
        for _ in 0..<3 {
            try await untilTrue { clock.sleeperCount == 1 }
            // First the event: the beat is to have passed it.
            try await place.add("message.sent", of: place.eve)
            clock.advance(by: .seconds(5))
        }
        let beat = try #require(try await first(watch))
        #expect(beat.type.isEmpty && beat.cursor != start.cursor)
        // Until they are old for the tail, too.
        for _ in 0..<2 {
            try await untilTrue { clock.sleeperCount == 1 }
            clock.advance(by: .seconds(6))
        }
        let later = clock.now() + .seconds(1)
        _ = try await place.house.store.write { db in try db.events.purge(before: later, now: later) }
        try await place.add("message.read", of: place.ada)
        #expect(try await take(1, watch).map(\.type) == ["message.read"])
        watch.cancel()
        let again = try await place.client(place.ada).watch(.with { $0.cursor = beat.cursor })
        #expect(try await take(1, again).map(\.type) == ["message.read"])
    }

    @Test(.timeLimit(.minutes(1))) func eventsCarryWhatTheyAreAbout() async throws {
        let place = try await Place()
        let session = try await place.session(of: place.ada)
        let now = place.house.clock.now()
        let message = try await place.house.store.write { [ada = place.ada.id] db in
            try db.messages.insert(
                MessageRecord(userID: ada, sessionID: session, status: .sent, createdAt: now, content: "Hello"))
        }
        let watch = try await place.client(place.ada).watch(.init())
        _ = try await first(watch)
        try await place.add("message.sent", of: place.ada, session: session, message: message)
        try await place.add("message.sent", of: place.ada, session: session, message: 4711)
        _ = try await place.house.store.write { [ada = place.ada.id] db in
            let record = try db.sessions.get(session).found
            try EventLog.append(
                db, type: "session.created", userID: ada, sessionID: session, body: Session(record), at: now)
        }
        let events = try await take(3, watch)
        guard case .message(let change) = events[0].body, case .message(let gone) = events[1].body,
            case .session(let told) = events[2].body
        else {
            Issue.record("\(events)")
            return
        }
        #expect(change.message?.content == "Hello" && change.entry?.cause == "message.sent")
        #expect(gone.message == nil && gone.entry != nil)
        #expect(told.id == session && told.name == "default")
        #expect(events[0].messageId == message && events[0].sessionId == session)
    }

    @Test(.timeLimit(.minutes(1))) func whoGoesLeavesNothingBehind() async throws {
        let place = try await Place()
        let watch = try await place.client(place.ada).watch(.init())
        _ = try await first(watch)
        #expect(place.hub.watcherCount == 1)
        watch.cancel()
        try await untilTrue { place.hub.watcherCount == 0 && place.house.clock.sleeperCount == 0 }
    }
}
