// What an engine took and WhatsApp's server does not confirm does not stay `submitted` for ever.

import Codec
import Contract
import Services
import Store
import TestKit
import Testing

@Suite(.timeLimit(.minutes(2))) struct AckDeadlineTests {
    /// The next send, which comes within `time`: looked for often enough for its own deadline not to pass.
    private func nextSend(_ house: DeliveryHouse, _ line: Line, within time: Duration) async throws -> Send {
        for _ in 0..<Int(time / .seconds(10)) where line.bridge.waitingSends.isEmpty {
            try await house.pass(.seconds(10), line.bridge)
            try await house.settle()
        }
        return try await line.bridge.nextSend()
    }

    @Test func whatIsNeverConfirmedGoesOutOnceMoreUnderTheSameID() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        let first = try await line.bridge.nextSend()
        try await line.bridge.submit(first)
        try await house.message(message.id, becomes: .submitted)
        try await house.pass(.seconds(290), line.bridge)
        #expect(try await house.message(message.id).status == .submitted)
        let second = try await nextSend(house, line, within: .seconds(150))
        #expect(second.attempt == 2 && second.clientMessageId == first.clientMessageId)
        let causes = try await house.timeline(message.id).map(\.cause)
        #expect(
            causes == ["accepted", "handed_to_bridge", "result", "ack_deadline", "same_id_is_safe", "handed_to_bridge"])
        try await line.bridge.submit(second)
        try await line.bridge.ack(second, .server)
        try await house.message(message.id, becomes: .sent)
        // It is on its way: nothing more is missed.
        try await house.pass(.seconds(700), line.bridge)
        #expect(line.bridge.waitingSends.isEmpty)
        #expect(try await house.message(message.id).status == .sent)
    }

    @Test func itIsSentOnceMoreAndNotAgainAndAgain() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        try await line.bridge.submit(try await line.bridge.nextSend())
        try await house.message(message.id, becomes: .submitted)
        try await line.bridge.submit(try await nextSend(house, line, within: .seconds(500)))
        try await poll("the second answer") {
            let now = try await house.message(message.id)
            return now.status == .submitted && now.attempts == 2 ? true : nil
        }
        try await house.pass(.seconds(1_200), line.bridge)
        try await house.settle()
        #expect(line.bridge.waitingSends.isEmpty)
        #expect(try await house.message(message.id).status == .submitted)
    }

    @Test func whatNobodyWantsAnyMoreIsNotSentOnceMore() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let end = house.clock.now() + .seconds(60)
        let message = try await line.ada.messages.sendText(
            .with {
                $0.recipient = "+491511234567"
                $0.message = "your code is 1234"
                $0.expiresAt = end.timestamp
            })
        try await line.bridge.submit(try await line.bridge.nextSend())
        try await house.message(message.id, becomes: .submitted)
        try await house.pass(.seconds(700), line.bridge)
        try await house.settle()
        // It went out as far as anybody knows.
        #expect(try await house.message(message.id).status == .submitted)
        #expect(line.bridge.waitingSends.isEmpty)
    }

    @Test func withOtherEnginesItIsOfUnknownOutcomeADayLaterUntilItsAckComes() async throws {
        let house = try await DeliveryHouse { $0.silence = .seconds(1_000_000) }
        let line = try await house.connected(engine: "whatsapp-web.js")
        let message = try await line.ada.send("one")
        let send = try await line.bridge.nextSend()
        try await line.bridge.submit(send, as: "theirs")
        try await house.message(message.id, becomes: .submitted)
        for _ in 0..<20 { try await house.pass(.seconds(60)) }
        try await house.settle()
        #expect(try await house.message(message.id).status == .submitted)
        for _ in 0..<25 { try await house.pass(.seconds(3_600)) }
        try await poll("its outcome to be unknown") {
            try await house.timeline(message.id).contains { $0.cause == "ack_deadline" } ? true : nil
        }
        #expect(line.bridge.waitingSends.isEmpty)
        try await line.bridge.ack(send, .server, as: "theirs")
        try await house.message(message.id, becomes: .sent)
    }

    /// Whatever became of its session, nothing is `submitted` for ever.
    @Test func aSessionThatDoesNotComeBackLeavesNothingSubmitted() async throws {
        let house = try await DeliveryHouse { $0.silence = .seconds(1_000_000) }
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        try await line.bridge.submit(try await line.bridge.nextSend())
        try await house.message(message.id, becomes: .submitted)
        _ = try await line.ada.sessions.deleteSession(.with { $0.id = line.session })
        for _ in 0..<25 { try await house.pass(.seconds(3_600)) }
        try await poll("its outcome to be unknown") {
            try await house.timeline(message.id).contains { $0.cause == "ack_deadline" } ? true : nil
        }
    }

    @Test func aClockThatIsSetMakesNothingOld() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        try await line.bridge.submit(try await line.bridge.nextSend())
        try await house.message(message.id, becomes: .submitted)
        try await house.pass(.seconds(70), line.bridge)
        try await house.settle()
        house.clock.setWall(house.clock.now() + .seconds(3_600))
        try await house.pass(.seconds(200), line.bridge)
        try await house.settle()
        #expect(try await house.message(message.id).attempts == 1)
        #expect(try await nextSend(house, line, within: .seconds(500)).attempt == 2)
    }

    /// No ack can come to a session that is not connected, and those that it missed may come when it is back.
    @Test func theTimeCountsFromWhereTheSessionIsConnected() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        try await line.bridge.submit(try await line.bridge.nextSend())
        try await house.message(message.id, becomes: .submitted)
        try await line.bridge.state(line.assign, .disconnected)
        try await house.session(line.session, becomes: .disconnected)
        try await house.pass(.seconds(200), line.bridge)
        try await line.bridge.state(line.assign, .connected)
        try await house.session(line.session, becomes: .connected)
        try await house.pass(.seconds(200), line.bridge)
        #expect(try await house.message(message.id).status == .submitted)
        #expect(try await nextSend(house, line, within: .seconds(500)).attempt == 2)
    }
}
