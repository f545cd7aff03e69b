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

    @Test func whatABridgeLeftBehindIsWrittenAsSoonAsItCanBe() async throws {
        let lines = LogLines()
        let house = try await DeliveryHouse(logger: lines.logger)
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        _ = try await line.bridge.nextSend()
        try await Self.spoil(house, "UPDATE OF status ON bridges WHEN NEW.name = 'bridge-1'")
        line.bridge.die()
        try await poll("the failure") {
            lines.all.contains { $0.message == "what a bridge left behind was not written" } ? true : nil
        }
        #expect(try await house.session(line.session).status == .connected)
        try await Self.mend(house)
        #expect(try await house.session(line.session, becomes: .disconnected).leaseExpiresAt != nil)
        try await house.message(message.id, becomes: .unknown)
        try await line.bridge.attach(held: [SessionEpoch(line.assign)])
        try await house.session(line.session, becomes: .connected)
    }
}
