// What the store refuses to write, for once or for one row, holds up nothing else.

import Codec
import Contract
import Services
import Store
import TestKit
import Testing

@Suite(.timeLimit(.minutes(1))) struct BadRowTests {
    /// From now on a statement of this kind fails, until it is mended.
    private static func spoil(_ house: DeliveryHouse, _ what: String) async throws {
        _ = try await house.store.write { db in
            try db.execute("CREATE TRIGGER spoiled BEFORE \(what) BEGIN SELECT RAISE(ABORT, 'spoiled'); END")
        }
    }

    private static func mend(_ house: DeliveryHouse) async throws {
        _ = try await house.store.write { db in try db.execute("DROP TRIGGER spoiled") }
    }

    private static let told = "a row was set aside, for it could not be read or written"

    private static func tells(_ lines: LogLines) async throws {
        try await poll("the log") { lines.all.contains { $0.message == told } ? true : nil }
    }

    /// What is written where a row cannot be read.
    private static func hold(_ house: DeliveryHouse, _ message: Int64) async throws -> String? {
        try await house.store.read { db in
            try db.scalar("SELECT hold_reason FROM messages WHERE id = ?", message, as: String.self)
        }
    }

    @Test func aBridgeWhoseRowCannotBeWrittenStillLosesItsSessionsAndMayComeBack() async throws {
        let lines = LogLines()
        let house = try await DeliveryHouse(logger: lines.logger)
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        _ = try await line.bridge.nextSend()
        try await Self.spoil(house, "UPDATE OF status ON bridges WHEN NEW.name = 'bridge-1'")
        line.bridge.die()
        #expect(try await house.session(line.session, becomes: .disconnected).leaseExpiresAt != nil)
        try await house.message(message.id, becomes: .unknown)
        try await Self.tells(lines)
        try await Self.mend(house)
        try await line.bridge.attach(held: [SessionEpoch(line.assign)])
        try await house.session(line.session, becomes: .connected)
    }

    @Test func aSessionThatCanNeverBeWrittenKeepsNeitherItsBridgeNorOtherSessionsAway() async throws {
        let lines = LogLines()
        let house = try await DeliveryHouse(logger: lines.logger)
        let line = try await house.connected()
        _ = try await line.ada.link("other")
        let other = try await line.bridge.carry()
        try await house.session(other.sessionId, becomes: .connected)
        try await Self.spoil(house, "UPDATE OF status ON sessions WHEN OLD.id = \(line.session)")
        line.bridge.die()
        try await house.session(other.sessionId, becomes: .disconnected)
        let spoiled = try await house.session(line.session)
        #expect(spoiled.status == .connected)
        #expect(spoiled.leaseExpiresAt != nil, "its lease ends even so")
        #expect(!spoiled.lastError.isEmpty, "operators see why it is as it is")
        try await Self.tells(lines)
        // It is carried by nobody, as far as can be told; what can be kept is.
        let welcome = try await line.bridge.attach(held: [SessionEpoch(line.assign), SessionEpoch(other)])
        #expect(welcome.kept.contains(SessionEpoch(other)))
        try await house.session(other.sessionId, becomes: .connected)
    }

    @Test func aSessionThatCannotBeReadIsNoReasonToRefuseItsBridgeOrNotToStart() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        _ = try await line.ada.link("other")
        let other = try await line.bridge.carry()
        try await house.session(other.sessionId, becomes: .connected)
        _ = try await house.store.write { db in
            try db.execute("UPDATE sessions SET status = 77 WHERE id = ?", line.session)
        }
        line.bridge.die()
        try await house.session(other.sessionId, becomes: .disconnected)
        let welcome = try await line.bridge.attach(held: [SessionEpoch(line.assign), SessionEpoch(other)])
        #expect(welcome.kept == [SessionEpoch(other)])
        #expect(welcome.drop == [SessionEpoch(line.assign)])
    }

    @Test(arguments: ["a damaged row", "a row that cannot be written"])
    func aMessageThatCannotBeServedHoldsUpNoOther(fault: String) async throws {
        let lines = LogLines()
        let house = try await DeliveryHouse(logger: lines.logger)
        let line = try await house.connected(credit: 0)
        let bad = try await line.ada.send("one", to: "+491511000001")
        let good = try await line.ada.send("two", to: "+491511000002")
        if fault == "a damaged row" {
            _ = try await house.store.write { db in
                try db.execute("UPDATE messages SET kind = 77 WHERE id = ?", bad.id)
            }
        } else {
            try await Self.spoil(house, "UPDATE OF status ON messages WHEN OLD.id = \(bad.id)")
        }
        try await line.bridge.say(.credit(.with { $0.n = 10 }))
        #expect(try await line.bridge.nextSend().clientMessageId == good.clientMessageId)
        try await house.message(good.id, becomes: .dispatched)
        #expect(try await Self.hold(house, bad.id) == "storage_fault")
        try await Self.tells(lines)
        guard fault != "a damaged row" else { return }
        #expect(try await house.message(bad.id).nextTryAt != nil)
        // Once it can be written its owner need not wait for the hour to pass.
        try await Self.mend(house)
        _ = try await line.ada.messages.retryMessage(.with { $0.id = bad.id })
        #expect(try await line.bridge.nextSend().clientMessageId == bad.clientMessageId)
    }

    @Test(arguments: ["a damaged row", "a row that cannot be written"])
    func whatIsUnderWayIsLostAndFoundOutAboutBesideSuchAMessage(fault: String) async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let bad = try await line.ada.send("one", to: "+491511000001")
        let good = try await line.ada.send("two", to: "+491511000002")
        for _ in 0..<2 { _ = try await line.bridge.nextSend() }
        if fault == "a damaged row" {
            _ = try await house.store.write { db in
                try db.execute("UPDATE messages SET kind = 77 WHERE id = ?", bad.id)
            }
        } else {
            try await Self.spoil(house, "UPDATE OF status ON messages WHEN OLD.id = \(bad.id)")
        }
        line.bridge.die()
        try await house.message(good.id, becomes: .unknown)
        #expect(try await Self.hold(house, bad.id) == "storage_fault")
        try await line.bridge.attach(held: [SessionEpoch(line.assign)])
        #expect(try await line.bridge.nextSend().clientMessageId == good.clientMessageId)
    }

    @Test func anAckIsMissedBesideAMessageThatCannotBeRead() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let bad = try await line.ada.send("one", to: "+491511000001")
        let good = try await line.ada.send("two", to: "+491511000002")
        for _ in 0..<2 { try await line.bridge.submit(try await line.bridge.nextSend()) }
        for message in [bad, good] { try await house.message(message.id, becomes: .submitted) }
        _ = try await house.store.write { db in
            try db.execute("UPDATE messages SET kind = 77 WHERE id = ?", bad.id)
        }
        for _ in 0..<50 where line.bridge.waitingSends.isEmpty {
            try await house.pass(.seconds(10), line.bridge)
            try await house.settle()
        }
        // Nobody has confirmed it: it goes out once more, under its id.
        let again = try await line.bridge.nextSend()
        #expect(again.clientMessageId == good.clientMessageId && again.attempt == 2)
    }
}
