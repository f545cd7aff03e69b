// What delivery counts for a user's day: sent once, failed as often as it fails, received.

import Codec
import Contract
import Services
import Store
import TestKit
import Testing

@Suite struct UsageCountingTests {
    private func usage(_ line: Line) async throws -> [UsageCounter: Int64] {
        let key = UsageKey(userID: line.ada.principal.userID ?? 0, day: line.house.clock.now().day)
        let row = try await line.house.store.read { db in try db.usage.get(key) }
        var counts: [UsageCounter: Int64] = [:]
        for counter in UsageCounter.allCases where row?[counter] ?? 0 != 0 { counts[counter] = row?[counter] }
        return counts
    }

    @Test(.timeLimit(.minutes(1))) func aMessageIsSentOnceHoweverFarItGets() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("Hello")
        let send = try await line.bridge.nextSend()
        try await line.bridge.submit(send)
        try await house.message(message.id, becomes: .submitted)
        #expect(try await usage(line) == [.messagesAccepted: 1])
        for state: AckState in [.server, .delivered, .read, .played] { try await line.bridge.ack(send, state) }
        try await house.message(message.id, becomes: .played)
        #expect(try await usage(line) == [.messagesAccepted: 1, .messagesSent: 1])
        // News that come at once as `delivered` count the same.
        _ = try await line.ada.send("again")
        let next = try await line.bridge.nextSend()
        try await line.bridge.ack(next, .delivered)
        try await house.message(message.id + 1, becomes: .delivered)
        #expect(try await usage(line) == [.messagesAccepted: 2, .messagesSent: 2])
    }

    @Test(.timeLimit(.minutes(1))) func whatFailsIsCountedAndIsNotSent() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("Hello")
        let send = try await line.bridge.nextSend()
        try await line.bridge.fail(send, "RECIPIENT_NOT_ON_WHATSAPP")
        try await house.message(message.id, becomes: .failed)
        #expect(try await usage(line) == [.messagesAccepted: 1, .messagesFailed: 1])
        // Tried again, and it fails again.
        _ = try await line.ada.messages.retryMessage(.with { $0.id = message.id })
        try await line.bridge.fail(try await line.bridge.nextSend(), "RECIPIENT_NOT_ON_WHATSAPP")
        try await poll("the second failure") { try await usage(line)[.messagesFailed] == 2 ? true : nil }
        #expect(try await usage(line) == [.messagesAccepted: 1, .messagesFailed: 2])
    }

    @Test(.timeLimit(.minutes(1))) func whatComesInIsCountedOnce() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        for id in ["A", "A", "B"] {
            try await line.bridge.report(
                .incoming(
                    .with {
                        $0.sessionId = line.session
                        $0.epoch = line.assign.epoch
                        $0.providerMessageId = id
                        $0.fromPhone = "+491719999999"
                        $0.kind = "text"
                        $0.text = "hi"
                    }))
        }
        try await line.bridge.waitForConfirm()
        #expect(try await usage(line) == [.messagesReceived: 2])
    }
}
