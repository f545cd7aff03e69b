// What came in while nobody carried a session: asked for when it is connected again, stored once, with the time of then.

import Codec
import Contract
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite(.timeLimit(.minutes(1))) struct HistoryTests {
    private let house: DeliveryHouse
    private let ada: Person
    private let bridge: FakeBridge

    init() async throws {
        // A lease that outlives what happens here.
        house = try await DeliveryHouse { $0.lease = .seconds(1_200) }
        ada = try await house.user()
        bridge = house.bridge()
    }

    private func attach(_ instance: String, held: [SessionEpoch] = [], commands: [String] = ["history"]) async throws {
        try await bridge.attach(instance: instance, held: held) { $0.commands = commands }
    }

    /// The bridge attaches for the first time, and a session is linked.
    private func begin(commands: [String] = ["history"]) async throws -> Assign {
        try await attach("instance-1", commands: commands)
        _ = try await ada.link()
        let assign = try await bridge.carry()
        try await house.session(assign.sessionId, becomes: .connected)
        return assign
    }

    /// The bridge dies, and is back when its lease is long over.
    private func returnAfter(_ time: Duration, as instance: String = "instance-2", commands: [String] = ["history"])
        async throws -> Assign
    {
        bridge.die()
        try await poll("the session to be lost") {
            try await house.store.read { db in try db.sessions.list(limit: 9).allSatisfy { $0.status != .connected } }
                ? true : nil
        }
        house.clock.advance(by: time)
        try await attach(instance, commands: commands)
        let assign = try await bridge.carry()
        try await house.session(assign.sessionId, becomes: .connected)
        return assign
    }

    private func away(_ time: Duration, _ assign: Assign) async throws {
        try await bridge.state(assign, .disconnected, reason: "428")
        try await house.session(assign.sessionId, becomes: .disconnected)
        try await house.pass(time, bridge)
        try await bridge.state(assign, .connected)
        try await house.session(assign.sessionId, becomes: .connected)
    }

    private func asked() async throws -> RequestHistory {
        try await bridge.expect("RequestHistory") {
            if case .requestHistory(let command) = $0 { command } else { nil }
        }
    }

    private var isAsked: Bool {
        bridge.frames.contains { if case .requestHistory = $0.frame { true } else { false } }
    }

    private func answer(_ command: RequestHistory, _ outcome: Result.OneOfOutcome = .done(.init())) async throws {
        try await bridge.report(
            .result(
                .with {
                    $0.commandId = command.commandId
                    $0.sessionId = command.sessionId
                    $0.epoch = command.epoch
                    $0.outcome = outcome
                }))
    }

    private func incoming(
        _ id: String, _ assign: Assign, at moment: Moment, quoted: String = ""
    ) async throws {
        try await bridge.report(
            .incoming(
                .with {
                    $0.sessionId = assign.sessionId
                    $0.epoch = assign.epoch
                    $0.providerMessageId = id
                    $0.fromPhone = "+491511234567"
                    $0.chat = "+491511234567"
                    $0.kind = "text"
                    $0.text = "text of \(id)"
                    $0.quoted = quoted
                    $0.at = moment.timestamp
                }))
    }

    private func heard() async throws -> [MessageRecord] {
        try await bridge.waitForConfirm()
        return try await house.store.read { db in
            try db.messages.list(MessageFilter(direction: .inbound), limit: 99).sorted { $0.id < $1.id }
        }
    }

    private func isSettled(_ session: Int64) async throws {
        try await poll("nothing to be missed") { try await house.session(session).missedSince == nil ? true : nil }
    }

    @Test func whatCameInWhileTheBridgeWasDownIsAskedForAndStoredOnce() async throws {
        let first = try await begin()
        _ = try await ada.send("hello")
        let sent = try await bridge.deliver()
        try await incoming("IN1", first, at: house.clock.now())
        #expect(try await heard().map(\.providerMessageID) == ["IN1"])

        let left = house.clock.now()
        let again = try await returnAfter(.seconds(900))
        let command = try await asked()
        #expect(command.sessionId == again.sessionId && command.epoch == again.epoch && command.timeoutMs == 120_000)
        #expect(command.since.flatMap { Moment($0) } == left - .seconds(60))
        let then = left + .seconds(300)
        try await incoming("IN1", again, at: left)
        try await incoming("IN2", again, at: then, quoted: sent.clientMessageId)
        try await answer(command)
        let messages = try await heard()
        #expect(messages.map(\.providerMessageID) == ["IN1", "IN2"])
        let message = try #require(messages.last)
        #expect(message.deliveredAt == then)
        let reply = try await house.message(message.replyToID)
        #expect(reply.clientMessageID == sent.clientMessageId)
        try await isSettled(again.sessionId)

        // Once more, and it is told the same.
        try await away(.seconds(120), again)
        let second = try await asked()
        #expect(second.since.flatMap { Moment($0) }.map { $0 >= left + .seconds(800) } == true)
        try await incoming("IN1", again, at: left)
        try await incoming("IN2", again, at: then, quoted: sent.clientMessageId)
        try await answer(second)
        #expect(try await heard().map(\.providerMessageID) == ["IN1", "IN2"])
        try await isSettled(again.sessionId)
        #expect(!isAsked)
    }

    @Test func aBriefAbsenceIsNotWorthAQuestion() async throws {
        let assign = try await begin()
        for _ in 0..<3 { try await away(.seconds(50), assign) }
        try await isSettled(assign.sessionId)
        #expect(!isAsked)
        try await away(.seconds(61), assign)
        _ = try await asked()
    }

    @Test func aBridgeThatCannotIsNotAskedAndOneThatCanIsAskedLater() async throws {
        let assign = try await begin(commands: ["check_number"])
        let left = house.clock.now()
        try await away(.seconds(200), assign)
        let again = try await returnAfter(.seconds(600), commands: ["pairing_code"])
        try await Task.sleep(for: .milliseconds(30))
        #expect(!isAsked)
        #expect(try await house.session(again.sessionId).missedSince != nil)
        _ = try await returnAfter(.seconds(600), as: "instance-3")
        #expect(try await asked().since.flatMap { Moment($0) } == left - .seconds(60))
    }

    @Test func whatWasNotToldIsAskedForAgainAndNotForEver() async throws {
        let assign = try await begin()
        try await away(.seconds(120), assign)
        let failed = try await asked()
        try await answer(failed, .error(.with { $0.reason = "ENGINE_ERROR" }))
        try await bridge.waitForConfirm()
        try await Task.sleep(for: .milliseconds(30))
        #expect(!isAsked)
        try await house.pass(.seconds(615), bridge)
        let late = try await asked()
        #expect(late.since == failed.since)
        // Nor in time.
        try await house.pass(.seconds(150), bridge)
        try await house.pass(.seconds(615), bridge)
        let last = try await asked()
        try await answer(last, .error(.with { $0.reason = "ENGINE_UNSUPPORTED" }))
        try await isSettled(assign.sessionId)
    }

    @Test func whatWasMissedIsKnownAfterARestart() async throws {
        let assign = try await begin()
        let left = house.clock.now()
        // The server is down for ten minutes; nobody is there to see that.
        house.clock.setWall(left + .seconds(600))
        try await house.kill()
        bridge.die()
        bridge.dial(house.bridgeClient())
        house.clock.advance(by: .seconds(300))
        try await attach("instance-2", held: [SessionEpoch(assign)])
        try await bridge.state(assign, .connected)
        let command = try await asked()
        #expect(command.since.flatMap { Moment($0) }.map { $0 <= left && $0 >= left - .seconds(120) } == true)
        // The server dies before it is answered.
        bridge.die()
        try await house.kill()
        bridge.dial(house.bridgeClient())
        house.clock.advance(by: .seconds(20))
        try await attach("instance-3", held: [SessionEpoch(assign)])
        try await bridge.state(assign, .connected)
        #expect(try await asked().since == command.since)
    }

    @Test func aBridgeThatWasThereAllTheTimeIsNotAsked() async throws {
        let assign = try await begin()
        bridge.die()
        try await house.kill()
        bridge.dial(house.bridgeClient())
        house.clock.advance(by: .seconds(900))
        try await attach("instance-1", held: [SessionEpoch(assign)])
        try await house.session(assign.sessionId, becomes: .connected)
        try await isSettled(assign.sessionId)
        try await Task.sleep(for: .milliseconds(30))
        #expect(!isAsked)
    }

    @Test func anotherLinkHasNoHistory() async throws {
        let assign = try await begin()
        try await bridge.state(assign, .loggedOut)
        try await house.session(assign.sessionId, becomes: .loggedOut)
        try await house.pass(.seconds(900), bridge)
        _ = try await ada.link()
        let again = try await bridge.carry()
        try await house.session(again.sessionId, becomes: .connected)
        #expect(try await house.session(again.sessionId).missedSince == nil)
        #expect(!isAsked)
    }

    @Test func whoIsAwayAgainBeforeTheAnswerMayHaveMissedMore() async throws {
        let assign = try await begin()
        let left = house.clock.now()
        try await away(.seconds(120), assign)
        let command = try await asked()
        try await away(.seconds(5), assign)
        try await answer(command)
        // Not settled by that: asked once more, since the first time.
        #expect(try await asked().since.flatMap { Moment($0) } == left - .seconds(60))
    }

    @Test func onlySoFarBackIsAskedFor() async throws {
        _ = try await begin()
        let again = try await returnAfter(.seconds(30 * 86_400))
        let since = try #require(try await asked().since.flatMap { Moment($0) })
        #expect(since == (try await house.session(again.sessionId).connectedAt.found) - .seconds(7 * 86_400))
    }

    @Test func fourOfABridgeAreAskedForAtATime() {
        var queue = HistoryQueue()
        for session in 1...12 { queue.add(Int64(session)) }
        // Even ones are another bridge's; nobody carries the last.
        func link(_ session: Int64) -> UInt64? { session == 12 ? nil : UInt64(session % 2) }
        let first = queue.take(4, link: link)
        #expect(first == [1, 2, 3, 4, 5, 6, 7, 8])
        #expect(queue.take(4, link: link) == [])
        queue.finish(1)
        #expect(queue.take(4, link: link) == [9])
        // Asked for once more while it is under way, it is asked for afterwards.
        queue.add(9)
        #expect(queue.take(4, link: link) == [])
        for session in [2, 3, 9] { queue.finish(Int64(session)) }
        #expect(queue.take(4, link: link) == [9, 10, 11])
        for session in 1...12 { queue.finish(Int64(session)) }
        #expect(queue.count == 0)
    }
}
