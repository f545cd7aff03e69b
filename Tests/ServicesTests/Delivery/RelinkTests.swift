// A session is logged out and linked again: what was given out through the old link is not repeated through the new one,
// which may be another account's.

import Codec
import Contract
import Services
import Store
import TestKit
import Testing

@Suite struct RelinkTests {
    @Test(.timeLimit(.minutes(1)), arguments: [false, true])
    func whatWasGivenOutThroughTheOldLinkIsNotSentAgainThroughTheNewOne(byThePhone: Bool) async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let submitted = try await line.ada.send("submitted", to: "+491511111111")
        try await line.bridge.submit(try await line.bridge.nextSend())
        try await house.message(submitted.id, becomes: .submitted)
        let open = try await line.ada.send("open", to: "+491512222222")
        let given = try await line.bridge.nextSend()
        if byThePhone {
            try await line.bridge.state(line.assign, .loggedOut)
        } else {
            _ = try await line.ada.sessions.logoutSession(.init())
        }
        try await house.session(line.session, becomes: .loggedOut)
        let assign = try await line.relink(phone: "+491519999999")
        #expect(try await house.session(line.session).linkEpoch == line.assign.epoch)
        // Whatever is repeated is repeated before this.
        let fresh = try await line.ada.send("fresh", to: "+491513333333")
        let send = try await line.bridge.nextSend()
        #expect(send.clientMessageId == fresh.clientMessageId && send.epoch == assign.epoch)
        try await house.pass(.seconds(5), line.bridge)
        #expect(line.bridge.waitingSends.isEmpty)
        let lost = try await house.message(open.id)
        #expect(lost.status == .unknown && lost.attempts == 1 && given.clientMessageId == open.clientMessageId)
        #expect(try await house.message(submitted.id).status == .submitted)

        // Within the new link a repeat is safe as ever.
        line.bridge.die()
        try await house.message(fresh.id, becomes: .unknown)
        try await line.bridge.attach(instance: "instance-2")
        try await line.bridge.carry()
        #expect(try await line.bridge.nextSend().clientMessageId == fresh.clientMessageId)
        // A person may want it all the same.
        _ = try await line.ada.messages.resolveMessage(
            .with {
                $0.id = open.id
                $0.resolution = .resend
            })
        #expect(try await line.bridge.nextSend().clientMessageId == open.clientMessageId)
        #expect(line.bridge.waitingSends.isEmpty)
    }

    @Test(.timeLimit(.minutes(1))) func whatIsLostWithTheOldLinkHoldsItsLineNoLongerThanItsTime() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let open = try await line.ada.messages.sendText(
            .with {
                $0.recipient = "+491511234567"
                $0.message = "open"
                $0.expiresAt = (house.clock.now() + .seconds(60)).timestamp
            })
        _ = try await line.bridge.nextSend()
        _ = try await line.ada.sessions.logoutSession(.init())
        _ = try await line.relink()
        let behind = try await line.ada.send("behind")
        try await house.message(open.id, becomes: .unknown)
        try await house.pass(.seconds(30), line.bridge)
        #expect(line.bridge.waitingSends.isEmpty)
        try await house.pass(.seconds(960), line.bridge)
        #expect(try await house.message(open.id, becomes: .failed).errorCode == "OUTCOME_UNKNOWN")
        #expect(try await line.bridge.nextSend().clientMessageId == behind.clientMessageId)
    }

    @Test(.timeLimit(.minutes(1)), arguments: [false, true])
    func whatWaitedForOneAccountDoesNotGoOutThroughAnother(isAnother: Bool) async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(credit: 0)
        let waiting = try await line.ada.send("waits")
        let later = try await line.ada.messages.sendText(
            .with {
                $0.recipient = "+491512222222"
                $0.message = "later"
                $0.scheduledAt = (house.clock.now() + .seconds(60)).timestamp
            })
        try await line.bridge.state(line.assign, .loggedOut)
        try await house.session(line.session, becomes: .loggedOut)
        #expect(try await house.message(waiting.id).status == .pending)
        _ = try await line.relink(phone: isAnother ? "+491519999999" : "+491510000000")
        try await line.bridge.say(.credit(.with { $0.n = 10 }))
        guard isAnother else {
            // Answered, or it would be repeated once its time is over.
            let first = try await line.bridge.nextSend()
            #expect(first.clientMessageId == waiting.clientMessageId)
            try await line.bridge.submit(first)
            try await house.pass(.seconds(70), line.bridge)
            #expect(try await line.bridge.nextSend().clientMessageId == later.clientMessageId)
            return
        }
        #expect(try await house.message(waiting.id, becomes: .failed).errorCode == "SESSION_LOGGED_OUT")
        let fresh = try await line.ada.send("fresh")
        let sent = try await line.bridge.nextSend()
        #expect(sent.clientMessageId == fresh.clientMessageId)
        try await line.bridge.submit(sent)
        try await house.pass(.seconds(70), line.bridge)
        #expect(try await house.message(later.id, becomes: .failed).errorCode == "SESSION_LOGGED_OUT")
        #expect(line.bridge.waitingSends.isEmpty)
        // Whoever wants it all the same says so.
        _ = try await line.ada.messages.retryMessage(.with { $0.id = later.id })
        #expect(try await line.bridge.nextSend().clientMessageId == later.clientMessageId)
    }

    /// A bridge that asks for a scan without having said that the link is over.
    @Test(.timeLimit(.minutes(1)), arguments: [false, true])
    func aScanMakesAnotherLinkWhateverTheBridgeCallsIt(isAnother: Bool) async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("lost")
        _ = try await line.bridge.nextSend()
        line.bridge.die()
        try await house.message(message.id, becomes: .unknown)
        try await line.bridge.attach(instance: "instance-2", credit: 0)
        let second = try await line.bridge.carry()
        try await house.message(message.id, becomes: .pending)
        let waiting = try await line.ada.send("waits", to: "+491512222222")
        house.clock.advance(by: .seconds(1))
        try await line.bridge.state(second, .qrPending)
        try await house.session(line.session, becomes: .qrPending)
        try await line.bridge.state(second, .connected, phone: isAnother ? "+491519999999" : "+491510000000")
        try await house.session(line.session, becomes: .connected)
        try await line.bridge.say(.credit(.with { $0.n = 10 }))
        if isAnother {
            #expect(try await house.message(message.id, becomes: .failed).errorCode == "OUTCOME_UNKNOWN")
            #expect(try await house.message(waiting.id, becomes: .failed).errorCode == "SESSION_LOGGED_OUT")
        } else {
            try await house.message(message.id, becomes: .unknown)
            #expect(try await line.bridge.nextSend().clientMessageId == waiting.clientMessageId)
        }
        #expect(line.bridge.waitingSends.isEmpty)
    }

    @Test(.timeLimit(.minutes(1)), arguments: [false, true])
    func aRepeatThatWaitedWhenTheLinkEndedIsNotSentThroughTheNextOne(isReactedTo: Bool) async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("lost")
        _ = try await line.bridge.nextSend()
        line.bridge.die()
        try await house.message(message.id, becomes: .unknown)
        try await line.bridge.attach(instance: "instance-2", credit: 0)
        let second = try await line.bridge.carry()
        try await house.message(message.id, becomes: .pending)
        if isReactedTo {
            // Who reacts to it has it.
            try await line.bridge.report(
                .incoming(
                    .with {
                        $0.sessionId = line.session
                        $0.epoch = second.epoch
                        $0.providerMessageId = "R"
                        $0.fromPhone = "+491511234567"
                        $0.target = message.clientMessageId
                        $0.content = .reaction(.with { $0.emoji = "👍" })
                    }))
            try await line.bridge.waitForConfirm()
            #expect(try await house.timeline(message.id).last?.cause == "reacted")
        }
        try await line.bridge.state(second, .loggedOut)
        try await house.session(line.session, becomes: .loggedOut)
        _ = try await line.relink()
        try await line.bridge.say(.credit(.with { $0.n = 10 }))
        let after = try await house.message(message.id, becomes: .unknown)
        #expect(after.attempts == 1 && after.epoch == line.assign.epoch)
        #expect(line.bridge.waitingSends.isEmpty)
    }
}
