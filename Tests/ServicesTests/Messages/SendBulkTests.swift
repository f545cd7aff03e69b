// Many texts over one stream: each answered, in order, once in effect, whatever becomes of the stream.
import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite(.timeLimit(.minutes(2))) struct SendBulkTests {
    private typealias Call = BidirectionalCall<SendBulkRequest, SendBulkResponse>

    private let house: MessagesHouse
    init() throws { house = try MessagesHouse() }

    private static func item(
        _ number: Int, _ change: (inout SendTextRequest) -> Void = { _ in }
    ) -> SendBulkRequest {
        var text = SendTextRequest.with {
            $0.recipient = "+49170\(1_000_000 + number)"
            $0.message = "Hello \(number)"
            $0.idempotencyKey = "row \(number)"
        }
        change(&text)
        return .with { $0.text = text }
    }

    /// Sends within the credit and gives the answers to items.
    private func send(_ client: MessagesClient, _ items: [SendBulkRequest]) async throws -> [SendBulkResponse] {
        let call = try await client.sendBulk()
        var (sent, credit): (Int, Int32) = (0, 0)
        var answers: [SendBulkResponse] = []
        for try await answer in call.responses {
            credit += answer.credit
            if answer.item > 0 { answers.append(answer) }
            while credit > 0, sent < items.count {
                try await call.send(items[sent])
                (sent, credit) = (sent + 1, credit - 1)
            }
            if answers.count == items.count { break }
        }
        try await call.closeSend()
        return answers
    }

    @Test func eachItemIsAnsweredInOrderAndOnceInEffect() async throws {
        let (user, _) = try await house.addTenant("ada")
        let ada = house.client(user: user)
        let items = (1...200).map { Self.item($0) }
        let first = try await send(ada, items)
        #expect(first.map(\.item) == Array(1...200))
        #expect(first.allSatisfy { $0.messageId > 0 && $0.refusal == nil && $0.status == .pending })
        #expect(first.map(\.messageId) == first.map(\.messageId).sorted(), "they are accepted in order")
        #expect(try await send(ada, items) == first)
        #expect(try await house.counts().messages == 200)
        #expect(house.signals.sessions.count == 200)
        let last = try #require(first.last)
        #expect(try await ada.getMessage(.with { $0.id = last.messageId }).content == "Hello 200")
    }

    @Test func aCutStreamIsGoneOnWithByItsKeys() async throws {
        let (user, _) = try await house.addTenant("ada")
        let ada = house.client(user: user)
        let call = try await ada.sendBulk()
        var answers = call.responses.makeAsyncIterator()
        let first = try #require(try await answers.next())
        #expect(first.credit > 0 && first.windowBytes > 0 && first.item == 0)
        for number in 1...20 { try await call.send(Self.item(number)) }
        #expect(try await answers.next()?.item == 1)
        call.cancel()
        #expect(try await send(ada, (1...30).map { Self.item($0) }).count == 30)
        #expect(try await house.counts().messages == 30)
    }

    @Test func whatIsRefusedIsNamedAndEndsNothing() async throws {
        let (user, _) = try await house.addTenant("ada")
        let items = [
            Self.item(1) { $0.recipient = "x" }, Self.item(2), SendBulkRequest(),
            Self.item(4) { $0.idempotencyKey = "" }, Self.item(2) { $0.message = "another" },
            Self.item(6) { $0.session = "nobody" }, Self.item(7),
        ]
        let answers = try await send(house.client(user: user), items)
        #expect(
            answers.map { $0.refusal?.reason } == [
                "VALIDATION_ERROR", nil, "VALIDATION_ERROR", "VALIDATION_ERROR", "IDEMPOTENCY_KEY_REUSED", "NOT_FOUND",
                nil,
            ])
        #expect(answers[0].refusal?.violations.map(\.field) == ["recipient"])
        #expect(answers[2].refusal?.violations.map(\.field) == ["text"])
        #expect(answers[3].refusal?.violations.map(\.field) == ["idempotency_key"])
        #expect(try await house.counts().messages == 2)
    }

    @Test func templatesAreFilledInForEach() async throws {
        let (user, _) = try await house.addTenant("ada")
        let ada = house.client(user: user)
        let template = try await ada.createTemplate(
            .with {
                $0.name = "welcome"
                $0.text = "Hi {{name}}"
            })
        let items = ["Eve", "Bob"].enumerated().map { index, name in
            Self.item(index) {
                $0.message = ""
                $0.templateId = template.id
                $0.variables = ["name": name]
            }
        }
        let answers = try await send(
            ada,
            items + [
                Self.item(9) {
                    $0.message = ""; $0.templateId = template.id
                }
            ])
        #expect(answers[2].refusal?.violations.map(\.field) == ["variables.name"])
        let texts = try await house.store.read { db in
            try answers.prefix(2).map { try db.messages.get($0.messageId)?.content }
        }
        #expect(texts == ["Hi Eve", "Hi Bob"])
    }

    @Test func aLimitOnTheMinuteIsWaitedForAndTheDaysRefuses() async throws {
        let user = try await house.addUser("ada", perDay: 4, perMinute: 2)
        _ = try await house.addSession(user)
        let call = try await house.client(user: user).sendBulk()
        var answers = call.responses.makeAsyncIterator()
        _ = try await answers.next()
        for number in 1...5 { try await call.send(Self.item(number)) }
        try await call.closeSend()
        var got: [SendBulkResponse] = []
        while let answer = try await answers.next() {
            if answer.item > 0 {
                got.append(answer)
                continue
            }
            #expect(try #require(answer.waitsUntil.flatMap { Instant($0) }) > house.clock.now())
            try await untilTrue { self.house.clock.sleeperCount > 0 }
            for _ in 0..<2 { house.clock.advance(by: .seconds(10)) }
        }
        #expect(got.map(\.item) == [1, 2, 3, 4, 5])
        #expect(got.map { $0.refusal?.reason } == [nil, nil, nil, nil, "QUOTA_EXCEEDED"])
        #expect(try await house.counts().messages == 4)
    }

    @Test func moreThanThereIsCreditForEndsTheStreamAndNoOther() async throws {
        let user = try await house.addUser("ada", perMinute: 1)
        _ = try await house.addSession(user)
        let ada = house.client(user: user)
        let call = try await ada.sendBulk()
        // The second waits for its minute, and those behind it with it.
        for number in 1...60 { try? await call.send(Self.item(number)) }
        let refused = await refusal { for try await _ in call.responses {} }
        #expect(refused?.reason == "STREAM_OVERFLOW")
        #expect(try await ada.listMessages(.init()).messages.count <= 1)
    }

    @Test func aKeyForTheWholeStreamIsRefused() async throws {
        let (user, _) = try await house.addTenant("ada")
        var options = CallOptions()
        options.metadata["idempotency-key"] = "k"
        let call = try await house.client(user: user).sendBulk(options: options)
        let refused = await refusal { for try await _ in call.responses {} }
        #expect(refused?.violations.map(\.field) == ["idempotency_key"])
    }

    @Test func whoSaysNothingForAMinuteIsLetGo() async throws {
        let (user, _) = try await house.addTenant("ada")
        let call = try await house.client(user: user).sendBulk()
        var answers = call.responses.makeAsyncIterator()
        _ = try await answers.next()
        try await untilTrue { self.house.clock.sleeperCount > 0 }
        for _ in 0..<6 { house.clock.advance(by: .seconds(10)) }
        let refused = await refusal { while try await answers.next() != nil {} }
        #expect(refused?.reason == "REQUEST_TIMEOUT")
    }

    @Test func whatAnAdminSendsForAnotherIsToldOf() async throws {
        let (user, _) = try await house.addTenant("ada")
        _ = try await send(house.client(.operator), [Self.item(1) { $0.userId = user }])
        let entries = try await house.store.read { db in try db.audit.rows(after: 0, limit: 10) }
        #expect(entries.map(\.method) == ["switchboard.v1.MessagesService/SendBulk"])
        #expect(entries.map(\.targetKind) == ["message"])
    }
}
