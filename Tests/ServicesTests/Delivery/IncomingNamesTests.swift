// Who wrote is kept by number and by WhatsApp's own id where both are told, in one spelling, and found by either in any.

import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite(.timeLimit(.minutes(1))) struct IncomingNamesTests {
    private func write(
        _ line: Line, _ id: String, phone: String, lid: String, _ more: @Sendable (inout Incoming) -> Void = { _ in }
    ) async throws {
        var incoming = Incoming()
        incoming.sessionId = line.session
        incoming.epoch = line.assign.epoch
        incoming.providerMessageId = id
        incoming.fromPhone = phone
        incoming.fromLid = lid
        incoming.kind = "text"
        incoming.text = id
        more(&incoming)
        try await line.bridge.report(.incoming(incoming))
        try await line.bridge.waitForConfirm()
    }

    private func list(
        _ person: Person, _ filter: @Sendable (inout ListMessagesRequest) -> Void
    ) async throws -> [Message] {
        var request = ListMessagesRequest()
        filter(&request)
        return try await person.messages.listMessages(request).messages
    }

    @Test(arguments: ["+491511234567", "491511234567", "491511234567@s.whatsapp.net", "491511234567:12@c.us"])
    func numberAndIDAreKeptInOneSpelling(phone: String) async throws {
        let line = try await DeliveryHouse().connected()
        try await write(line, "A", phone: phone, lid: "123456:4@lid")
        try await write(line, "B", phone: "", lid: "123456@lid")
        try await write(line, "C", phone: phone, lid: "")
        // Nobody is called that.
        try await write(line, "D", phone: phone, lid: String(repeating: "9", count: 200) + "@lid")
        let shown = try await list(line.ada) { $0.direction = .inbound }.reversed().map { [$0.sender, $0.senderLid] }
        #expect(
            shown == [
                ["+491511234567", "123456@lid"], ["123456@lid", "123456@lid"], ["+491511234567", ""],
                ["+491511234567", ""],
            ])
    }

    @Test func aSenderAndARecipientAreFoundInAnySpelling() async throws {
        let line = try await DeliveryHouse().connected()
        try await write(line, "A", phone: "+491511234567", lid: "123456@lid")
        try await write(line, "B", phone: "", lid: "123456@lid")
        try await write(line, "other", phone: "+491519999999", lid: "999@lid")
        try await line.ada.send("C", to: "491511234567@c.us")
        try await line.ada.send("D", to: "123456@lid")
        try await line.ada.send("other", to: "+491519999999")
        for name in [
            "+491511234567", "491511234567", "0049 151 1234567", "491511234567@s.whatsapp.net",
            "491511234567:12@s.whatsapp.net", "123456@lid", "123456:4@lid",
        ] {
            #expect(try await list(line.ada) { $0.sender = name }.map(\.content) == ["B", "A"], "\(name)")
            #expect(try await list(line.ada) { $0.recipient = name }.map(\.content) == ["D", "C"], "\(name)")
        }
        #expect(try await list(line.ada) { ($0.sender, $0.direction) = ("+491511234567", .outbound) } == [])
        for name in ["0151 1234567", "nobody", "1@example.com"] {
            let refused = await refusal { _ = try await list(line.ada) { $0.sender = name } }
            #expect(refused?.reason == "VALIDATION_ERROR" && refused?.violations.map(\.field) == ["sender"], "\(name)")
        }
    }

    @Test func whoseNumberAnIDIsIsLearnedFromOnesOwnMessagesAlone() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        try await write(line, "A", phone: "+491511234567", lid: "123456@lid")
        let eve = try await house.user("eve")
        _ = try await eve.link("hers")
        try await house.session(try await line.bridge.carry().sessionId, becomes: .connected)
        try await eve.send("hello", to: "+491511234567", session: "hers")
        #expect(try await list(eve) { $0.recipient = "123456@lid" } == [])
        #expect(try await list(eve) { $0.recipient = "+491511234567" }.count == 1)
    }

    @Test func whatIsSaidOfAMessageUnderItsOwnIDIsTakenInToo() async throws {
        let line = try await DeliveryHouse().connected()
        try await write(line, "A", phone: "+491511234567", lid: "")
        // As an engine tells it that gives the message as it reads now.
        for _ in 0..<2 {
            try await write(line, "A", phone: "+491511234567", lid: "") {
                $0.kind = "edit"
                $0.text = "new"
                $0.target = "A"
                $0.content = .edit(.with { $0.body = "new" })
            }
        }
        let messages = try await list(line.ada) { $0.direction = .inbound }
        #expect(messages.count == 2 && messages.last?.content == "new" && messages.last?.editedAt != nil)
        // And what answers "A" answers the message.
        try await write(line, "B", phone: "+491511234567", lid: "") { $0.quoted = "A" }
        #expect(try await list(line.ada) { $0.direction = .inbound }.first?.replyToId == messages.last?.id)
    }

    @Test func somebodyElseIsKnownByTheirOtherName() async throws {
        let line = try await DeliveryHouse().connected()
        try await write(line, "A", phone: "", lid: "123456@lid")
        try await write(line, "B", phone: "+491519999999", lid: "999@lid") {
            $0.target = "A"
            $0.content = .delete(.init())
        }
        #expect(try await list(line.ada) { $0.sender = "123456@lid" }.first?.deletedAt == nil)
        try await write(line, "C", phone: "+491511234567", lid: "123456@lid") {
            $0.target = "A"
            $0.content = .delete(.init())
        }
        let shown = try await list(line.ada) { $0.direction = .inbound }.last
        #expect(shown?.content == "A" && shown?.deletedAt != nil)
    }
}
