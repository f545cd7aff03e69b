// What came in is linked to what it answers: by the provider's id, whichever of the two was told first.

import Codec
import Contract
import Services
import Store
import TestKit
import Testing

@Suite(.timeLimit(.minutes(1))) struct IncomingRepliesTests {
    private func write(_ line: Line, id: String, quoted: String) async throws {
        try await line.bridge.report(
            .incoming(
                .with {
                    $0.sessionId = line.session
                    $0.epoch = line.assign.epoch
                    $0.providerMessageId = id
                    $0.fromPhone = "+491511234567"
                    $0.kind = "text"
                    $0.text = "yes"
                    $0.quoted = quoted
                }))
        try await line.bridge.waitForConfirm()
    }

    private func received(_ line: Line, _ id: String) async throws -> MessageRecord {
        try await line.house.store.read { db in
            try db.messages.get(sessionID: line.session, providerMessageID: id, direction: .inbound).found
        }
    }

    @Test func aReplyIsLinkedToWhatItAnswers() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(engine: "whatsapp-web.js")
        let message = try await line.ada.send("do you come?")
        try await line.bridge.submit(try await line.bridge.nextSend(), as: "theirs")
        try await house.message(message.id, becomes: .submitted)
        try await write(line, id: "IN1", quoted: "theirs")
        let reply = try await received(line, "IN1")
        #expect(reply.replyToID == message.id)
        // And to what came in itself.
        try await write(line, id: "IN2", quoted: "IN1")
        #expect(try await received(line, "IN2").replyToID == reply.id)
        try await write(line, id: "IN3", quoted: "nobody knows")
        #expect(try await received(line, "IN3").replyToID == 0)
    }

    @Test func aReplyMayComeBeforeTheBridgeSaysThatTheMessageWentOut() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("do you come?")
        let send = try await line.bridge.nextSend()
        try await write(line, id: "IN1", quoted: send.clientMessageId)
        #expect(try await received(line, "IN1").replyToID == message.id)
    }

    @Test func anothersMessageIsNotLinked() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        _ = try await line.ada.link("second")
        let other = try await line.bridge.nextAssign()
        try await line.bridge.state(other, .connected, phone: "+491519999999")
        try await house.session(other.sessionId, becomes: .connected)
        try await line.ada.send("to somebody else", session: "second")
        let send = try await line.bridge.nextSend()
        #expect(send.sessionId == other.sessionId)
        try await write(line, id: "IN1", quoted: send.clientMessageId)
        #expect(try await received(line, "IN1").replyToID == 0)
    }
}
