// SendText against a real store: what is accepted, what is refused and why, and what is on disk afterwards.
import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite struct SendTextTests {
    private func text(_ change: (inout SendTextRequest) -> Void = { _ in }) -> SendTextRequest {
        var request = SendTextRequest.with {
            $0.recipient = "+49 170 123-4567"
            $0.message = "Hello"
        }
        change(&request)
        return request
    }

    @Test func anAcceptedMessageIsOnDiskWithItsFirstEventAndDeliveryIsTold() async throws {
        let house = try MessagesHouse()
        let (user, session) = try await house.addTenant("ada")
        let message = try await house.client(user: user).sendText(text())
        #expect(message.id > 0)
        #expect(message.userId == user)
        #expect(message.sessionId == session)
        #expect(message.direction == .outbound)
        #expect(message.recipient == "+491701234567")
        #expect(message.content == "Hello")
        #expect(message.kind == .text(.with { $0.body = "Hello" }))
        #expect(message.status == .pending)
        #expect(message.holdReason == "")
        #expect(message.attempts == 0)
        #expect(message.createdAt == house.clock.now().timestamp)
        #expect(message.expiresAt == (house.clock.now() + .seconds(86_400)).timestamp)
        #expect(message.timeline.isEmpty)
        #expect(house.signals.sessions == [session])

        let (row, events) = try await house.store.read { db in
            (try db.messages.get(message.id), try db.events.list(after: 0, limit: 10).events)
        }
        #expect(row.map { Message($0) } == message)
        #expect(events.map(\.type) == ["message.accepted"])
        #expect(events.first?.messageID == message.id)
        #expect(events.first?.userID == user)
        let entry = try #require(events.first.flatMap(EventLog.entry))
        #expect(entry.from == .unspecified)
        #expect(entry.to == .pending)
        #expect(entry.cause == "accepted")
    }

    @Test func ourIdOfItIsOneThatWhatsAppTakes() async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        var ids: Set<String> = []
        for _ in 0..<50 { ids.insert(try await house.client(user: user).sendText(text()).clientMessageId) }
        #expect(ids.count == 50)
        for id in ids { #expect(id.wholeMatch(of: #/3EB0[0-9A-F]{18}/#) != nil) }
        let source = ClientMessageID.Source()
        #expect(Set((0..<1000).map { _ in source.next() }).count == 1000)
        #expect(ClientMessageID.make(random: [0, 1, 0xAB, 255, 4, 5, 6, 7, 8]) == "3EB00001ABFF0405060708")
    }

    @Test func everyFieldThatIsWrongIsNamedAtOnce() async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        let error = await refusal {
            _ = try await house.client(user: user).sendText(
                .with {
                    $0.recipient = "0170 1234567"
                    $0.replyToId = -1
                    $0.scheduledAt = .with { $0.nanos = -1 }
                    $0.expiresAt = .with { $0.seconds = 400_000_000_000 }
                })
        }
        #expect(error?.code == .invalidArgument)
        #expect(error?.reason == "VALIDATION_ERROR")
        #expect(
            Set(error?.violations.map(\.field) ?? [])
                == ["recipient", "message", "reply_to_id", "scheduled_at", "expires_at"])
        #expect(try await house.counts().messages == 0)
    }

    @Test func aTextIsOneByteTo64KiB() async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        let client = house.client(user: user)
        let longest = String(repeating: "ü", count: 32 << 10)
        #expect(try await client.sendText(text { $0.message = longest }).content == longest)
        #expect(try await client.sendText(text { $0.message = "x" }).content == "x")
        for wrong in ["", longest + "x"] {
            let error = await refusal { _ = try await client.sendText(text { $0.message = wrong }) }
            #expect(error?.violations.map(\.field) == ["message"])
        }
    }

    @Test func whatIsNotConnectedHoldsOnlyWhatCanStillGoOut() async throws {
        let house = try MessagesHouse()
        let user = try await house.addUser("ada")
        let session = try await house.addSession(user, status: .disconnected)
        let client = house.client(user: user)
        for status: SessionRecord.Status in [.disconnected, .starting, .paused, .conflict, .restricted, .failed] {
            try await house.set(session, status)
            let message = try await client.sendText(text())
            #expect(message.status == .pending)
            #expect(message.holdReason == "session_not_connected")
            let refused = await refusal { _ = try await client.sendText(text { $0.queue = .never }) }
            #expect(refused?.reason == "SESSION_NOT_CONNECTED")
            #expect(refused?.code == .failedPrecondition)
        }
        try await house.set(session, .connected)
        #expect(try await client.sendText(text { $0.queue = .never }).status == .pending)
        try await house.set(session, .loggedOut)
        #expect(await refusal { _ = try await client.sendText(text()) }?.reason == "SESSION_LOGGED_OUT")
    }

    @Test func aSessionThatWasNeverLinkedHoldsNothing() async throws {
        let house = try MessagesHouse()
        let user = try await house.addUser("ada")
        _ = try await house.addSession(user, status: .qrPending, isLinked: false)
        let error = await refusal { _ = try await house.client(user: user).sendText(text()) }
        #expect(error?.reason == "SESSION_NOT_CONNECTED")
        #expect(try await house.counts() == (0, 0))
        #expect(house.signals.sessions.isEmpty)
    }

    @Test func aTimeToComeSchedulesAndAPastOneDoesNot() async throws {
        let house = try MessagesHouse()
        let user = try await house.addUser("ada")
        _ = try await house.addSession(user, status: .disconnected)
        let client = house.client(user: user)
        let now = house.clock.now()
        let later = try await client.sendText(text { $0.scheduledAt = (now + .seconds(3600)).timestamp })
        #expect(later.status == .scheduled)
        #expect(later.holdReason == "")
        #expect(later.scheduledAt == (now + .seconds(3600)).timestamp)
        #expect(later.expiresAt == (now + .seconds(3600 + 86_400)).timestamp)
        let past = try await client.sendText(text { $0.scheduledAt = (now - .seconds(1)).timestamp })
        #expect(past.status == .pending)
        #expect(past.scheduledAt == nil)
    }

    @Test func aMessageCannotExpireBeforeItCanGoOut() async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        let client = house.client(user: user)
        let now = house.clock.now()
        #expect(
            try await client.sendText(text { $0.expiresAt = (now + .seconds(60)).timestamp }).expiresAt
                == (now + .seconds(60)).timestamp)
        let past = await refusal { _ = try await client.sendText(text { $0.expiresAt = now.timestamp }) }
        #expect(past?.violations.map(\.field) == ["expires_at"])
        let early = await refusal {
            _ = try await client.sendText(
                text {
                    $0.scheduledAt = (now + .seconds(100)).timestamp
                    $0.expiresAt = (now + .seconds(50)).timestamp
                })
        }
        #expect(early?.violations.map(\.field) == ["expires_at"])
    }

    @Test func onlyAMessageOfTheSameSessionCanBeQuoted() async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        _ = try await house.addSession(user, "work")
        let (other, _) = try await house.addTenant("eve")
        let client = house.client(user: user)
        let first = try await client.sendText(text { $0.session = "default" })
        let reply = try await client.sendText(
            text {
                $0.session = "default"
                $0.replyToId = first.id
            })
        #expect(reply.replyToId == first.id)
        let foreign = try await house.client(user: other).sendText(text())
        for id in [foreign.id, first.id + 1000] {
            let error = await refusal {
                _ = try await client.sendText(
                    text {
                        $0.session = "default"
                        $0.replyToId = id
                    })
            }
            #expect(error?.violations.map(\.field) == ["reply_to_id"])
            #expect(error?.violations.first?.description == "is no message of this session")
        }
        let elsewhere = await refusal {
            _ = try await client.sendText(
                text {
                    $0.session = "work"
                    $0.replyToId = first.id
                })
        }
        #expect(elsewhere?.reason == "VALIDATION_ERROR")
    }

    @Test func whoseSessionItIsDecidesWhoseMessageItIs() async throws {
        let house = try MessagesHouse()
        let (ada, adasSession) = try await house.addTenant("ada")
        let (eve, _) = try await house.addTenant("eve")
        let admin = try await house.addUser("root", role: .admin)
        // Somebody else's session is as good as none.
        let foreign = await refusal {
            _ = try await house.client(user: eve).sendText(text { $0.sessionId = adasSession })
        }
        let none = await refusal { _ = try await house.client(user: eve).sendText(text { $0.sessionId = 4711 }) }
        #expect(foreign?.reason == "NOT_FOUND")
        #expect(foreign?.message == none?.message)
        let acting = await refusal { _ = try await house.client(user: eve).sendText(text { $0.userId = ada }) }
        #expect(acting?.reason == "PERMISSION_DENIED")
        // The operator has to say whose.
        let unsaid = await refusal { _ = try await house.client(.operator).sendText(text()) }
        #expect(unsaid?.violations.map(\.field) == ["user_id"])
        #expect(try await house.client(.operator).sendText(text { $0.userId = ada }).userId == ada)
        #expect(try await house.client(user: admin).sendText(text { $0.sessionId = adasSession }).userId == ada)
        #expect(await refusal { _ = try await house.client(.nobody).sendText(text()) }?.reason == "NOT_AUTHENTICATED")
    }

    @Test func manyAtOnceAreAllKept() async throws {
        let house = try MessagesHouse()
        let (user, session) = try await house.addTenant("ada")
        let client = house.client(user: user)
        let ids = try await withThrowingTaskGroup(of: Int64.self) { group in
            for number in 0..<300 {
                group.addTask {
                    try await client.sendText(
                        .with {
                            $0.recipient = "+4917012345\(number % 7)0"
                            $0.message = "m\(number)"
                            $0.idempotencyKey = number.isMultiple(of: 3) ? "" : "k\(number)"
                        }
                    ).id
                }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(ids.count == 300)
        #expect(try await house.counts() == (300, 300))
        #expect(house.signals.sessions == Array(repeating: session, count: 300))
        let stored = try await house.store.read { db in try db.messages.countsByStatus() }
        #expect(stored == [.pending: 300])
    }
}
