// A code to be typed into the phone: the session is started for it, its bridge is asked, the answer reaches who asked and nobody
// else; and whatever goes wrong ends the waiting.
import Codec
import Contract
import RPC
import Store
import Synchronization
import TestKit
import Testing

@testable import Services

@Suite(.timeLimit(.minutes(1))) struct PairingCodeTests {
    private let house: DeliveryHouse
    private let ada: Person
    private let bridge: FakeBridge

    init() async throws {
        house = try await DeliveryHouse()
        ada = try await house.user()
        bridge = house.bridge()
        try await bridge.attach { $0.commands = ["pairing_code"] }
        _ = try await ada.sessions.createSession(.with { $0.name = "main" })
    }

    private func ask(_ number: String = "+49 151 1234567", as person: Person? = nil) -> Task<PairingCode, any Error> {
        Task { [ada] in
            try await (person ?? ada).sessions.requestPairingCode(
                .with {
                    $0.session = "main"
                    $0.phoneNumber = number
                })
        }
    }

    private func asked() async throws -> RequestPairingCode {
        try await bridge.expect("RequestPairingCode") {
            if case .requestPairingCode(let command) = $0 { command } else { nil }
        }
    }

    private func show(_ code: String, _ command: RequestPairingCode) async throws {
        let until = house.clock.now() + .seconds(160)
        try await bridge.report(
            .pairingCode(
                .with {
                    $0.sessionId = command.sessionId
                    $0.epoch = command.epoch
                    $0.commandId = command.commandId
                    $0.code = code
                    $0.expiresAt = until.timestamp
                }))
    }

    private func refuse(_ command: RequestPairingCode, _ reason: String) async throws {
        try await bridge.report(
            .result(
                .with {
                    $0.commandId = command.commandId
                    $0.sessionId = command.sessionId
                    $0.epoch = command.epoch
                    $0.outcome = .error(
                        .with {
                            $0.reason = reason
                            $0.text = "the fake engine says so"
                        })
                }))
    }

    @Test func theSessionIsStartedAndTheCodeReachesWhoAsked() async throws {
        let asking = ask()
        let command = try await asked()
        #expect(command.phoneNumber == "+491511234567" && command.timeoutMs == 20_000 && command.epoch == 1)
        #expect(try await house.session(command.sessionId).status == .starting)
        try await show("ABCD-1234", command)
        let code = try await asking.value
        #expect(code.code == "ABCD-1234" && code.phoneNumber == "+491511234567" && code.sessionId == command.sessionId)
        #expect(code.expiresAt == (house.clock.now() + .seconds(160)).timestamp)
        let session = try await house.session(command.sessionId)
        #expect(session.status == .qrPending && session.statusReason == "pairing_code")
        #expect(session.statusDeadline == house.clock.now() + .seconds(180))
        #expect(house.engine.errands.count == 0)
        // It links the account: it is in no table.
        let traces = try await house.store.read { db in
            try db.scalar("SELECT count(*) FROM events WHERE instr(CAST(body AS BLOB), CAST('ABCD' AS BLOB)) > 0")
                ?? Int64(-1)
        }
        #expect(traces == 0)
        // The answer to the command says nothing more, and a code that nobody asked for does no harm.
        try await bridge.report(
            .result(
                .with {
                    $0.commandId = command.commandId
                    $0.sessionId = command.sessionId
                    $0.epoch = command.epoch
                    $0.outcome = .done(.init())
                }))
        try await show("LATE-1234", command)
        try await bridge.waitForConfirm()
    }

    @Test func eachCodeHasItsTimeAndThenTheSessionIsGivenUp() async throws {
        for _ in 0..<2 {
            let asking = ask()
            let command = try await asked()
            try await show("ABCD-1234", command)
            _ = try await asking.value
            try await house.pass(.seconds(100), bridge)
        }
        // 200 seconds after the first code, 100 after the second.
        let id = try await house.store.read { db in try db.sessions.list(limit: 1).first.found.id }
        #expect(try await house.session(id).status == .qrPending)
        try await house.pass(.seconds(90), bridge)
        let failed = try await house.session(id, becomes: .failed)
        #expect(failed.statusReason == "qr_timeout")
    }

    @Test func eachWhoAsksGetsTheCodeOfTheirNumber() async throws {
        let (first, second) = (ask("+491511111111"), ask("+491522222222"))
        let commands = [try await asked(), try await asked()]
        for command in commands.reversed() { try await show("C\(command.phoneNumber.suffix(4))", command) }
        #expect(try await first.value.code == "C1111")
        #expect(try await second.value.code == "C2222")
    }

    @Test func codesThatNobodyAskedForBuyNoTimeAndAreNoNews() async throws {
        let asking = ask()
        let command = try await asked()
        try await show("ABCD-1234", command)
        _ = try await asking.value
        func events() async throws -> Int64? {
            try await house.store.read { try $0.scalar("SELECT count(*) FROM events WHERE session_id <> 0") }
        }
        let (deadline, count) = (try await house.session(command.sessionId).statusDeadline, try await events())
        house.clock.advance(by: .seconds(10))
        for number in 0..<20 { try await show("CODE-\(number)", command) }
        try await bridge.waitForConfirm()
        #expect(try await house.session(command.sessionId).statusDeadline == deadline)
        #expect(try await events() == count)
    }

    @Test func aCodeThatABridgeDidNotKeepSaysNothing() async throws {
        let asking = ask()
        let command = try await asked()
        try await show("", command)
        try await bridge.waitForConfirm()
        #expect(house.engine.state.withLock { $0.dropped.isEmpty })
        #expect(try await house.session(command.sessionId).status == .starting)
        try await show("ABCD-1234", command)
        #expect(try await asking.value.code == "ABCD-1234")
    }

    @Test func theBridgesReasonIsTheAnswer() async throws {
        let asking = ask()
        let command = try await asked()
        try await refuse(command, "SESSION_RATE_LIMITED")
        let refused = await refusal { _ = try await asking.value }
        #expect(refused?.reason == "SESSION_RATE_LIMITED" && refused?.message == "the fake engine says so")
        let again = ask()
        let next = try await asked()
        #expect(next.commandId != command.commandId)
        try await refuse(next, "NONSENSE")
        #expect(await refusal { _ = try await again.value }?.reason == "ENGINE_ERROR")
    }

    @Test(arguments: ["silence", "the bridge dies", "the caller goes"])
    func whatEndsTheWaiting(how: String) async throws {
        let asking = ask()
        _ = try await asked()
        switch how {
        case "silence":
            try await house.pass(.seconds(21), bridge)
            #expect(await refusal { _ = try await asking.value }?.reason == "BRIDGE_UNAVAILABLE")
        case "the bridge dies":
            bridge.die()
            #expect(await refusal { _ = try await asking.value }?.reason == "BRIDGE_UNAVAILABLE")
        default:
            asking.cancel()
            _ = await asking.result
        }
        try await poll("nobody to wait") { house.engine.errands.count == 0 ? true : nil }
    }

    private func loseBridge() async throws {
        bridge.die()
        try await poll("the bridge to be gone") { house.engine.state.withLock { $0.links.isEmpty } ? true : nil }
    }

    private func waits(_ count: Int) async throws {
        try await poll("\(count) to wait for a bridge") {
            house.engine.state.withLock { $0.carrierWaits.count } == count ? true : nil
        }
    }

    @Test func aBridgeIsWaitedForByTheHousesClock() async throws {
        try await loseBridge()
        let (asking, other) = (ask(), ask())
        try await waits(2)
        house.clock.advance(by: .milliseconds(4_900))
        // Whoever has gone is not waited for.
        other.cancel()
        _ = await other.result
        try await waits(1)
        house.clock.advance(by: .milliseconds(200))
        let refused = await refusal { _ = try await asking.value }
        #expect(refused?.reason == "BRIDGE_UNAVAILABLE" && refused?.message == "No bridge carries the session.")
        try await waits(0)
    }

    @Test func aBridgeThatComesIsAskedBehindItsAssign() async throws {
        try await loseBridge()
        let asking = ask()
        try await waits(1)
        house.clock.advance(by: .milliseconds(4_900))
        let other = house.bridge("bridge-2", uid: 1_003)
        try await other.attach { $0.commands = ["pairing_code"] }
        let command = try await other.expect("RequestPairingCode behind Assign") { frame in
            if case .requestPairingCode(let command) = frame { command } else { nil }
        }
        let assigned = other.frames.compactMap { if case .assign(let assign) = $0.frame { assign } else { nil } }
        #expect(assigned.map(\.sessionId) == [command.sessionId])
        try await other.report(
            .pairingCode(
                .with {
                    $0.sessionId = command.sessionId
                    $0.epoch = command.epoch
                    $0.commandId = command.commandId
                    $0.code = "ABCD-1234"
                }))
        #expect(try await asking.value.code == "ABCD-1234")
        try await waits(0)
    }

    @Test func anotherBridgesWordDoesNotCount() async throws {
        let asking = ask()
        let command = try await asked()
        let stranger = house.bridge("stranger", uid: 1_003)
        try await stranger.attach(capacity: 0)
        try await stranger.report(
            .pairingCode(
                .with {
                    $0.sessionId = command.sessionId
                    $0.epoch = command.epoch
                    $0.commandId = command.commandId
                    $0.code = "EVIL-1234"
                }))
        try await stranger.waitForConfirm()
        try await show("ABCD-1234", command)
        #expect(try await asking.value.code == "ABCD-1234")
    }

    @Test func whatCannotBeLinkedIsRefusedAtOnce() async throws {
        for number in ["", "0151 1234567", "120363@g.us", "nobody"] {
            #expect(await refusal { _ = try await ask(number).value }?.reason == "VALIDATION_ERROR", "\(number)")
        }
        let eve = try await house.user("eve")
        #expect(await refusal { _ = try await ask(as: eve).value }?.reason == "NOT_FOUND")
        // A session that has the number, and one that is linked.
        _ = try await ada.link("first")
        let assign = try await bridge.nextAssign()
        try await bridge.state(assign, .connected, phone: "+491511234567")
        try await house.session(assign.sessionId, becomes: .connected)
        let taken = await refusal { _ = try await ask().value }
        #expect(taken?.reason == "NUMBER_ALREADY_LINKED" && taken?.message.contains("session first") == true)
        // Whether somebody else has it is not hers to know: it would be told to whoever asks.
        _ = try await eve.sessions.createSession(.with { $0.name = "main" })
        let asking = ask(as: eve)
        try await refuse(try await asked(), "SESSION_RATE_LIMITED")
        #expect(await refusal { _ = try await asking.value }?.reason == "SESSION_RATE_LIMITED")
        let linked = await refusal {
            _ = try await ada.sessions.requestPairingCode(
                .with {
                    $0.sessionId = assign.sessionId
                    $0.phoneNumber = "+491519999999"
                })
        }
        #expect(linked?.reason == "SESSION_BUSY")
    }

    @Test func anEngineThatCannotSaysSo() async throws {
        let other = try await DeliveryHouse()
        let line = try await other.connected()
        try await line.bridge.state(line.assign, .loggedOut)
        try await other.session(line.session, becomes: .loggedOut)
        let refused = await refusal {
            _ = try await line.ada.sessions.requestPairingCode(.with { $0.phoneNumber = "+491511234567" })
        }
        #expect(refused?.reason == "ENGINE_UNSUPPORTED")
    }

    @Test func whoAsksForAnothersCodeIsToldOf() async throws {
        let row = try await house.store.read { db in try db.sessions.list(limit: 1).first.found }
        let admin = house.admin
        let asking = Task {
            try await admin.sessions.requestPairingCode(
                .with {
                    $0.sessionId = row.id
                    $0.phoneNumber = "+491511234567"
                })
        }
        try await show("ABCD-1234", try await asked())
        _ = try await asking.value
        let entry = try await house.store.read { db in try db.audit.rows(after: 0, limit: 9).last }
        #expect(entry?.method == SessionsMethods.requestPairingCode.path && entry?.targetName == "main")
        #expect(!"\(String(describing: entry))".contains("ABCD"))
    }
}
