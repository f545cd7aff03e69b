// What changes under a careful session while messages wait: restrictions that are lifted, clocks that are put right,
// connections that come and go, bridges without room, another pace. Through the real engine and store, with a clock that
// is moved by hand.

import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite(.timeLimit(.minutes(2))) struct CarefulChangesTests {
    private func restrict(_ careful: CarefulLine, until: Moment?) async throws {
        try await careful.bridge.report(
            .restriction(
                .with {
                    $0.sessionId = careful.line.session
                    $0.epoch = careful.line.assign.epoch
                    $0.kind = "reach_out_timelock"
                    $0.until = until?.timestamp
                }))
        try await careful.bridge.waitForConfirm()
    }

    private func retry(_ careful: CarefulLine, _ id: Int64) async throws -> Message {
        try await careful.ada.messages.retryMessage(.with { $0.id = id })
    }

    @Test func aRestrictionThatIsLiftedOrShortenedFreesStrangersAtOnce() async throws {
        let careful = try await CarefulLine.make()
        careful.house.clock.advance(by: .seconds(60))
        for number in 0..<6 { try await careful.ada.send("\(number)", to: CarefulLine.number(number)) }
        let start = careful.house.clock.now()
        try await restrict(careful, until: start + .seconds(40 * 86_400))
        let held = try await careful.hold(6, "recipient_cold_restricted")
        // Nobody is believed for longer than a month.
        #expect(held.nextTryAt.flatMap { Instant($0) }.map { $0 <= start + .seconds(31 * 86_400) } == true)
        #expect(await refusal { _ = try await retry(careful, 6) }?.reason == "RECIPIENT_COLD_RESTRICTED")
        let gone = try await careful.times().count
        let end = careful.house.clock.now() + .seconds(300)
        try await restrict(careful, until: end)
        #expect(try await careful.hold(6, "recipient_cold_restricted").nextTryAt == end.timestamp)
        #expect(try await careful.times().count == gone)
        try await restrict(careful, until: careful.house.clock.now())
        #expect(await refusal { _ = try await retry(careful, 6) } == nil)
        try await careful.pass(.seconds(2), atMost: 60) { try await careful.pending() == 0 }
        #expect(try await careful.times().last.map { $0.at < end } == true)
    }

    @Test func whatWhatsAppRefusedGoesOutWhenTheRestrictionIsLifted() async throws {
        let careful = try await CarefulLine.make()
        careful.house.clock.advance(by: .seconds(60))
        let message = try await careful.ada.send("hello", to: CarefulLine.number(1))
        let bridge = careful.bridge
        try await careful.pass(
            .seconds(1), atMost: 30,
            answer: { try await bridge.fail($0, "RECIPIENT_COLD_RESTRICTED", engineCode: "463") }
        ) { try await careful.pace().coldStoppedUntil != nil }
        _ = try await careful.hold(message.id, "recipient_cold_restricted")
        let before = careful.house.clock.now()
        try await restrict(careful, until: before)
        try await careful.pass(.seconds(2), atMost: 60) { try await careful.pending() == 0 }
        #expect(careful.house.clock.now() < before + .seconds(600))
    }

    @Test func whatWaitedForTheDayOfAClockThatWasWrongGoesOutWhenItIsRight() async throws {
        let careful = try await CarefulLine.make()
        let start = careful.house.clock.now()
        careful.house.clock.setWall(start + .seconds(30 * 86_400))
        careful.house.clock.advance(by: .seconds(60))
        for number in 0..<25 { try await careful.ada.send("\(number)", to: CarefulLine.number(number)) }
        try await careful.pass(.seconds(5), atMost: 200) { try await careful.pace().coldLeft == 0 }
        _ = try await careful.hold(25, "cold_budget")
        careful.house.clock.setWall(start + .seconds(3_600))
        try await careful.pass(.seconds(1_800), atMost: 100) { try await careful.pending() == 0 }
        #expect(careful.house.clock.now() < start + .seconds(2 * 86_400 + 10_800))
    }

    @Test func aSessionThatComesAndGoesMakesNoTimelineLonger() async throws {
        let careful = try await CarefulLine.make()
        for number in 0..<100 { try await careful.ada.send("\(number)", to: CarefulLine.number(number)) }
        _ = try await careful.hold(100, "pacing")
        func events() async throws -> [Int] {
            try await careful.house.store.read { db in
                try (1...100).map { try db.events.timeline(ofMessage: $0).count }
            }
        }
        for round in 0..<12 {
            try await careful.bridge.state(careful.line.assign, .disconnected)
            try await careful.bridge.waitForConfirm()
            // Whoever looks is told, and nothing is written for that.
            if round == 6 { _ = try await careful.hold(100, "session_not_connected") }
            careful.house.clock.advance(by: .seconds(2))
            if round == 0 {
                try await poll("the first to be told") { try await events().contains { $0 >= 3 } ? true : nil }
            }
            try await Task.sleep(for: .milliseconds(30))
            try await careful.bridge.state(careful.line.assign, .connected)
            try await careful.bridge.waitForConfirm()
            if round == 6 { _ = try await careful.hold(100, "pacing") }
            careful.house.clock.advance(by: .seconds(2))
            try await Task.sleep(for: .milliseconds(30))
        }
        let list = try await careful.ada.messages.listMessages(.with { $0.pageSize = 200 }).messages
        #expect(list.allSatisfy { $0.holdReason == "pacing" })
        // Accepted, in its lane, not connected; once each.
        let counts = try await events()
        #expect(counts.allSatisfy { $0 <= 4 }, "\(counts)")
        #expect(counts.contains { $0 >= 3 }, "\(counts)")
    }

    @Test func aBridgeWithoutRoomIsNamedForThoseWhoseTurnItWouldBe() async throws {
        let careful = try await CarefulLine.make(credit: 0)
        let message = try await careful.ada.send("hello", to: CarefulLine.number(1))
        careful.house.clock.advance(by: .seconds(60))
        _ = try await careful.hold(message.id, "no_bridge_credit")
        try await careful.bridge.say(.credit(.with { $0.n = 10 }))
        try await careful.pass(.seconds(1), atMost: 60) { try await careful.pending() == 0 }
    }

    @Test func whatNeverLeftTakesNothingFromTheDay() async throws {
        let careful = try await CarefulLine.make()
        careful.house.clock.advance(by: .seconds(60))
        for number in 0..<3 { try await careful.ada.send("\(number)", to: CarefulLine.number(number)) }
        let bridge = careful.bridge
        var answers = 0
        try await careful.pass(
            .seconds(1), atMost: 300,
            answer: { send in
                answers += 1
                let notBegun = answers % 2 == 0
                try await bridge.fail(send, notBegun ? "ENGINE_ERROR" : "SESSION_NOT_CONNECTED", notBegun: notBegun)
            }
        ) { answers >= 4 }
        try await careful.bridge.waitForConfirm()
        #expect(try await careful.pace().coldLeft == 20)
        // Those that went count.
        try await careful.pass(.seconds(1), atMost: 600) { try await careful.pending() == 0 }
        #expect(try await careful.pace().coldLeft == 17)
    }

    @Test func whoeverRestartsASessionEndsItsRest() async throws {
        let careful = try await CarefulLine.make()
        careful.house.clock.advance(by: .seconds(60))
        for number in 0..<9 { try await careful.ada.send("\(number)", to: CarefulLine.number(number)) }
        let bridge = careful.bridge
        // That a bridge is busy says nothing of the engine.
        var busy = 0
        try await careful.pass(
            .seconds(1), atMost: 200,
            answer: {
                busy += 1
                try await bridge.fail($0, "SESSION_RATE_LIMITED")
            }
        ) { busy >= 6 }
        try await careful.bridge.waitForConfirm()
        #expect(try await careful.pace().pausedUntil == nil)
        try await careful.pass(
            .seconds(1), atMost: 400, answer: { try await bridge.fail($0, "ENGINE_ERROR", engineCode: "closed") }
        ) { try await careful.pace().pausedUntil != nil }
        _ = try await careful.ada.sessions.restartSession(.with { $0.sessionId = careful.line.session })
        let stored = try await careful.house.store.read { db in try db.pacing.get(careful.line.session) }
        #expect(stored?.pausedUntil == nil && stored?.failures == 0)
    }

    @Test func whatASessionSentAtItsOwnPaceCountsWhenItBecomesCareful() async throws {
        let careful = try await CarefulLine.make()
        try await careful.ada.set(careful.line.session, .with { $0.pacing = .fast })
        for number in 0..<5 { try await careful.ada.send("\(number)", to: CarefulLine.number(number)) }
        try await careful.pass(.milliseconds(1), atMost: 50) { try await careful.pending() == 0 }
        let end = careful.house.clock.now() + .seconds(1_800)
        try await restrict(careful, until: end)
        let changed = try await careful.ada.set(careful.line.session, .with { $0.pacing = .careful })
        // Told in the answer as well.
        let pace = try #require(changed.pacing)
        #expect(pace.hourLeft == 195 && pace.minuteLeft == 3 && pace.coldLeft == 0)
        #expect(pace.coldStoppedUntil == end.timestamp)
        let message = try await careful.ada.send("one more", to: CarefulLine.number(6))
        _ = try await careful.hold(message.id, "recipient_cold_restricted")
        careful.house.clock.advance(by: .seconds(1_800))
        // Strangers have had today's.
        _ = try await careful.hold(message.id, "cold_budget")
    }

    @Test func thatIsCountedBehindABacklogTooAndOnce() async throws {
        let careful = try await CarefulLine.make(credit: 10)
        try await careful.ada.set(careful.line.session, .with { $0.pacing = .fast })
        for number in 0..<10 { try await careful.ada.send("\(number)", to: CarefulLine.number(number)) }
        for _ in 0..<10 { try await careful.bridge.submit(try await careful.bridge.nextSend()) }
        // No credit is left: these wait.
        for number in 10..<230 { try await careful.ada.send("\(number)", to: CarefulLine.number(number)) }
        try await poll("all ten to be on their way") { try await careful.times().count == 10 ? true : nil }
        for _ in 0..<5 {
            try await careful.ada.set(careful.line.session, .with { $0.pacing = .fast })
            let changed = try await careful.ada.set(careful.line.session, .with { $0.pacing = .careful })
            let pace = try #require(changed.pacing)
            #expect(pace.hourLeft == 190 && pace.minuteLeft == 0 && pace.coldLeft == 0)
        }
        let record = try await careful.house.store.read { db in try db.pacing.get(careful.line.session) }
        #expect(record?.recent.count == 10)
    }

    /// Of the month that anybody is believed for, also when it is said again.
    @Test func aRestrictionOfTenYearsEndsInAMonth() async throws {
        let careful = try await CarefulLine.make()
        careful.house.clock.advance(by: .seconds(60))
        let message = try await careful.ada.send("hello", to: CarefulLine.number(1))
        let bridge = careful.bridge
        try await careful.pass(
            .seconds(1), atMost: 30,
            answer: { try await bridge.fail($0, "RECIPIENT_COLD_RESTRICTED", engineCode: "463") }
        ) { try await careful.pace().coldStoppedUntil != nil }
        let end = careful.house.clock.now() + .seconds(30 * 86_400)
        for _ in 0..<2 { try await restrict(careful, until: careful.house.clock.now() + .seconds(3_650 * 86_400)) }
        let held = try await careful.hold(message.id, "recipient_cold_restricted")
        #expect(held.nextTryAt.flatMap { Instant($0) }.map { $0 <= end + .seconds(60) } == true)
    }

    @Test func onlyWhoWroteToTheAccountItselfIsNoStranger() async throws {
        let careful = try await CarefulLine.make()
        func isKnown(_ contact: String) async throws -> Bool {
            try await careful.house.store.read { db in
                try db.pacing.wroteAt(contact, to: careful.line.session) != nil
            }
        }
        // In a group, nobody says where, nobody knows when.
        try await careful.write("+4917000001", id: "IN1", chat: "120363041234567890@g.us")
        try await careful.write("+4917000001", id: "IN2", chat: "")
        try await careful.write("+4917000001", id: "IN3", isTimed: false)
        #expect(try await !isKnown("+4917000001"))
        // By either name, however it is written.
        try await careful.write("+4917000002", id: "IN4", chat: "4711@lid")
        try await careful.write("+4917000003", id: "IN5", chat: "4917000003@s.whatsapp.net")
        for contact in ["+4917000002", "+4917000003", "4711@lid"] { #expect(try await isKnown(contact), "\(contact)") }
    }

    @Test func aTimeZoneThatTheMachineLostIsNotTakenForAnother() async throws {
        let careful = try await CarefulLine.make()
        try await careful.house.store.write { db in
            _ = try db.sessions.apply(careful.line.session, at: careful.house.clock.now()) {
                $0.quietHours = "01:00-02:00 Lost/Zone"
            }
        }
        careful.house.clock.advance(by: .seconds(3 * 3_600))
        let message = try await careful.ada.send("hello", to: CarefulLine.number(1))
        _ = try await careful.hold(message.id, "quiet_hours")
        careful.house.clock.advance(by: .seconds(120))
        try await Task.sleep(for: .milliseconds(50))
        #expect(careful.bridge.waitingSends.isEmpty)
        let shown = try await careful.ada.sessions.getSession(.with { $0.id = careful.line.session })
        #expect(shown.lastError.contains("Lost/Zone") && shown.lastError.contains("tzdata"))
        try await careful.ada.set(careful.line.session, .with { $0.quietHours = "" })
        try await careful.pass(.seconds(1), atMost: 60) { try await careful.pending() == 0 }
    }

    @Test func aMarkOfALaneDoesNotOutliveIt() async throws {
        let temporary = try TemporaryStore()
        let (found, id) = try await temporary.store.write { db in
            let book = MessageBook(lifecycle: MessageLifecycle())
            let now = Moment(seconds: 1_772_107_200, nanoseconds: 0)
            let party = MessageBook.Party(bridge: "", repeatsAreSafe: true)
            let user = try db.users.insert(UserRecord(username: "a", usernameKey: "a", createdAt: now))
            let session = try db.sessions.insert(
                SessionRecord(userID: user, name: "s", status: .connected, createdAt: now))
            let id = try db.messages.insert(
                MessageRecord(
                    userID: user, sessionID: session, status: .pending, recipient: "+1", clientMessageID: "c",
                    createdAt: now, content: "x"))
            try db.messages.apply(id, at: now) { $0.attempts = 1 }
            try db.messages.enter(.cold, id)
            let lost = try book.write(.linkEnded, of: id, by: party, at: now, in: db)
            let again = try book.write(.resolve(.resend), of: id, by: party, at: now, in: db)
            #expect(lost?.after.status == .unknown && again?.after.status == .pending)
            return (try db.messages.candidates(sessionID: session, at: now, limit: 9).map(\.id), id)
        }
        #expect(found == [id])
    }
}
