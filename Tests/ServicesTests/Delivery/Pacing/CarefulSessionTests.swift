// Sessions that send carefully, through the real engine and store, with a clock that is moved by hand. When something
// went out is read from its row: that is the time of the decision, however slow the machine is.

import Codec
import Contract
import RPC
import Services
import Store
import Synchronization
import TestKit
import Testing

@Suite struct CarefulSessionTests {
    @Test(.timeLimit(.minutes(1))) func anEngineWithAnAccountToLoseSendsAtAPersonsPace() async throws {
        let careful = try await CarefulLine.make()
        let start = careful.house.clock.now()
        for number in 0..<12 { try await careful.ada.send("\(number)", to: CarefulLine.number(number)) }
        let waiting = try await careful.hold(12, "pacing")
        #expect(waiting.status == .pending && careful.bridge.waitingSends.isEmpty)
        let pace = try await careful.pace()
        #expect(pace.profile == .careful && pace.holdReason == "pacing" && pace.minuteLeft == 8 && pace.coldLeft == 20)
        #expect(pace.nextSendAt != nil && pace.rampUntil == (start + .seconds(60)).timestamp)
        try await careful.pass(.milliseconds(500), atMost: 600) { try await careful.pending() == 0 }
        let times = try await careful.times()
        #expect(times.count == 12)
        #expect(times.first.map { $0.at >= start + .milliseconds(7_500) } == true)
        for (one, next) in zip(times, times.dropFirst()) { #expect(next.at - one.at >= .milliseconds(2_500)) }
        for (one, ninth) in zip(times, times.dropFirst(8)) { #expect(ninth.at - one.at >= .seconds(60)) }
        // In the order accepted, since all of them are as strange.
        #expect(times.map(\.recipient) == (0..<12).map(CarefulLine.number))
        #expect(try await careful.pace().coldLeft == 8)
        let causes = try await careful.house.timeline(12).map { [$0.cause, $0.detail] }
        #expect(causes.count { $0.first == "held" } == 1)
        #expect(causes.contains(["held", "pacing"]))
    }

    @Test(.timeLimit(.minutes(1))) func aSendIsToldOfThePaceThatTheDispatcherSaw() async throws {
        let careful = try await CarefulLine.make()
        careful.house.clock.advance(by: .seconds(60))
        for number in 0..<3 { try await careful.ada.send("\(number)", to: CarefulLine.number(number)) }
        try await careful.pass(.seconds(1), atMost: 60) { try await careful.pending() == 0 }
        careful.house.clock.advance(by: .seconds(3_600))
        try await careful.ada.send("one more", to: CarefulLine.number(4))
        try await careful.pass(.seconds(1), atMost: 60) { try await careful.pending() == 0 }
        // Half of the range: the house's randomness.
        let next = try #require(try await careful.times().last).at + .milliseconds(4_750)
        func seconds() -> String { "\((next - careful.house.clock.now() + .milliseconds(999)).components.seconds)" }
        #expect(try await careful.told(of: CarefulLine.number(5)) == ["careful", seconds(), "16"])
        careful.house.clock.advance(by: .seconds(2))
        #expect(try await careful.told(of: CarefulLine.number(6)) == ["careful", seconds(), "16"])
        try await careful.ada.set(careful.line.session, .with { $0.pacing = .fast })
        // As soon as the dispatcher has seen that.
        try await untilTrue { try await careful.told(of: CarefulLine.number(7)) == [nil, nil, nil] }
    }

    @Test(.timeLimit(.minutes(1))) func aReplyGoesBeforeManyStrangersWhoHaveTheirBudget() async throws {
        let careful = try await CarefulLine.make()
        // Four hours before its day ends.
        let day = DayBreak(quiet: nil, sessionID: careful.line.session)
        let now = careful.house.clock.now()
        careful.house.clock.advance(by: day.next(after: now + .seconds(4 * 3600)) - .seconds(4 * 3600) - now)
        for number in 0..<100 { try await careful.ada.send("\(number)", to: CarefulLine.number(number)) }
        _ = try await careful.hold(100, "pacing")
        try await careful.write("+4917000001", id: "IN1")
        let reply = try await careful.ada.send("answer", to: "4917000001@s.whatsapp.net")
        let late = try await careful.ada.send("to the last", to: CarefulLine.number(99))
        try await careful.pass(.seconds(1), atMost: 100) {
            try await careful.house.message(reply.id).status == .submitted
        }
        #expect(try await careful.times().count <= 4)
        // Who was a stranger writes: what has waited for them is a reply.
        try await careful.write(CarefulLine.number(99), id: "IN2")
        try await careful.pass(.seconds(1), atMost: 100) {
            try await careful.house.message(late.id).status == .submitted
        }
        #expect(try await careful.times().count <= 12)
        try await careful.pass(.seconds(5), atMost: 200) { try await careful.pace().coldLeft == 0 }
        let put = try await careful.hold(50, "cold_budget")
        #expect(put.nextTryAt == day.next(after: careful.house.clock.now()).timestamp)
        _ = try await careful.hold(99, "cold_budget")
        #expect(try await careful.times().count == 20 + 3)
        let told = try await careful.house.timeline(99).count
        // The next day allows more.
        careful.house.clock.advance(by: .seconds(4 * 3600))
        try await careful.pass(.seconds(5), atMost: 400) { try await careful.times().count >= 20 + 3 + 36 }
        _ = try await careful.hold(99, "cold_budget")
        #expect(try await careful.pace().coldBudget == 36)
        // Whoever waits longer is written nothing of.
        #expect(try await careful.house.timeline(99).count == told)
    }

    @Test(.timeLimit(.minutes(1))) func aRestrictionStopsStrangersAtOnceAndEnds() async throws {
        let careful = try await CarefulLine.make()
        careful.house.clock.advance(by: .seconds(60))
        for number in 0..<6 { try await careful.ada.send("\(number)", to: CarefulLine.number(number)) }
        try await careful.pass(.seconds(1), atMost: 100) { try await careful.times().count >= 1 }
        let end = careful.house.clock.now() + .seconds(1_800)
        try await careful.bridge.report(
            .restriction(
                .with {
                    $0.sessionId = careful.line.session
                    $0.epoch = careful.line.assign.epoch
                    $0.kind = "reach_out_timelock"
                    $0.until = end.timestamp
                }))
        let held = try await careful.hold(6, "recipient_cold_restricted")
        #expect(held.nextTryAt == end.timestamp)
        let gone = try await careful.times().count
        try await careful.write("+4917000001", id: "IN1")
        let reply = try await careful.ada.send("answer", to: "+4917000001")
        try await careful.pass(.seconds(2), atMost: 50) {
            try await careful.house.message(reply.id).status == .submitted
        }
        #expect(try await careful.times().count == gone + 1)
        #expect(try await careful.pace().coldStoppedUntil == end.timestamp)
        careful.house.clock.advance(by: end - careful.house.clock.now())
        try await careful.pass(.seconds(2), atMost: 100) { try await careful.pending() == 0 }
        #expect(try await careful.times().count == 7)
    }

    @Test(.timeLimit(.minutes(1))) func fiveFailuresInARowPauseTheSessionAndItComesBack() async throws {
        let careful = try await CarefulLine.make()
        careful.house.clock.advance(by: .seconds(60))
        let cursor = try await careful.house.store.read { db in try db.events.newestCursor() }
        for number in 0..<9 { try await careful.ada.send("\(number)", to: CarefulLine.number(number)) }
        let bridge = careful.bridge
        try await careful.pass(
            .seconds(1), atMost: 200, answer: { try await bridge.fail($0, "ENGINE_ERROR", engineCode: "closed") }
        ) { try await careful.pace().pausedUntil != nil }
        let pace = try await careful.pace()
        #expect(pace.holdReason == "engine_paused" && pace.failures == 0)
        let end = try #require(pace.pausedUntil.flatMap { Instant($0) })
        let held = try await careful.hold(9, "engine_paused")
        #expect(held.attempts == 0)
        let events = try await careful.house.store.read { db in
            try db.events.list(after: cursor, limit: 500).events.map(\.type)
        }
        #expect(events.count { $0 == "session.paused" } == 1)
        let session = try await careful.house.session(careful.line.session)
        #expect(session.status == .connected && session.lastError.contains("engine"))
        careful.house.clock.advance(by: end - careful.house.clock.now() - .seconds(2))
        try await Task.sleep(for: .milliseconds(50))
        #expect(bridge.waitingSends.isEmpty)
        try await careful.pass(.seconds(2), atMost: 300) { try await careful.pending() == 0 }
    }

    @Test(.timeLimit(.minutes(1))) func anEngineThatSaysNothingHasFailedAsWell() async throws {
        let careful = try await CarefulLine.make(command: .seconds(60))
        for number in 0..<8 { try await careful.ada.send("\(number)", to: CarefulLine.number(number)) }
        try await careful.pass(.seconds(1), atMost: 300, answer: { _ in }) {
            try await careful.pace().pausedUntil != nil
        }
        #expect(try await careful.house.session(careful.line.session).lastError.contains("engine"))
    }

    @Test func whatSaysNothingOfTheEngineIsNoFailureOfIt() {
        func sign(_ reason: Reason, notBegun: Bool = false) -> PacingBook.Sign? {
            PacingBook.Sign(SendFailure(reason: reason, notBegun: notBegun))
        }
        #expect(sign(.engineError) == .failure && sign(.engineError, notBegun: true) == .failure)
        // A bridge that is busy or away says nothing of what it drives.
        #expect(sign(.bridgeUnavailable) == nil && sign(.bridgeUnavailable, notBegun: true) == nil)
        #expect(sign(.outcomeUnknown) == .failure && sign(.outcomeUnknown, notBegun: true) == nil)
        #expect(sign(.mediaFetchFailed) == nil && sign(.sessionNotConnected) == nil && sign(.accountBanned) == nil)
        #expect(sign(.recipientNotOnWhatsapp) == .success)
        #expect(sign(.recipientColdRestricted) == .restriction(until: nil))
    }

    @Test(.timeLimit(.minutes(1))) func aGroupIsNoStranger() async throws {
        let careful = try await CarefulLine.make()
        careful.house.clock.advance(by: .seconds(60))
        for number in 0..<2 { try await careful.ada.send("\(number)", to: "12036304123456789\(number)@g.us") }
        try await careful.pass(.seconds(1), atMost: 60) { try await careful.pending() == 0 }
        let pace = try await careful.pace()
        #expect(pace.coldLeft == 20 && pace.hourLeft == 198)
    }

    @Test(.timeLimit(.minutes(1))) func nothingGoesOutInQuietHoursAndItIsSaidWhy() async throws {
        let careful = try await CarefulLine.make()
        // Midnight UTC: one in the night in Berlin.
        let changed = try await careful.ada.set(
            careful.line.session, .with { $0.quietHours = "22:00-07:00 +01:00" })
        #expect(changed.settings?.quietHours == "22:00-07:00 +01:00")
        let message = try await careful.ada.send("hello")
        _ = try await careful.hold(message.id, "quiet_hours")
        let morning = careful.house.clock.now().nextMidnight - .seconds(18 * 3600)
        #expect(try await careful.pace().nextSendAt == morning.timestamp)
        careful.house.clock.advance(by: morning - careful.house.clock.now() - .seconds(1))
        try await Task.sleep(for: .milliseconds(50))
        #expect(careful.bridge.waitingSends.isEmpty)
        try await careful.pass(.seconds(1), atMost: 20) {
            try await careful.house.message(message.id).status == .submitted
        }
        for text in ["22:00", "22:00-22:00", "22:00-07:00 No/Where", "22:00-07:00 ../../etc/passwd"] {
            let error = await refusal {
                _ = try await careful.ada.set(careful.line.session, .with { $0.quietHours = text })
            }
            #expect(error?.violations.map(\.field) == ["session.settings.quiet_hours"], "\(text)")
            // What is wrong with a zone that is not there is not its spelling.
            #expect(error?.violations.first?.description.contains("tzdata") == text.contains("No/Where"), "\(text)")
        }
    }

    @Test(.timeLimit(.minutes(1))) func aReplyThatWaitedForTooLongIsNoneAnyMore() async throws {
        let careful = try await CarefulLine.make()
        try await careful.ada.set(careful.line.session, .with { $0.quietHours = "22:00-07:00 +01:00" })
        let now = careful.house.clock.now()
        try await careful.write("+4917000001", id: "IN1", at: now - .seconds(23 * 3600))
        // An older message that comes late makes nobody colder.
        try await careful.write("+4917000001", id: "IN2", at: now - .seconds(50 * 3600))
        try await careful.write("+4917000002", id: "IN3", at: now - .seconds(1))
        let message = try await careful.ada.send("hello", to: "+4917000001")
        let other = try await careful.ada.send("hello", to: "+4917000002")
        _ = try await careful.hold(other.id, "quiet_hours")
        try await poll("both to stand in the lane of replies") {
            let lane = try await careful.house.store.read { db in
                try db.messages.first(9, in: .replies, of: careful.line.session).map(\.id)
            }
            return lane == [message.id, other.id] ? true : nil
        }
        careful.house.clock.advance(by: .seconds(6 * 3600))
        try await careful.pass(.seconds(1), atMost: 60) { try await careful.pending() == 0 }
        #expect(try await careful.pace().coldLeft == 19)
    }

    @Test(.timeLimit(.minutes(1))) func anotherAccountBeginsAnew() async throws {
        let careful = try await CarefulLine.make()
        try await careful.write("+4917000001", id: "IN1")
        careful.house.clock.advance(by: .seconds(60))
        for number in 0..<3 { try await careful.ada.send("\(number)", to: CarefulLine.number(number)) }
        try await careful.pass(.seconds(1), atMost: 60) { try await careful.pending() == 0 }
        #expect(try await careful.pace().coldLeft == 17)
        try await careful.bridge.state(careful.line.assign, .loggedOut)
        try await careful.house.session(careful.line.session, becomes: .loggedOut)
        _ = try await careful.ada.link()
        let again = try await careful.bridge.nextAssign()
        try await careful.bridge.state(again, .connected, phone: "+491510000000")
        try await careful.house.session(careful.line.session, becomes: .connected)
        #expect(try await careful.pace().coldLeft == 17)
        try await careful.bridge.state(again, .loggedOut)
        try await careful.house.session(careful.line.session, becomes: .loggedOut)
        _ = try await careful.ada.link()
        try await careful.bridge.state(
            try await careful.bridge.nextAssign(), .connected, phone: "+491519999999")
        try await careful.house.session(careful.line.session, becomes: .connected)
        let pace = try await careful.pace()
        #expect(pace.coldLeft == 20 && pace.hourLeft == 200)
        // What came in for the account before, and is told late, knows nobody for this one.
        try await careful.write("+4917000002", id: "IN2", at: careful.house.clock.now() - .seconds(60))
        for number in 1...2 {
            #expect(
                try await careful.house.store.read { db in
                    try db.pacing.wroteAt("+491700000\(number)", to: careful.line.session)
                } == nil)
        }
    }

    @Test(.timeLimit(.minutes(1))) func aSessionThatMaySendAsItLikesSendsAtOnceWhatItHeldBack() async throws {
        let careful = try await CarefulLine.make()
        for number in 0..<40 { try await careful.ada.send("\(number)", to: CarefulLine.number(number)) }
        _ = try await careful.hold(40, "pacing")
        try await careful.ada.set(careful.line.session, .with { $0.pacing = .fast })
        try await careful.pass(.milliseconds(1), atMost: 100) { try await careful.times().count == 40 }
        #expect(try await careful.ada.sessions.getSession(.with { $0.id = careful.line.session }).pacing == nil)
    }

    @Test(.timeLimit(.minutes(1))) func whatItSentIsRememberedWhenTheServerIsKilled() async throws {
        let careful = try await CarefulLine.make()
        careful.house.clock.advance(by: .seconds(60))
        for number in 0..<3 { try await careful.ada.send("\(number)", to: CarefulLine.number(number)) }
        try await careful.pass(.seconds(1), atMost: 60) { try await careful.pending() == 0 }
        try await careful.bridge.waitForConfirm()
        let before = try await careful.pace()
        #expect(before.hourLeft == 197 && before.coldLeft == 17)
        try await careful.house.kill()
        let after = try await careful.pace()
        #expect(after.hourLeft == 197 && after.coldLeft == 17 && after.minuteLeft == before.minuteLeft)
    }

    @Test(.timeLimit(.minutes(1))) func oneRecipientIsWrittenToOnceInSixSecondsAndInOrder() async throws {
        let careful = try await CarefulLine.make()
        careful.house.clock.advance(by: .seconds(60))
        for number in 0..<4 { try await careful.ada.send("\(number)") }
        var sent: [String] = []
        let bridge = careful.bridge
        for _ in 0..<200 {
            for _ in bridge.waitingSends {
                let send = try await bridge.nextSend()
                if case .text(let text) = send.kind { sent.append(text.body) }
                try await bridge.submit(send)
            }
            if sent.count == 4 { break }
            careful.house.clock.advance(by: .milliseconds(500))
            try await Task.sleep(for: .milliseconds(5))
        }
        #expect(sent == ["0", "1", "2", "3"])
        let times = try await careful.times()
        for (one, next) in zip(times, times.dropFirst()) { #expect(next.at - one.at >= .seconds(6)) }
    }

    @Test(.timeLimit(.minutes(1))) func aClockThatIsSetBackHoldsNothingUp() async throws {
        let careful = try await CarefulLine.make()
        careful.house.clock.advance(by: .seconds(60))
        for number in 0..<4 { try await careful.ada.send("\(number)", to: CarefulLine.number(number)) }
        try await careful.pass(.seconds(1), atMost: 60) { try await careful.times().count == 2 }
        careful.house.clock.setWall(careful.house.clock.now() - .seconds(7_200))
        try await careful.pass(.seconds(1), atMost: 60) { try await careful.pending() == 0 }
    }

    @Test(.timeLimit(.minutes(1))) func theSimulatorIsNotHeldBackAndNothingIsWrittenOfIt() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(pacing: .unspecified)
        for number in 0..<30 { try await line.ada.send("\(number)", to: CarefulLine.number(number)) }
        for _ in 0..<30 { try await line.bridge.submit(try await line.bridge.nextSend()) }
        try await line.bridge.waitForConfirm()
        #expect(try await house.store.read { db in try db.pacing.get(line.session) } == nil)
        #expect(try await line.ada.sessions.getSession(.with { $0.id = line.session }).pacing == nil)
    }
}

extension Moment {
    fileprivate var nextMidnight: Moment { Moment(seconds: (seconds / 86_400 + 1) * 86_400, nanoseconds: 0) }
}
