// Whether a number has an account: asked once, and kept for a while.
import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite(.timeLimit(.minutes(1))) struct CheckNumberTests {
    private let house: DeliveryHouse
    private let line: Line

    init() async throws {
        house = try await DeliveryHouse()
        let ada = try await house.user()
        let bridge = house.bridge()
        try await bridge.attach { $0.commands = ["check_number"] }
        _ = try await ada.link()
        let assign = try await bridge.carry()
        try await house.session(assign.sessionId, becomes: .connected)
        line = Line(house: house, ada: ada, bridge: bridge, assign: assign)
    }

    private func ask(_ number: String) -> Task<NumberCheck, any Error> {
        Task { [line] in try await line.ada.sessions.checkNumber(.with { $0.phoneNumber = number }) }
    }

    private func asked() async throws -> CheckNumber {
        try await line.bridge.expect("CheckNumber") { if case .checkNumber(let command) = $0 { command } else { nil } }
    }

    private func answer(_ command: CheckNumber, _ data: [String: String]) async throws {
        try await line.bridge.report(
            .result(
                .with {
                    $0.commandId = command.commandId
                    $0.sessionId = command.sessionId
                    $0.epoch = command.epoch
                    $0.outcome = .done(.with { $0.data = data })
                }))
    }

    /// What is said of a number that the bridge is asked for.
    private func check(_ number: String, _ data: [String: String]) async throws -> NumberCheck {
        let asking = ask(number)
        try await answer(try await asked(), data)
        return try await asking.value
    }

    private var isAsked: Bool {
        line.bridge.frames.contains { if case .checkNumber = $0.frame { true } else { false } }
    }

    @Test func whatWhatsAppSaysIsToldAndKeptForItsTime() async throws {
        let first = try await check("+49 151 1234567", ["exists": "true", "lid": "4711@lid"])
        #expect(first.phoneNumber == "+491511234567" && first.exists && first.lid == "4711@lid" && !first.cached)
        #expect(first.checkedAt == house.clock.now().timestamp)
        let missing = try await check("+491510000001", ["exists": "false", "lid": "1@lid"])
        #expect(!missing.exists && missing.lid.isEmpty)
        // Whoever asks again, however it is written, gets the same, and nobody else is asked.
        let again = try await ask("0049 (151) 123-4567").value
        #expect(again.cached && again.exists && again.lid == "4711@lid" && again.checkedAt == first.checkedAt)
        #expect(!isAsked)
        // An account that is not there may soon be.
        try await house.pass(.seconds(3_601), line.bridge)
        #expect(try await ask("+491511234567").value.cached)
        let anew = try await check("+491510000001", ["exists": "true"])
        #expect(anew.exists && !anew.cached)
    }

    @Test func whatIsKeptIsTheSessionsOwnAndOutlivesItsConnection() async throws {
        _ = try await check("+491511234567", ["exists": "true"])
        let eve = try await house.user("eve")
        let refused = await refusal {
            _ = try await eve.sessions.checkNumber(
                .with {
                    $0.phoneNumber = "+491511234567"
                    $0.sessionId = line.session
                })
        }
        #expect(refused?.reason == "NOT_FOUND")
        _ = try await line.ada.sessions.disconnectSession(.init())
        #expect(try await ask("+491511234567").value.cached)
        #expect(await refusal { _ = try await ask("+491519999999").value }?.reason == "SESSION_NOT_CONNECTED")
    }

    @Test func aYesIsKeptForADayAndANoForAnHour() {
        let checks = NumberChecks()
        let (yes, no) = (NumberChecks.Key(sessionID: 1, number: "+1"), NumberChecks.Key(sessionID: 1, number: "+2"))
        checks.keep(.with { $0.exists = true }, for: yes, at: .seconds(100))
        checks.keep(.with { $0.exists = false }, for: no, at: .seconds(100))
        #expect(checks.known(no, at: .seconds(3_699)) != nil && checks.known(no, at: .seconds(3_700)) == nil)
        #expect(checks.known(yes, at: .seconds(86_499)) != nil && checks.known(yes, at: .seconds(86_500)) == nil)
    }

    @Test func onlySoMuchIsKeptAndTheOldestGoFirst() {
        let checks = NumberChecks(limit: 100)
        for number in 0..<1_000 {
            let key = NumberChecks.Key(sessionID: 1, number: "+\(number)")
            checks.keep(.with { $0.exists = true }, for: key, at: .seconds(number))
            #expect(checks.count <= 100)
            #expect(checks.known(key, at: .seconds(number)) != nil)
        }
        #expect(checks.count >= 80)
        #expect(checks.known(.init(sessionID: 1, number: "+950"), at: .seconds(1_000)) != nil)
        #expect(checks.known(.init(sessionID: 1, number: "+5"), at: .seconds(1_000)) == nil)
        #expect(checks.known(.init(sessionID: 2, number: "+950"), at: .seconds(1_000)) == nil)
    }

    @Test func answersThatMakeNoSenseAreNoAnswers() async throws {
        for data in [[:], ["exists": "maybe"], ["lid": "1@lid"]] {
            #expect(await refusal { _ = try await check("+491511234567", data) }?.reason == "ENGINE_ERROR")
        }
        #expect(await refusal { _ = try await ask("4711@lid").value }?.reason == "VALIDATION_ERROR")
        #expect(house.engine.numbers.count == 0)
    }

    @Test func aSessionAndABridgeAreAskedOnlySoMuchAtATime() async throws {
        var sessions = [line.session]
        for number in 1..<9 {
            _ = try await line.ada.link("more-\(number)")
            let assign = try await line.bridge.nextAssign()
            try await line.bridge.state(assign, .connected, phone: "+4915100000\(10 + number)")
            try await house.session(assign.sessionId, becomes: .connected)
            sessions.append(assign.sessionId)
        }
        func ask(_ session: Int64, _ number: Int) -> Task<NumberCheck, any Error> {
            Task { [line] in
                try await line.ada.sessions.checkNumber(
                    .with {
                        $0.sessionId = session
                        $0.phoneNumber = "+4915112345\(10 + number)"
                    })
            }
        }
        var asking = (0..<4).map { ask(sessions[0], $0) }
        try await poll("the first session's questions") { house.engine.errands.count == 4 ? true : nil }
        #expect(await refusal { _ = try await ask(sessions[0], 5).value }?.reason == "SESSION_RATE_LIMITED")
        // The others are not held up by that, as far as their bridge goes.
        for session in sessions[1..<8] { asking += (0..<4).map { ask(session, $0) } }
        try await poll("the questions to be under way") { house.engine.errands.count == 32 ? true : nil }
        #expect(await refusal { _ = try await ask(sessions[8], 1).value }?.reason == "OVERLOADED")
        line.bridge.die()
        for question in asking {
            #expect(await refusal { _ = try await question.value }?.reason == "BRIDGE_UNAVAILABLE")
        }
        #expect(house.engine.errands.count == 0)
    }

    @Test func whatsAppIsAskedTwentyTimesAMinute() async throws {
        for number in 0..<20 { _ = try await check("+4915112345\(10 + number)", ["exists": "true"]) }
        let refused = await refusal { _ = try await ask("+491511234599").value }
        #expect(refused?.reason == "SESSION_RATE_LIMITED" && refused?.retryAfter != nil)
        // What is known is told.
        #expect(try await ask("+491511234510").value.cached)
        try await house.pass(.seconds(4), line.bridge)
        #expect(try await check("+491511234599", ["exists": "true"]).exists)
    }

    @Test func aBridgeSpeaksOfWhatsAppAndNotOfItsCallers() async throws {
        for (reason, told) in [
            ("ACCOUNT_RESTRICTED", "ACCOUNT_RESTRICTED"), ("NOT_AUTHENTICATED", "ENGINE_ERROR"),
            ("STORAGE_FULL", "ENGINE_ERROR"), ("INTERNAL", "ENGINE_ERROR"),
        ] {
            let asking = ask("+491511234567")
            let command = try await asked()
            try await line.bridge.report(
                .result(
                    .with {
                        $0.commandId = command.commandId
                        $0.sessionId = command.sessionId
                        $0.epoch = command.epoch
                        $0.outcome = .error(.with { $0.reason = reason })
                    }))
            #expect(await refusal { _ = try await asking.value }?.reason == told)
        }
    }

    @Test func aBridgeThatSaysNothingOfItIsNotAsked() async throws {
        let other = try await DeliveryHouse()
        let line = try await other.connected()
        let refused = await refusal {
            _ = try await line.ada.sessions.checkNumber(.with { $0.phoneNumber = "+491511234567" })
        }
        #expect(refused?.reason == "ENGINE_UNSUPPORTED")
    }
}
