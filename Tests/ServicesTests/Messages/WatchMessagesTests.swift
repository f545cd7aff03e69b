// WatchMessages: one message to its end, everything from now on, heartbeats in silence, and the ends of a watch.
import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite struct WatchMessagesTests {
    private func send(_ client: MessagesClient, _ text: String = "x") async throws -> Message {
        try await client.sendText(
            .with {
                $0.recipient = "+491701234567"
                $0.message = text
            })
    }

    /// Waits for the heartbeat that a watch of everything begins with: from then on nothing is missed.
    private func untilLive(_ updates: ResponseStream<MessageUpdate>) async throws {
        for try await update in updates {
            #expect(update == MessageUpdate())
            return
        }
        Issue.record("the watch ended")
    }

    private func next(_ updates: ResponseStream<MessageUpdate>) async throws -> MessageUpdate? {
        for try await update in updates { return update }
        return nil
    }

    @Test func oneMessageIsWatchedFromWhereItStandsToItsEnd() async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        let client = house.client(user: user)
        let message = try await send(client)
        try await house.move(message.id, to: .dispatched)
        var updates = try await client.watchMessages(.with { $0.id = message.id }).makeAsyncIterator()
        let first = try #require(try await updates.next())
        #expect(first.message?.status == .dispatched)
        #expect(first.message?.timeline.map(\.to) == [.pending, .dispatched])
        #expect(first.entry == nil)
        let other = try await send(client)
        for status: MessageRecord.Status in [.submitted, .sent, .delivered] {
            try await house.move(other.id, to: status)
            try await house.move(message.id, to: status)
            let update = try #require(try await updates.next())
            #expect(update.message?.id == message.id)
            #expect(update.message?.status.rawValue == status.rawValue)
            #expect(update.entry?.to.rawValue == status.rawValue)
            #expect(update.message?.timeline.isEmpty == true)
        }
        try await house.move(message.id, to: .read)
        #expect(try await updates.next()?.entry?.to == .read)
        #expect(try await updates.next() == nil)
        try await untilTrue { house.hub.watcherCount == 0 }
    }

    @Test func changesThatComeTogetherAreToldOneByOne() async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        let client = house.client(user: user)
        let message = try await send(client)
        let updates = try await client.watchMessages(.with { $0.id = message.id })
        try await untilTrue { house.hub.watcherCount == 1 }
        for status: MessageRecord.Status in [.dispatched, .submitted, .sent, .delivered, .read] {
            try await house.move(message.id, to: status)
        }
        var told: [MessageStatus] = []
        for try await update in updates {
            told += (update.message?.timeline ?? []).map(\.to) + [update.entry?.to].compactMap { $0 }
        }
        #expect(told == [.pending, .dispatched, .submitted, .sent, .delivered, .read])
    }

    @Test func whatIsOverIsToldOnce() async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        let client = house.client(user: user)
        for status: MessageRecord.Status in [.failed, .expired, .cancelled, .read] {
            let message = try await send(client)
            try await house.move(message.id, to: status)
            var updates: [MessageUpdate] = []
            for try await update in try await client.watchMessages(.with { $0.id = message.id }) {
                updates.append(update)
            }
            #expect(updates.count == 1)
        }
    }

    /// A message that nobody ever read ends its watch when retention takes it: well, for nothing went wrong. It was NOT_FOUND.
    @Test(.timeLimit(.minutes(1))) func theWatchOfAMessageThatIsNotKeptAnyLongerEndsWell() async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        let client = house.client(user: user)
        let message = try await send(client)
        try await house.move(message.id, to: .delivered)
        var updates = try await client.watchMessages(.with { $0.id = message.id }).makeAsyncIterator()
        #expect(try await updates.next()?.message?.status == .delivered)
        try await untilTrue { house.clock.sleeperCount == 1 }
        let later = house.clock.now() + .seconds(1)
        let purged = try await house.store.write { db in try db.messages.purge(before: later, now: later, after: 0) }
        #expect(purged.deleted == 1)
        house.clock.advance(by: .seconds(10))
        house.clock.advance(by: .seconds(5))
        #expect(try await updates.next() == nil)
        try await untilTrue { house.hub.watcherCount == 0 }
        // Whoever asks for it now hears that there is none.
        let error = await refusal {
            for try await _ in try await client.watchMessages(.with { $0.id = message.id }) {}
        }
        #expect(error?.reason == "NOT_FOUND")
    }

    @Test func everythingIsWatchedFromNowOnAndByItsOwnerAlone() async throws {
        let house = try MessagesHouse()
        let (ada, _) = try await house.addTenant("ada")
        let (eve, _) = try await house.addTenant("eve")
        _ = try await send(house.client(user: ada), "before")
        let adas = try await house.client(user: ada).watchMessages(.init())
        let all = try await house.client(.operator).watchMessages(.init())
        let eves = try await house.client(.operator).watchMessages(.with { $0.userId = eve })
        try await untilLive(adas)
        try await untilLive(all)
        try await untilLive(eves)
        var expected: [(user: Int64, id: Int64)] = []
        for number in 0..<100 {
            let user = number.isMultiple(of: 3) ? eve : ada
            expected.append((user, try await send(house.client(user: user)).id))
        }
        func take(_ count: Int, _ updates: ResponseStream<MessageUpdate>) async throws -> [Int64] {
            var ids: [Int64] = []
            while ids.count < count, let update = try await next(updates) {
                #expect(update.entry?.cause == "accepted")
                ids.append(update.message?.id ?? 0)
            }
            return ids
        }
        #expect(try await take(66, adas) == expected.filter { $0.user == ada }.map(\.id))
        #expect(try await take(100, all) == expected.map(\.id))
        #expect(try await take(34, eves) == expected.filter { $0.user == eve }.map(\.id))
    }

    @Test func oneSessionIsWatchedAlone() async throws {
        let house = try MessagesHouse()
        let (user, first) = try await house.addTenant("ada")
        let second = try await house.addSession(user, "work")
        let client = house.client(user: user)
        @Sendable func send(_ session: Int64) async throws {
            _ = try await client.sendText(
                .with {
                    $0.sessionId = session
                    $0.recipient = "+491701234567"
                    $0.message = "x"
                })
        }
        let updates = try await client.watchMessages(.with { $0.sessionId = second })
        try await untilLive(updates)
        for session in [first, second, first, second] { try await send(session) }
        for _ in 0..<2 { #expect(try await next(updates)?.message?.sessionId == second) }
    }

    /// Counted from what the watch last said. It was counted from when it last woke up, which could be after the test had
    /// read what it said and moved the clock: then the next heartbeat never came.
    @Test(.timeLimit(.minutes(1))) func silenceIsBrokenEvery15Seconds() async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        let client = house.client(user: user)
        let updates = try await client.watchMessages(.init())
        try await untilLive(updates)
        try await untilTrue { house.clock.sleeperCount == 1 }
        house.clock.advance(by: .seconds(14))
        let message = try await send(client)
        #expect(try await next(updates)?.message?.id == message.id)
        // A second later the 15 s are over, but not those since the last word.
        house.clock.advance(by: .seconds(1))
        try await untilTrue { house.clock.sleeperCount == 1 }
        house.clock.advance(by: .seconds(14))
        let beat = try #require(try await next(updates))
        #expect(beat == MessageUpdate())
        try await untilTrue { house.clock.sleeperCount == 1 }
        house.clock.advance(by: .seconds(15))
        #expect(try await next(updates) == MessageUpdate())
    }

    @Test(.timeLimit(.minutes(1))) func whatIsNotForAWatchBreaksNoSilence() async throws {
        let house = try MessagesHouse()
        let (user, session) = try await house.addTenant("ada")
        let updates = try await house.client(user: user).watchMessages(.init())
        try await untilLive(updates)
        // Sessions' events wake it, and are nothing that it tells.
        for _ in 0..<3 {
            try await untilTrue { house.clock.sleeperCount == 1 }
            house.clock.advance(by: .seconds(5))
            let now = house.clock.now()
            _ = try await house.store.write { db in
                try db.events.append(EventRecord(at: now, type: "session.qr", userID: user, sessionID: session))
            }
        }
        #expect(try await next(updates) == MessageUpdate())
    }

    @Test func somebodyElsesMessageAndSessionCannotBeWatched() async throws {
        let house = try MessagesHouse()
        let (ada, session) = try await house.addTenant("ada")
        let (eve, _) = try await house.addTenant("eve")
        let message = try await send(house.client(user: ada))
        let requests: [WatchMessagesRequest] = [
            .with { $0.id = message.id }, .with { $0.id = 4711 }, .with { $0.sessionId = session },
            .with { $0.sessionId = 4711 },
        ]
        for request in requests {
            let error = await refusal {
                for try await _ in try await house.client(user: eve).watchMessages(request) {}
            }
            #expect(error?.reason == "NOT_FOUND")
        }
        let other = await refusal {
            for try await _ in try await house.client(user: eve).watchMessages(.with { $0.userId = ada }) {}
        }
        #expect(other?.reason == "PERMISSION_DENIED")
        try await untilTrue { house.hub.watcherCount == 0 }
    }

    @Test func aCallerThatGoesLeavesNothingBehind() async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        do {
            let updates = try await house.client(user: user).watchMessages(.init())
            try await untilTrue { house.hub.watcherCount == 1 }
            updates.cancel()
        }
        try await untilTrue { house.hub.watcherCount == 0 && house.clock.sleeperCount == 0 }
    }

    @Test func theServersEndEndsTheWatch() async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        // A server of its own: only that can be drained.
        struct As: ServerInterceptor {
            let user: Int64
            func intercept(_ context: CallContext, _ next: () async throws -> Void) async throws {
                context[PrincipalKey.self] = Services.Principal(kind: .user, userID: user, role: .user)
                try await next()
            }
        }
        var router = Router(interceptors: [As(user: user)])
        router.register(MessagesHouse.service(house.house, house.hub, house.signals))
        let server = Server(router: router)
        let client = MessagesClient(RPCClient(transport: InProcessTransport(server: server)))
        let updates = try await client.watchMessages(.init())
        try await untilTrue { house.hub.watcherCount == 1 }
        async let drained: Void = server.drain(timeout: .seconds(5))
        let error = await refusal { for try await _ in updates {} }
        #expect(error?.reason == "SHUTTING_DOWN")
        await drained
        #expect(house.hub.watcherCount == 0)
    }

    @Test func aReaderThatIsSlowHoldsUpNobodyAndMissesNothing() async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        let client = house.client(user: user)
        let slow = try await client.watchMessages(.init())
        try await untilLive(slow)
        // Far more than any buffer of a stream: the rest has to be read from the log later.
        var ids: [Int64] = []
        for _ in 0..<400 { ids.append(try await send(client).id) }
        var told: [Int64] = []
        while told.count < 400, let update = try await next(slow) { told.append(update.message?.id ?? 0) }
        #expect(told == ids)
    }
}
