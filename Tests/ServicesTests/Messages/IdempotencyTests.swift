// A repeat gets the first answer; a key is good for one request; nothing is remembered of what was refused.
import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite struct IdempotencyTests {
    private static func text(_ key: String = "k", _ change: (inout SendTextRequest) -> Void = { _ in })
        -> SendTextRequest
    {
        var request = SendTextRequest.with {
            $0.recipient = "+491701234567"
            $0.message = "Hello"
            $0.idempotencyKey = key
        }
        change(&request)
        return request
    }

    @Test func aRepeatGetsTheFirstAnswerWhateverBecameOfTheMessage() async throws {
        let house = try MessagesHouse()
        let user = try await house.addUser("ada")
        let session = try await house.addSession(user, status: .disconnected)
        let client = house.client(user: user)
        let first = try await client.sendText(Self.text())
        #expect(first.holdReason == "session_not_connected")
        #expect(try await client.sendText(Self.text()) == first)
        house.clock.advance(by: .seconds(60))
        try await house.move(first.id, to: .dispatched)
        try await house.move(first.id, to: .delivered)
        try await house.set(session, .loggedOut)
        #expect(try await client.sendText(Self.text()) == first)
        #expect(try await house.counts().messages == 1)
        #expect(house.signals.sessions.count == 1)
    }

    @Test func aScheduledMessageIsAnsweredAsScheduledAgain() async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        let due = (house.clock.now() + .seconds(10)).timestamp
        let request = Self.text {
            $0.scheduledAt = due
            $0.expiresAt = (house.clock.now() + .seconds(20)).timestamp
        }
        let first = try await house.client(user: user).sendText(request)
        #expect(first.status == .scheduled)
        try await house.move(first.id, to: .pending)
        // By now both times have passed: a repeat is no new request to be judged by the clock.
        house.clock.advance(by: .seconds(60))
        #expect(try await house.client(user: user).sendText(request) == first)
    }

    @Test func theSameKeyForAnotherRequestIsRefused() async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        let client = house.client(user: user)
        _ = try await client.sendText(Self.text())
        let changes: [@Sendable (inout SendTextRequest) -> Void] = [
            { $0.message = "Hello!" }, { $0.recipient = "+491701234568" }, { $0.session = "default" },
            { $0.queue = .never }, { $0.userId = user },
        ]
        for change in changes {
            let error = await refusal { _ = try await client.sendText(Self.text("k", change)) }
            #expect(error?.reason == "IDEMPOTENCY_KEY_REUSED")
            #expect(error?.code == .alreadyExists)
        }
        #expect(try await house.counts().messages == 1)
    }

    @Test func keysOfDifferentCallersHaveNothingToDoWithEachOther() async throws {
        let house = try MessagesHouse()
        let (ada, _) = try await house.addTenant("ada")
        let (eve, _) = try await house.addTenant("eve")
        let first = try await house.client(user: ada).sendText(Self.text())
        let second = try await house.client(user: eve).sendText(Self.text())
        let third = try await house.client(.operator).sendText(Self.text("k") { $0.userId = ada })
        #expect(Set([first.id, second.id, third.id]).count == 3)
    }

    @Test func theKeyMayComeAsMetadata() async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        let client = house.client(user: user)
        let options = CallOptions(metadata: ["Idempotency-Key": "k"])
        let first = try await client.sendText(Self.text(""), options: options)
        #expect(try await client.sendText(Self.text(""), options: options) == first)
        // The same key is the same key, wherever it stands.
        #expect(try await client.sendText(Self.text("k")) == first)
        #expect(try await client.sendText(Self.text("k"), options: options) == first)
        let two = await refusal {
            _ = try await client.sendText(Self.text("other"), options: options)
        }
        #expect(two?.violations.map(\.field) == ["idempotency_key"])
        var metadata = Metadata()
        metadata.append("a", for: "idempotency-key")
        metadata.append("b", for: "idempotency-key")
        let twice = await refusal {
            _ = try await client.sendText(Self.text(""), options: CallOptions(metadata: metadata))
        }
        #expect(twice?.violations.map(\.field) == ["idempotency_key"])
    }

    @Test(arguments: [String(repeating: "k", count: 256), "käse", "a\tb", "a\nb", "a\u{7F}"])
    func whatIsNoKeyIsRefused(key: String) async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        let error = await refusal { _ = try await house.client(user: user).sendText(Self.text(key)) }
        #expect(error?.violations.map(\.field) == ["idempotency_key"])
    }

    @Test(arguments: ["k", " ", "~!\"{}", String(repeating: "k", count: 255)])
    func whatIsAKeyIsTaken(key: String) async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        let first = try await house.client(user: user).sendText(Self.text(key))
        #expect(try await house.client(user: user).sendText(Self.text(key)).id == first.id)
    }

    @Test func nothingIsRememberedOfWhatWasRefused() async throws {
        let house = try MessagesHouse()
        let user = try await house.addUser("ada")
        let session = try await house.addSession(user, status: .loggedOut)
        let client = house.client(user: user)
        #expect(await refusal { _ = try await client.sendText(Self.text()) }?.reason == "SESSION_LOGGED_OUT")
        try await house.set(session, .connected)
        #expect(try await client.sendText(Self.text()).status == .pending)
    }

    @Test func aKeyIsFreeAgainAfter24Hours() async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        let client = house.client(user: user)
        let first = try await client.sendText(Self.text())
        house.clock.advance(by: .seconds(86_399))
        #expect(try await client.sendText(Self.text()).id == first.id)
        house.clock.advance(by: .seconds(1))
        let second = try await client.sendText(Self.text())
        #expect(second.id != first.id)
        #expect(try await client.sendText(Self.text()) == second)
        #expect(try await client.sendText(Self.text("other")).id != second.id)
    }

    @Test func aRepeatCostsNothingOfTheMinute() async throws {
        let house = try MessagesHouse()
        let user = try await house.addUser("ada", perMinute: 3)
        _ = try await house.addSession(user)
        let client = house.client(user: user)
        let first = try await client.sendText(Self.text())
        for _ in 0..<20 { #expect(try await client.sendText(Self.text()) == first) }
        _ = try await client.sendText(Self.text("second"))
        _ = try await client.sendText(Self.text("third"))
        #expect(await refusal { _ = try await client.sendText(Self.text("fourth")) }?.reason == "RATE_LIMITED")
    }

    @Test func whoseAnswerWasLostGetsItThoughTheMinuteIsUsedUp() async throws {
        let house = try MessagesHouse()
        let user = try await house.addUser("ada", perMinute: 2)
        _ = try await house.addSession(user)
        let client = house.client(user: user)
        let first = try await client.sendText(Self.text())
        let options = CallOptions(metadata: ["Idempotency-Key": "second"])
        let second = try await client.sendText(Self.text(""), options: options)
        for _ in 0..<5 {
            #expect(try await client.sendText(Self.text()) == first)
            #expect(try await client.sendText(Self.text(""), options: options) == second)
            for key in ["", "third"] {
                let refused = await refusal { _ = try await client.sendText(Self.text(key)) }
                #expect(refused?.reason == "RATE_LIMITED")
                #expect(refused?.retryAfter == .seconds(30))
            }
        }
        let other = await refusal { _ = try await client.sendText(Self.text { $0.message = "Other" }) }
        #expect(other?.reason == "IDEMPOTENCY_KEY_REUSED")
        #expect(try await house.counts().messages == 2)
        // None of the refused calls left anything, neither of its key nor of the day.
        house.clock.advance(by: .seconds(30))
        _ = try await client.sendText(Self.text("third"))
        #expect(try await house.counts().messages == 3)
    }

    @Test func fiftyAtOnceAreOneMessage() async throws {
        let house = try MessagesHouse()
        let (user, _) = try await house.addTenant("ada")
        let client = house.client(user: user)
        let answers = try await withThrowingTaskGroup(of: Message.self) { group in
            for _ in 0..<50 { group.addTask { try await client.sendText(Self.text()) } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(answers.count == 1)
        #expect(try await house.counts() == (1, 1))
        #expect(house.signals.sessions.count == 1)
    }
}
