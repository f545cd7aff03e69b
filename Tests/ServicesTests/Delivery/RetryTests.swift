// Sends that fail: which are made again, when, in which order, and how they end.

import Codec
import Contract
import Services
import Store
import TestKit
import Testing

@Suite struct RetryTests {
    @Test(.timeLimit(.minutes(1))) func anEngineErrorIsRetriedAfterABackoffUnderTheSameID() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        let first = try await line.bridge.nextSend()
        try await line.bridge.fail(first, "ENGINE_ERROR", engineCode: "page crashed")
        let waiting = try await house.message(message.id, becomes: .pending)
        #expect(waiting.holdReason == "retry_backoff")
        #expect(waiting.nextTryAt == house.clock.now() + .milliseconds(500))
        let entry = try await house.timeline(message.id).last.found
        #expect(entry.cause == "retry" && entry.reason == "ENGINE_ERROR" && entry.engineCode == "page crashed")
        #expect(entry.attempt == 1)
        try await Task.sleep(for: .milliseconds(30))
        #expect(line.bridge.waitingSends.isEmpty)
        try await house.pass(.seconds(1))
        let second = try await line.bridge.nextSend()
        #expect(second.clientMessageId == first.clientMessageId && second.attempt == 2)
        #expect(second.commandId != first.commandId)
        // An answer to the first attempt says nothing of the second.
        try await line.bridge.fail(first, "RECIPIENT_NOT_ON_WHATSAPP")
        try await line.bridge.waitForConfirm()
        #expect(try await house.message(message.id).status == .dispatched)
        try await line.bridge.submit(second)
        let after = try await house.message(message.id, becomes: .submitted)
        #expect(after.holdReason.isEmpty && after.nextTryAt == nil)
    }

    @Test(.timeLimit(.minutes(1))) func afterEightAttemptsItFailsWithTheLastReason() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        for attempt in 1...8 {
            while line.bridge.waitingSends.isEmpty { try await house.pass(.seconds(10), line.bridge) }
            let send = try await line.bridge.nextSend()
            #expect(send.attempt == Int32(attempt))
            try await line.bridge.fail(send, "ENGINE_ERROR", notBegun: attempt % 2 == 0)
            try await line.bridge.waitForConfirm()
        }
        let failed = try await house.message(message.id, becomes: .failed)
        #expect(failed.errorCode == "ENGINE_ERROR" && failed.failedAt != nil && failed.attempts == 8)
        #expect(try await house.timeline(message.id).last?.cause == "attempts_used_up")
        // The truth wins.
        try await line.bridge.ack(
            Send.with {
                $0.sessionId = line.session
                $0.epoch = 1
                $0.clientMessageId = message.clientMessageId
            }, .delivered)
        let delivered = try await house.message(message.id, becomes: .delivered)
        #expect(delivered.errorCode.isEmpty)
        #expect(try await house.timeline(message.id).last?.cause == "late_success")
    }

    @Test(.timeLimit(.minutes(1))) func whatCannotWorkFailsAtOnce() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        let send = try await line.bridge.nextSend()
        try await line.bridge.fail(send, "RECIPIENT_NOT_ON_WHATSAPP")
        let failed = try await house.message(message.id, becomes: .failed)
        #expect(failed.errorCode == "RECIPIENT_NOT_ON_WHATSAPP" && failed.errorMessage == "the fake engine says so")
    }

    @Test(.timeLimit(.minutes(1))) func theOrderPerRecipientHoldsAcrossRetries() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        var texts: [String] = []
        for number in 0..<5 { texts.append(try await line.ada.send("\(number)").clientMessageId) }
        let other = try await line.ada.send("other", to: "+491519999999")
        var delivered: [String] = []
        var failures = 0
        while delivered.count < 6 {
            let send = try await line.bridge.nextSend()
            if send.attempt < 3, send.recipient == "+491511234567" {
                failures += 1
                try await line.bridge.fail(send, "ENGINE_ERROR")
                try await line.bridge.waitForConfirm()
                try await house.pass(.seconds(3))
            } else {
                delivered.append(send.clientMessageId)
                try await line.bridge.submit(send)
            }
        }
        #expect(failures == 10)
        #expect(delivered.filter { $0 != other.clientMessageId } == texts)
        // The other one did not wait behind them.
        #expect(delivered.firstIndex(of: other.clientMessageId) == 0)
    }

    @Test(.timeLimit(.minutes(1))) func aCommandWithoutAnswerIsUnknownAndThenRepeated() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        let first = try await line.bridge.nextSend()
        try await house.pass(.seconds(57), line.bridge)
        #expect(try await house.message(message.id).status == .dispatched)
        try await house.pass(.seconds(4), line.bridge)
        let second = try await line.bridge.nextSend()
        #expect(second.attempt == 2 && second.clientMessageId == first.clientMessageId)
        let causes = try await house.timeline(message.id).map(\.cause)
        #expect(causes == ["accepted", "handed_to_bridge", "command_deadline", "same_id_is_safe", "handed_to_bridge"])
        // The first answer comes after all.
        try await line.bridge.submit(first)
        try await house.message(message.id, becomes: .submitted)
    }

    @Test(.timeLimit(.minutes(1))) func withOtherEnginesAnUnknownOutcomeStaysForAPersonAndHoldsUpNobody() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(engine: "whatsapp-web.js")
        let message = try await line.ada.send("one")
        let send = try await line.bridge.nextSend()
        let next = try await line.ada.send("two")
        try await line.bridge.fail(send, "OUTCOME_UNKNOWN")
        try await house.message(message.id, becomes: .unknown)
        let second = try await line.bridge.nextSend()
        #expect(second.clientMessageId == next.clientMessageId)
        try await line.bridge.submit(second, as: "their-id-2")
        try await house.message(next.id, becomes: .submitted)
        #expect(try await house.message(message.id).status == .unknown)
        try await line.bridge.submit(send, as: "their-id-1")
        let after = try await house.message(message.id, becomes: .submitted)
        #expect(after.providerMessageID == "their-id-1")
    }

    @Test(.timeLimit(.minutes(1))) func anUnknownOutcomeOfASafeEngineIsRepeated() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        let next = try await line.ada.send("two")
        let send = try await line.bridge.nextSend()
        try await line.bridge.fail(send, "OUTCOME_UNKNOWN")
        let again = try await line.bridge.nextSend()
        #expect(again.clientMessageId == message.clientMessageId && again.attempt == 2)
        try await line.bridge.submit(again)
        #expect(try await line.bridge.nextSend().clientMessageId == next.clientMessageId)
    }

    @Test(.timeLimit(.minutes(1))) func anErrorAckFailsAMessage() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        let send = try await line.bridge.nextSend()
        try await line.bridge.submit(send)
        try await line.bridge.report(
            .ack(
                .with {
                    $0.sessionId = line.session
                    $0.epoch = 1
                    $0.providerMessageId = send.clientMessageId
                    $0.state = .error
                    $0.engineCode = "463"
                }))
        let failed = try await house.message(message.id, becomes: .failed)
        #expect(failed.errorCode == "RECIPIENT_COLD_RESTRICTED")
    }

    @Test(.timeLimit(.minutes(1))) func withoutCreditMessagesSayThatTheyWaitForIt() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(credit: 0)
        let message = try await line.ada.send("one")
        #expect(message.holdReason.isEmpty)
        try await Task.sleep(for: .milliseconds(30))
        try await house.pass(.seconds(2))
        let held = try await poll("the hold") {
            let message = try await house.message(message.id)
            return message.holdReason.isEmpty ? nil : message
        }
        #expect(held.holdReason == "no_bridge_credit" && held.status == .pending)
        let events = try await house.timeline(message.id).count
        try await house.pass(.seconds(10))
        #expect(try await house.timeline(message.id).count == events, "a hold is told once")
        try await line.bridge.say(.credit(.with { $0.n = 1 }))
        let send = try await line.bridge.nextSend()
        #expect(send.clientMessageId == message.clientMessageId)
        #expect(try await house.message(message.id, becomes: .dispatched).holdReason.isEmpty)
    }

    @Test(.timeLimit(.minutes(1))) func pendingMessagesSayWhenTheirSessionIsGoneAndABlinkIsNoNews() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(credit: 0)
        let message = try await line.ada.send("one")
        for _ in 0..<5 {
            try await line.bridge.state(line.assign, .disconnected)
            try await line.bridge.state(line.assign, .connected)
        }
        try await line.bridge.waitForConfirm()
        #expect(try await house.timeline(message.id).count == 1)
        try await line.bridge.state(line.assign, .disconnected)
        try await line.bridge.waitForConfirm()
        try await house.pass(.seconds(2))
        try await poll("the hold") {
            try await house.message(message.id).holdReason == "session_not_connected" ? true : nil
        }
        let entry = try await house.timeline(message.id).last.found
        #expect(entry.from == .pending && entry.to == .pending && entry.cause == "held")
        #expect(entry.detail == "session_not_connected")
    }

    @Test(.timeLimit(.minutes(1))) func scheduledMessagesWaitForTheirTimeAndExpiringOnesEnd() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let start = house.clock.now()
        let scheduled = try await line.ada.messages.sendText(
            .with {
                $0.recipient = "+491511234567"
                $0.message = "tomorrow"
                $0.scheduledAt = (start + .seconds(20)).timestamp
            })
        #expect(scheduled.status == .scheduled)
        try await house.pass(.seconds(19))
        #expect(line.bridge.waitingSends.isEmpty)
        try await house.pass(.seconds(2))
        #expect(try await line.bridge.nextSend().clientMessageId == scheduled.clientMessageId)

        try await line.bridge.state(line.assign, .disconnected)
        try await house.session(line.session, becomes: .disconnected)
        let expiring = try await line.ada.messages.sendText(
            .with {
                $0.recipient = "+491517654321"
                $0.message = "soon or never"
                $0.expiresAt = (house.clock.now() + .seconds(5)).timestamp
            })
        try await house.pass(.seconds(7))
        try await house.message(expiring.id, becomes: .expired)
        try await line.bridge.state(line.assign, .connected)
        try await house.session(line.session, becomes: .connected)
        try await line.bridge.waitForConfirm()
        try await Task.sleep(for: .milliseconds(20))
        #expect(line.bridge.waitingSends.isEmpty)
    }
}
