// Timelines are kept for days, messages for longer: what is decided of a message does not depend on how long ago something
// befell it.

import Codec
import Contract
import Services
import Store
import TestKit
import Testing

@Suite(.timeLimit(.minutes(1))) struct ForgottenTimelineTests {
    @Test(arguments: [false, true])
    func whoeverWantedItSentThroughAnotherAccountIsNotForgotten(isForgotten: Bool) async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(credit: 0)
        let message = try await line.ada.send("waits")
        try await line.bridge.state(line.assign, .loggedOut)
        try await house.session(line.session, becomes: .loggedOut)
        let assign = try await line.relink(phone: "+491519999999")
        try await line.bridge.say(.credit(.with { $0.n = 10 }))
        try await house.message(message.id, becomes: .failed)
        try await line.bridge.state(assign, .disconnected)
        try await house.session(line.session, becomes: .disconnected)
        _ = try await line.ada.messages.retryMessage(.with { $0.id = message.id })
        if isForgotten { try await house.forgetTimelines() }
        try await line.bridge.state(assign, .connected, phone: "+491519999999")
        #expect(try await line.bridge.nextSend().clientMessageId == message.clientMessageId)
    }

    @Test(arguments: [false, true])
    func thatTheEngineHadItIsOlderThanThatWhatsAppRefusedIt(isForgotten: Bool) async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        let send = try await line.bridge.nextSend()
        try await line.bridge.ack(send, .error, engineCode: "500")
        try await house.message(message.id, becomes: .failed)
        if isForgotten { try await house.forgetTimelines() }
        try await line.bridge.submit(send)
        try await line.bridge.ack(send, .server)
        try await line.bridge.waitForConfirm()
        #expect(try await house.message(message.id).status == .failed)
        try await line.bridge.ack(send, .delivered)
        try await house.message(message.id, becomes: .delivered)
    }

    @Test(arguments: [false, true])
    func whatWhatsAppCouldNotReadIsSentOnceMoreAndNotAgain(isForgotten: Bool) async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        let first = try await line.bridge.nextSend()
        try await line.bridge.submit(first)
        try await line.bridge.ack(first, .error, engineCode: "479")
        try await house.message(message.id, becomes: .pending)
        if isForgotten { try await house.forgetTimelines() }
        try await house.pass(.seconds(10), line.bridge)
        let second = try await line.bridge.nextSend()
        try await line.bridge.submit(second)
        try await line.bridge.ack(second, .error, engineCode: "479")
        try await house.message(message.id, becomes: .failed)
    }

    @Test(arguments: [false, true])
    func anAckIsMissedOnceWithARepeatAndThenWithout(isForgotten: Bool) async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        try await line.bridge.submit(try await line.bridge.nextSend())
        try await house.message(message.id, becomes: .submitted)
        for _ in 0..<50 where line.bridge.waitingSends.isEmpty {
            try await house.pass(.seconds(10), line.bridge)
            try await house.settle()
        }
        try await line.bridge.submit(try await line.bridge.nextSend())
        try await poll("the second answer") {
            let now = try await house.message(message.id)
            return now.status == .submitted && now.attempts == 2 ? true : nil
        }
        if isForgotten { try await house.forgetTimelines() }
        try await house.pass(.seconds(1_200), line.bridge)
        try await house.settle()
        #expect(line.bridge.waitingSends.isEmpty)
        #expect(try await house.message(message.id).status == .submitted)
    }
}
