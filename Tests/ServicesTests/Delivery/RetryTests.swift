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
            try await line.bridge.fail(send, "ENGINE_ERROR")
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

    @Test(.timeLimit(.minutes(1))) func whatStandsBehindAnotherToTheSameRecipientSaysSo() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        try await line.ada.send("one")
        let second = try await line.ada.send("two")
        let first = try await line.bridge.nextSend()
        func reason() async throws -> String {
            try await line.ada.messages.getMessage(.with { $0.id = second.id }).holdReason
        }
        #expect(try await reason() == "behind_another")
        try await line.bridge.fail(first, "ENGINE_ERROR")
        try await line.bridge.waitForConfirm()
        #expect(try await reason() == "behind_another")
        let listed = try await line.ada.messages.listMessages(.with { $0.pageSize = 10 }).messages
        #expect(listed.map(\.holdReason) == ["behind_another", "retry_backoff"])
        try await house.pass(.seconds(2), line.bridge)
        try await line.bridge.submit(try await line.bridge.nextSend())
        try await house.message(second.id, becomes: .dispatched)
        #expect(try await reason().isEmpty)
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
        try await line.bridge.ack(send, .error, engineCode: "500")
        let failed = try await house.message(message.id, becomes: .failed)
        #expect(failed.errorCode == "ENGINE_ERROR")
    }

    private static func restriction(_ line: Line, until: Moment) -> BridgeFrame.OneOfFrame {
        .restriction(
            .with {
                $0.sessionId = line.session
                $0.epoch = line.assign.epoch
                $0.kind = "reach_out_timelock"
                $0.until = until.timestamp
            })
    }

    @Test(.timeLimit(.minutes(1))) func whatMayNotGoToStrangersGoesWhenTheRestrictionIsOver() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        let send = try await line.bridge.nextSend()
        try await line.bridge.submit(send)
        let end = house.clock.now() + .seconds(900)
        try await line.bridge.report(Self.restriction(line, until: end))
        try await line.bridge.ack(send, .error, engineCode: "463")
        let held = try await house.message(message.id, becomes: .pending)
        #expect(held.holdReason == "recipient_cold_restricted" && held.nextTryAt == end)
        // Told late: that it was on its way is older than the no.
        try await line.bridge.ack(send, .server)
        try await line.bridge.waitForConfirm()
        #expect(try await house.message(message.id).status == .pending)
        // A refusal at once waits for the same end, until WhatsApp names another.
        let second = try await line.ada.send("two", to: "+4915110000002")
        try await line.bridge.fail(try await line.bridge.nextSend(), "RECIPIENT_COLD_RESTRICTED", notBegun: true)
        try await house.message(second.id, becomes: .pending)
        #expect(try await house.message(second.id).nextTryAt == end)
        try await line.bridge.report(Self.restriction(line, until: end + .seconds(300)))
        try await line.bridge.waitForConfirm()
        for id in [message.id, second.id] {
            #expect(try await house.message(id).nextTryAt == end + .seconds(300))
        }
        try await house.pass(.seconds(1_190), line.bridge)
        #expect(line.bridge.waitingSends.isEmpty)
        try await house.pass(.seconds(20), line.bridge)
        let again = try await line.bridge.nextSend()
        #expect(again.clientMessageId == send.clientMessageId && again.attempt == 2)
        try await line.bridge.submit(again)
        try await house.message(message.id, becomes: .submitted)
    }

    @Test(.timeLimit(.minutes(1))) func aRestrictionWhoseEndNobodyNamedLastsAnHourForAll() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let one = try await line.ada.send("one", to: "+4915110000001")
        try await line.bridge.fail(try await line.bridge.nextSend(), "RECIPIENT_COLD_RESTRICTED")
        let end = try #require(try await house.message(one.id, becomes: .pending).nextTryAt)
        #expect(end == house.clock.now() + .seconds(3600))
        try await house.pass(.seconds(60), line.bridge)
        let two = try await line.ada.send("two", to: "+4915110000002")
        try await line.bridge.fail(try await line.bridge.nextSend(), "RECIPIENT_COLD_RESTRICTED")
        #expect(try await house.message(two.id, becomes: .pending).nextTryAt == end)
        // Who writes may be answered.
        try await line.bridge.report(
            .incoming(
                .with {
                    $0.sessionId = line.session
                    $0.epoch = line.assign.epoch
                    $0.providerMessageId = "IN1"
                    $0.fromPhone = "+4915110000002"
                    $0.chat = "+4915110000002"
                    $0.text = "yes?"
                    $0.at = house.clock.now().timestamp
                }))
        #expect(try await line.bridge.nextSend().clientMessageId == two.clientMessageId)
    }

    @Test(.timeLimit(.minutes(1))) func whatWhatsAppCouldNotReadIsTriedOnceMore() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        let first = try await line.bridge.nextSend()
        try await line.bridge.submit(first)
        try await line.bridge.ack(first, .error, engineCode: "479")
        let held = try await house.message(message.id, becomes: .pending)
        #expect(held.holdReason == "retry_backoff" && held.errorCode.isEmpty)
        try await house.pass(.seconds(2), line.bridge)
        let second = try await line.bridge.nextSend()
        #expect(second.attempt == 2 && second.clientMessageId == first.clientMessageId)
        try await line.bridge.submit(second)
        try await house.message(message.id, becomes: .submitted)
        try await line.bridge.ack(second, .error, engineCode: "479")
        let failed = try await house.message(message.id, becomes: .failed)
        #expect(failed.errorCode == "ENGINE_ERROR" && failed.attempts == 2)
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
