// The wall clock is set, by an operator or by the network: lengths of time stay as long as they are.

import Codec
import Contract
import Services
import Store
import TestKit
import Testing

@Suite(.timeLimit(.minutes(1))) struct ClockSetTests {
    private let house: DeliveryHouse
    private let line: Line

    init() async throws {
        house = try await DeliveryHouse()
        line = try await house.connected()
    }

    private func set(by step: Duration) { house.clock.setWall(house.clock.now() + step) }

    /// Time passes in small steps, with bridges that are heard, until nothing is left to do.
    private func pass(_ seconds: Int, _ bridge: FakeBridge) async throws {
        for _ in 0..<(seconds / 5) {
            house.clock.advance(by: .seconds(5))
            try await bridge.say(.heartbeat(.init()))
            try await house.settle()
        }
    }

    @Test func setBackItDelaysNoFailover() async throws {
        let second = house.bridge("bridge-2")
        try await second.attach()
        line.bridge.die()
        try await house.session(line.session, becomes: .disconnected)
        set(by: .seconds(-3_600))
        try await pass(50, second)
        #expect(try await second.nextAssign().epoch == 2)
    }

    @Test func setForthItEndsNoLease() async throws {
        let second = house.bridge("bridge-2")
        try await second.attach()
        line.bridge.die()
        try await house.session(line.session, becomes: .disconnected)
        set(by: .seconds(3_600))
        try await pass(15, second)
        #expect(try await house.session(line.session).holderName == "bridge-1")
        try await pass(30, second)
        #expect(try await second.nextAssign().epoch == 2)
    }

    @Test(arguments: [-3_600, 3_600]) func aSessionWaitsAsLongAsEver(step: Int) async throws {
        try await line.bridge.state(line.assign, .disconnected)
        try await house.session(line.session, becomes: .disconnected)
        set(by: .seconds(step))
        try await pass(280, line.bridge)
        #expect(try await house.session(line.session).epoch == 1)
        try await pass(40, line.bridge)
        #expect(try await house.session(line.session).epoch == 2)
    }

    @Test func setForthItBringsWhatIsDueByThen() async throws {
        let moment = house.clock.now() + .seconds(1_800)
        let message = try await line.ada.messages.sendText(
            .with {
                $0.recipient = "+491511234567"
                $0.message = "later"
                $0.scheduledAt = moment.timestamp
            })
        try await pass(10, line.bridge)
        #expect(try await house.message(message.id).status == .scheduled)
        set(by: .seconds(3_600))
        try await pass(15, line.bridge)
        #expect(try await line.bridge.nextSend().clientMessageId == message.clientMessageId)
    }

    @Test func setBackItDelaysNoRetry() async throws {
        try await line.ada.send("one")
        let first = try await line.bridge.nextSend()
        try await line.bridge.fail(first, "ENGINE_ERROR")
        try await line.bridge.waitForConfirm()
        set(by: .seconds(-3_600))
        try await pass(20, line.bridge)
        #expect(try await line.bridge.nextSend().attempt == 2)
    }
}
