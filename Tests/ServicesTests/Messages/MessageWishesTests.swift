// CancelMessage, RetryMessage, ResolveMessage: what people may do to messages, with delivery behind it.

import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite struct MessageWishesTests {
    private func error(_ body: () async throws -> some Sendable) async -> RPCError? {
        await refusal { _ = try await body() }
    }

    private func cancel(_ person: Person, _ id: Int64) async throws -> Message {
        try await person.messages.cancelMessage(.with { $0.id = id })
    }

    private func retry(_ person: Person, _ id: Int64) async throws -> Message {
        try await person.messages.retryMessage(.with { $0.id = id })
    }

    private func resolve(_ person: Person, _ id: Int64, _ resolution: Resolution) async throws -> Message {
        try await person.messages.resolveMessage(
            .with {
                $0.id = id
                $0.resolution = resolution
            })
    }

    @Test(.timeLimit(.minutes(1))) func whatWaitsIsCancelledAndNeverGoesOut() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(credit: 0)
        let first = try await line.ada.send("first")
        let second = try await line.ada.send("second")
        let later = try await line.ada.messages.sendText(
            .with {
                $0.recipient = "+491511234567"
                $0.message = "later"
                $0.scheduledAt = (house.clock.now() + .seconds(3600)).timestamp
            })
        for id in [first.id, later.id] {
            #expect(try await cancel(line.ada, id).status == .cancelled)
            // Twice is as good as once, and no second event.
            #expect(try await cancel(line.ada, id).status == .cancelled)
            #expect(try await house.timeline(id).map(\.cause) == ["accepted", "cancelled"])
        }
        try await line.bridge.say(.credit(.with { $0.n = 10 }))
        #expect(try await line.bridge.deliver().clientMessageId == second.clientMessageId)
        try await house.message(second.id, becomes: .delivered)
        #expect(line.bridge.waitingSends.isEmpty)
        let error = await error { try await cancel(line.ada, second.id) }
        #expect(error?.reason == "MESSAGE_NOT_CANCELLABLE" && error?.metadata["status"] == "delivered")
    }

    @Test(.timeLimit(.minutes(1))) func cancellingTheFirstInLineLetsTheNextOneGo() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let first = try await line.ada.send("first")
        try await line.bridge.fail(try await line.bridge.nextSend(), "ENGINE_ERROR")
        try await house.message(first.id, becomes: .pending)
        let second = try await line.ada.send("second")
        // Behind the first, which waits for its next try: not before that is out of the way.
        #expect(try await cancel(line.ada, first.id).status == .cancelled)
        #expect(try await line.bridge.nextSend().clientMessageId == second.clientMessageId)
    }

    @Test(.timeLimit(.minutes(1))) func whatWaitsForItsNextTryGoesAtOnce() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("Hello")
        try await line.bridge.fail(try await line.bridge.nextSend(), "ENGINE_ERROR")
        let waiting = try await house.message(message.id, becomes: .pending)
        #expect(waiting.nextTryAt.map { $0 > house.clock.now() } == true)
        let now = try await retry(line.ada, message.id)
        #expect(now.status == .pending && now.nextTryAt == nil && now.holdReason.isEmpty)
        #expect(try await line.bridge.deliver().attempt == 2)
        try await house.message(message.id, becomes: .delivered)
        #expect(try await house.timeline(message.id).map(\.cause).contains("retried_by_user"))
    }

    @Test(.timeLimit(.minutes(1))) func whatFailedGoesBackUnderTheSameId() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("Hello")
        try await line.bridge.fail(try await line.bridge.nextSend(), "RECIPIENT_NOT_ON_WHATSAPP")
        try await house.message(message.id, becomes: .failed)
        house.clock.advance(by: .seconds(10))
        let again = try await retry(line.ada, message.id)
        #expect(again.status == .pending && again.errorCode.isEmpty && again.attempts == 1)
        #expect(again.expiresAt == (house.clock.now() + .seconds(86_400)).timestamp)
        let send = try await line.bridge.deliver()
        #expect(send.clientMessageId == message.clientMessageId && send.attempt == 2)
        try await house.message(message.id, becomes: .delivered)
        #expect(await error { try await retry(line.ada, message.id) }?.reason == "CONFLICT")
    }

    @Test(.timeLimit(.minutes(2))) func aRetryHasAFullSetOfAttempts() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("Hello")
        for round in 0..<2 {
            for attempt in 1...8 {
                let send = try await line.bridge.nextSend()
                #expect(Int(send.attempt) == round * 8 + attempt)
                try await line.bridge.fail(send, "ENGINE_ERROR")
                if attempt < 8 {
                    try await poll("the next try") {
                        try await house.message(message.id).status == .pending ? true : nil
                    }
                    _ = try await retry(line.ada, message.id)
                }
            }
            try await house.message(message.id, becomes: .failed)
            if round == 0 { _ = try await retry(line.ada, message.id) }
        }
    }

    @Test(.timeLimit(.minutes(1))) func whatExpiredInALineGoesOutWhenItIsTriedAgain() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(credit: 1)
        let first = try await line.ada.send("first")
        let send = try await line.bridge.nextSend()
        try await line.bridge.say(.credit(.with { $0.n = 5 }))
        let second = try await line.ada.messages.sendText(
            .with {
                $0.recipient = "+491511234567"
                $0.message = "second"
                $0.expiresAt = (house.clock.now() + .seconds(30)).timestamp
            })
        // Marked as waiting behind the first, then over.
        try await house.pass(.seconds(40), line.bridge)
        try await house.message(second.id, becomes: .expired)
        try await line.bridge.submit(send)
        try await house.message(first.id, becomes: .submitted)
        _ = try await retry(line.ada, second.id)
        #expect(try await line.bridge.nextSend().clientMessageId == second.clientMessageId)
    }

    @Test(.timeLimit(.minutes(1))) func whatWhatsAppForbidsUntilThenIsNotTriedSooner() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("Hello")
        try await line.bridge.fail(try await line.bridge.nextSend(), "RECIPIENT_COLD_RESTRICTED")
        try await house.message(message.id, becomes: .pending)
        let error = await error { try await retry(line.ada, message.id) }
        #expect(error?.reason == "RECIPIENT_COLD_RESTRICTED" && error?.retryAfter != nil)
    }

    @Test(.timeLimit(.minutes(1))) func whatHasNoSessionIsNotTriedAgain() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(credit: 0)
        let message = try await line.ada.send("Hello")
        _ = try await line.ada.sessions.logoutSession(.init())
        #expect(await error { try await retry(line.ada, message.id) }?.reason == "SESSION_LOGGED_OUT")
        _ = try await line.ada.sessions.deleteSession(.with { $0.id = line.session })
        #expect(await error { try await retry(line.ada, message.id) }?.reason == "CONFLICT")
    }

    /// A message of unknown outcome, whose engine chooses its own ids, so that nobody sends it again by itself.
    private func unknown(_ line: Line) async throws -> (message: Message, send: Send) {
        let message = try await line.ada.send("Hello")
        let send = try await line.bridge.nextSend()
        try await line.bridge.fail(send, "OUTCOME_UNKNOWN")
        try await line.house.message(message.id, becomes: .unknown)
        return (message, send)
    }

    @Test(.timeLimit(.minutes(1))) func anUnknownOutcomeIsSettledByAPerson() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(engine: "whatsapp-web.js")
        let (sent, _) = try await unknown(line)
        let settled = try await resolve(line.ada, sent.id, .sent)
        #expect(settled.status == .sent && settled.sentAt != nil)
        #expect(try await house.timeline(sent.id).last?.cause == "resolved_sent")

        let (failed, _) = try await unknown(line)
        #expect(try await resolve(line.ada, failed.id, .failed).status == .failed)
        #expect(try await house.timeline(failed.id).last?.cause == "resolved_failed")

        let (again, send) = try await unknown(line)
        #expect(try await resolve(line.ada, again.id, .resend).status == .pending)
        let repeated = try await line.bridge.nextSend()
        #expect(repeated.clientMessageId == send.clientMessageId && repeated.attempt == 2)
        #expect(try await house.timeline(again.id).map(\.cause).contains("resolved_resend"))

        // It was there after all.
        #expect(try await resolve(line.ada, failed.id, .sent).status == .sent)

        for id in [sent.id, failed.id, again.id] {
            #expect(await error { try await resolve(line.ada, id, .sent) }?.reason == "CONFLICT")
        }
        let none = await error { try await resolve(line.ada, sent.id, .unspecified) }
        #expect(none?.violations.map(\.field) == ["resolution"])
    }

    @Test(.timeLimit(.minutes(1)), arguments: [Resolution.sent, .failed, .unspecified])
    func whatTimeGaveUpIsStillSettledByWhoeverFindsOut(resolution: Resolution) async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(engine: "whatsapp-web.js")
        let (message, send) = try await unknown(line)
        let now = house.clock.now()
        _ = try await house.store.write { [messages = house.engine.messages] db in
            try messages.write(.expire, of: message.id, by: .init(bridge: "", repeatsAreSafe: false), at: now, in: db)
        }
        let failed = try await house.message(message.id)
        #expect(failed.status == .failed && failed.errorCode == "OUTCOME_UNKNOWN")
        switch resolution {
        case .sent:
            let settled = try await resolve(line.ada, message.id, .sent)
            #expect(settled.status == .sent && settled.errorCode.isEmpty)
            #expect(try await house.timeline(message.id).last?.cause == "resolved_sent")
        case .failed:
            let settled = try await resolve(line.ada, message.id, .failed)
            #expect(settled.status == .failed && settled.errorCode == "OUTCOME_UNKNOWN")
            #expect(try await house.timeline(message.id).last?.cause == "resolved_failed")
            // The truth wins all the same.
            try await line.bridge.submit(send)
            try await house.message(message.id, becomes: .submitted)
        default:
            // Nobody has looked: late evidence is taken by itself.
            try await line.bridge.submit(send)
            try await house.message(message.id, becomes: .submitted)
            try await line.bridge.ack(send, .server)
            try await house.message(message.id, becomes: .sent)
        }
    }

    @Test(.timeLimit(.minutes(1))) func whatMayHaveGoneOutIsSentAgainOnlyByWhoeverSaysSo() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(engine: "whatsapp-web.js")
        let (message, send) = try await unknown(line)
        let now = house.clock.now()
        _ = try await house.store.write { [messages = house.engine.messages] db in
            try messages.write(
                .resolve(.failed), of: message.id, by: .init(bridge: "", repeatsAreSafe: false), at: now, in: db)
        }
        #expect(try await house.message(message.id).errorCode == "OUTCOME_UNKNOWN")
        let refused = await error { try await retry(line.ada, message.id) }
        #expect(refused?.reason == "CONFLICT" && refused?.hint?.contains("ResolveMessage") == true)
        #expect(try await house.message(message.id).status == .failed && line.bridge.waitingSends.isEmpty)
        #expect(try await resolve(line.ada, message.id, .resend).status == .pending)
        #expect(try await line.bridge.nextSend().clientMessageId == send.clientMessageId)
    }

    @Test(.timeLimit(.minutes(1))) func whatMayHaveGoneOutUnderOurIdIsTriedAgainWithinItsLinkAndNotInTheNext()
        async throws
    {
        let house = try await DeliveryHouse { $0.unknownGrace = .seconds(1) }
        let line = try await house.connected()
        let now = house.clock.now()
        var ids: [Int64] = []
        for recipient in ["+491511111111", "+491512222222"] {
            let message = try await line.ada.send("Hello", to: recipient)
            _ = try await line.bridge.nextSend()
            _ = try await house.store.write { [messages = house.engine.messages] db in
                let party = MessageBook.Party(bridge: "", repeatsAreSafe: true)
                try messages.write(.outcomeLost(.commandDeadline), of: message.id, by: party, at: now, in: db)
                return try messages.write(.resolve(.failed), of: message.id, by: party, at: now, in: db)
            }
            ids.append(message.id)
        }
        #expect(try await retry(line.ada, ids[0]).status == .pending)
        _ = try await line.bridge.nextSend()
        _ = try await line.ada.sessions.logoutSession(.init())
        _ = try await line.ada.link()
        try await line.bridge.carry()
        try await house.session(line.session, becomes: .connected)
        #expect(await error { try await retry(line.ada, ids[1]) }?.reason == "CONFLICT")
    }

    @Test(.timeLimit(.minutes(1))) func resolvingFreesTheLine() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let first = try await line.ada.send("first")
        _ = try await line.bridge.nextSend()
        let second = try await line.ada.send("second")
        // The bridge dies and never comes back: the first is unknown and stands before the second.
        line.bridge.die()
        try await house.message(first.id, becomes: .unknown)
        #expect(try await resolve(line.ada, first.id, .failed).status == .failed)
        let other = house.bridge("bridge-2", uid: 1_003)
        try await other.attach()
        try await house.pass(.seconds(31), other)
        try await other.carry()
        #expect(try await other.nextSend().clientMessageId == second.clientMessageId)
    }

    @Test(.timeLimit(.minutes(1))) func anUnknownOutcomeOfASessionThatNeverReturnsHasAnEnd() async throws {
        let house = try await DeliveryHouse { $0.unknownGrace = .seconds(60) }
        let line = try await house.connected()
        let message = try await line.ada.messages.sendText(
            .with {
                $0.recipient = "+491511234567"
                $0.message = "Hello"
                $0.expiresAt = (house.clock.now() + .seconds(120)).timestamp
            })
        let send = try await line.bridge.nextSend()
        line.bridge.die()
        try await house.message(message.id, becomes: .unknown)
        try await house.pass(.seconds(150))
        #expect(try await house.message(message.id).status == .unknown)
        try await house.pass(.seconds(40))
        let failed = try await house.message(message.id, becomes: .failed)
        #expect(failed.errorCode == "OUTCOME_UNKNOWN")
        // The truth wins, however late.
        line.bridge.note(FakeBridge.submitted(send))
        try await line.bridge.attach(held: [SessionEpoch(line.assign)])
        try await house.message(message.id, becomes: .submitted)
    }

    @Test(.timeLimit(.minutes(1))) func somebodyElsesMessageIsAnsweredAsNone() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(credit: 0)
        let message = try await line.ada.send("Hello")
        let eve = try await house.user("eve")
        for id in [message.id, 4711] {
            #expect(await error { try await cancel(eve, id) }?.reason == "NOT_FOUND")
            #expect(await error { try await retry(eve, id) }?.reason == "NOT_FOUND")
            #expect(await error { try await resolve(eve, id, .sent) }?.reason == "NOT_FOUND")
        }
        #expect(try await house.message(message.id).status == .pending)
        #expect(try await cancel(house.admin, message.id).status == .cancelled)
    }

    @Test(.timeLimit(.minutes(1))) func aSendSaysHowLongItMayWaitAndNotUntilWhen() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        _ = try await line.ada.send("Hello")
        #expect(try await line.bridge.nextSend().timeoutMs == 60_000)
    }
}
