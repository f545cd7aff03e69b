// A message of which an attempt may have gone out goes out again only where the repeat is the same message, whatever became
// of later attempts, and however long ago it was; and it is never said that it did not go out.

import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite(.timeLimit(.minutes(1))) struct DoubtTests {
    /// A message whose first attempt was lost with its bridge, which is back.
    private func lost(
        _ line: Line, credit: Int32 = 100, expiresIn time: Duration? = nil
    ) async throws -> (message: Message, assign: Assign) {
        let message = try await line.ada.messages.sendText(
            .with {
                $0.recipient = "+491511234567"
                $0.message = "lost"
                $0.expiresAt = time.map { (line.house.clock.now() + $0).timestamp }
            })
        _ = try await line.bridge.nextSend()
        line.bridge.die()
        try await line.house.message(message.id, becomes: .unknown)
        try await line.bridge.attach(instance: "instance-2", credit: credit)
        return (message, try await line.bridge.carry())
    }

    @Test(arguments: [false, true])
    func aRefusalOfTheRepeatDoesNotHideWhatWasLostBefore(isForgotten: Bool) async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let (message, second) = try await lost(line)
        let again = try await line.bridge.nextSend()
        #expect(again.clientMessageId == message.clientMessageId)
        try await line.bridge.fail(again, "ENGINE_ERROR")
        try await house.message(message.id, becomes: .pending)
        try await line.bridge.state(second, .loggedOut)
        try await house.session(line.session, becomes: .loggedOut)
        if isForgotten { try await house.forgetTimelines() }
        _ = try await line.relink()
        try await house.pass(.seconds(10), line.bridge)
        let after = try await house.message(message.id, becomes: .unknown)
        #expect(after.attempts == 2 && after.errorCode == "OUTCOME_UNKNOWN" && !after.errorMessage.isEmpty)
        #expect(line.bridge.waitingSends.isEmpty)
        // A person may want it all the same, even twice.
        _ = try await line.ada.messages.resolveMessage(
            .with {
                $0.id = message.id
                $0.resolution = .resend
            })
        let wanted = try await line.bridge.nextSend()
        #expect(wanted.clientMessageId == message.clientMessageId && wanted.attempt == 3)
    }

    @Test(arguments: ["a Result", "an ack"])
    func anErrorAckOfTheAttemptBeforeTakesNothingFromTheRepeat(success: String) async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let (message, _) = try await lost(line)
        let again = try await line.bridge.nextSend()
        #expect(again.clientMessageId == message.clientMessageId && again.attempt == 2)
        // WhatsApp says no to the first attempt, which nobody has heard of since; then it takes the second.
        try await line.bridge.ack(again, .error, engineCode: "500")
        try await line.bridge.waitForConfirm()
        #expect(try await house.message(message.id).status == .dispatched)
        if success == "a Result" {
            try await line.bridge.submit(again)
            try await house.message(message.id, becomes: .submitted)
            // From now on a no is one to this attempt.
            try await line.bridge.ack(again, .error, engineCode: "500")
            try await house.message(message.id, becomes: .failed)
        } else {
            try await line.bridge.ack(again, .server)
            try await house.message(message.id, becomes: .sent)
        }
    }

    @Test func anErrorAckCountsOnlyWhereItIsOfTheAttemptThatCounts() {
        let lifecycle = MessageLifecycle()
        let now = Moment(microseconds: 1_000_000_000)
        let first = AttemptDoubt(attempt: 1, epoch: 1, keepsID: true)
        let second = AttemptDoubt(attempt: 2, epoch: 1, keepsID: true)
        let cases: [(MessageStatus, AttemptDoubt?, hasErrorAck: Bool, counts: Bool)] = [
            (.dispatched, nil, false, true), (.dispatched, first, false, false), (.dispatched, nil, true, false),
            (.unknown, second, false, true), (.unknown, first, false, false), (.unknown, second, true, false),
            (.submitted, nil, true, true), (.submitted, first, false, true), (.sent, nil, false, true),
        ]
        for (status, doubt, hasErrorAck, counts) in cases {
            let message = MessageLifecycle.Snapshot(
                status: status, attempts: 2, hasErrorAck: hasErrorAck, doubt: doubt, epoch: 1)
            let failure = SendFailure(reason: .engineError, engineCode: "500")
            let change = lifecycle.change(message, on: .rejected(failure), at: now, jitter: 0)
            #expect((change?.status == .failed) == counts, "\(status) \(String(describing: doubt)) \(hasErrorAck)")
        }
    }

    @Test func withinItsLinkARefusalEndsNothing() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let (message, _) = try await lost(line)
        try await line.bridge.fail(try await line.bridge.nextSend(), "ENGINE_ERROR")
        try await house.message(message.id, becomes: .pending)
        try await house.pass(.seconds(10), line.bridge)
        try await line.bridge.submit(try await line.bridge.nextSend())
        #expect(try await house.message(message.id, becomes: .submitted).doubt == nil)
    }

    @Test func whatWasLostAndTurnsOutNotToHaveGoneMayGoThroughAnyLink() async throws {
        let house = try await DeliveryHouse { $0.command = .seconds(10) }
        let line = try await house.connected(engine: "whatsapp-web.js")
        let message = try await line.ada.send("one")
        let send = try await line.bridge.nextSend()
        try await house.pass(.seconds(20), line.bridge)
        #expect(try await house.message(message.id, becomes: .unknown).doubt?.attempt == 1)
        try await line.bridge.fail(send, "SESSION_NOT_CONNECTED", notBegun: true)
        #expect(try await house.message(message.id, becomes: .pending).doubt == nil)
        try await line.bridge.state(line.assign, .loggedOut)
        try await house.session(line.session, becomes: .loggedOut)
        _ = try await line.relink()
        try await house.pass(.seconds(5), line.bridge)
        #expect(try await line.bridge.nextSend().clientMessageId == message.clientMessageId)
    }

    @Test func aRepeatIsNotGivenToABridgeThatDoesNotSayThatItIsSafe() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let (message, _) = try await lost(line, credit: 0)
        try await house.message(message.id, becomes: .pending)
        line.bridge.die()
        house.clock.advance(by: .seconds(1))
        try await line.bridge.attach(instance: "instance-3") { $0.repeatsAreSafe = false }
        _ = try await line.bridge.carry()
        let next = try await line.ada.send("next", to: "+491512222222")
        #expect(try await line.bridge.nextSend().clientMessageId == next.clientMessageId)
        #expect(try await house.message(message.id, becomes: .unknown).attempts == 1)
        #expect(line.bridge.waitingSends.isEmpty)
        // To one that does, it is. That the other was there says nothing of when it went out.
        line.bridge.die()
        house.clock.advance(by: .seconds(1))
        try await line.bridge.attach(instance: "instance-4")
        _ = try await line.bridge.carry()
        let again = try await line.bridge.nextSend()
        #expect(again.clientMessageId == message.clientMessageId && again.attempt == 2)
    }

    @Test func whatMayHaveGoneIsNotCalledCancelled() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let (message, _) = try await lost(line, credit: 0)
        try await house.message(message.id, becomes: .pending)
        let cancelled = try await line.ada.messages.cancelMessage(.with { $0.id = message.id })
        // Cancelling what is cancelled is a success, and changes nothing.
        #expect(try await line.ada.messages.cancelMessage(.with { $0.id = message.id }) == cancelled)
        try await house.forgetTimelines()
        let listed = try await line.ada.messages.listMessages(.init()).messages
        let got = try await line.ada.messages.getMessage(.with { $0.id = message.id })
        for shown in [cancelled, got] + listed {
            #expect(shown.status == .failed && shown.errorCode == "OUTCOME_UNKNOWN")
            #expect(shown.errorMessage.contains("may have gone out") && shown.errorMessage.contains("cancelled"))
        }
        try await line.bridge.say(.credit(.with { $0.n = 9 }))
        try await house.settle()
        #expect(line.bridge.waitingSends.isEmpty)
    }

    @Test func whatMayHaveGoneIsNotCalledExpired() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let (message, _) = try await lost(line, credit: 0, expiresIn: .seconds(60))
        try await house.message(message.id, becomes: .pending)
        try await house.pass(.seconds(90), line.bridge)
        let ended = try await house.message(message.id, becomes: .failed)
        #expect(ended.errorCode == "OUTCOME_UNKNOWN" && ended.errorMessage.contains("expires_at"))
        #expect(try await house.timeline(message.id).last?.cause == "expired")
    }

    @Test func whatNeverLeftIsCalledCancelledAsEver() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        try await line.bridge.fail(try await line.bridge.nextSend(), "ENGINE_ERROR")
        try await house.message(message.id, becomes: .pending)
        let cancelled = try await line.ada.messages.cancelMessage(.with { $0.id = message.id })
        #expect(cancelled.status == .cancelled && cancelled.errorCode.isEmpty)
    }
}
