import Contract
import Store
import TestKit
import Testing

@testable import Services

@Suite struct PlacementTests {
    private typealias Candidate = Placement.Candidate

    @Test func theEngineHasToMatch() {
        let bridges = [
            Candidate(bridgeID: 1, engine: "simulator", room: 9), Candidate(bridgeID: 2, engine: "baileys", room: 1),
        ]
        #expect(Placement.choose(engine: "baileys", lastHolder: 1, among: bridges) == 2)
        #expect(Placement.choose(engine: "whatsapp-web.js", lastHolder: 1, among: bridges) == nil)
        #expect(Placement.choose(engine: "", lastHolder: 0, among: bridges) == 1)
    }

    @Test func theLastHolderComesBeforeTheOneWithMostRoom() {
        let bridges = [
            Candidate(bridgeID: 1, engine: "simulator", room: 9), Candidate(bridgeID: 2, engine: "simulator", room: 1),
        ]
        #expect(Placement.choose(engine: "simulator", lastHolder: 2, among: bridges) == 2)
        #expect(Placement.choose(engine: "simulator", lastHolder: 3, among: bridges) == 1)
    }

    @Test func aFullBridgeGetsNothing() {
        let full = [
            Candidate(bridgeID: 1, engine: "simulator", room: 0), Candidate(bridgeID: 2, engine: "simulator", room: -3),
        ]
        #expect(Placement.choose(engine: "", lastHolder: 1, among: full) == nil)
        #expect(Placement.choose(engine: "", lastHolder: 0, among: []) == nil)
    }

    @Test func equalOnesAreChosenInAFixedOrder() {
        let bridges = (1...5).map { Candidate(bridgeID: $0, engine: "simulator", room: 3) }
        #expect(Placement.choose(engine: "", lastHolder: 0, among: bridges) == 1)
        #expect(Placement.choose(engine: "", lastHolder: 0, among: bridges.reversed()) == 1)
    }

    /// It said for ever that its bridge was lost, though that had not been what it waited for since its lease was over.
    @Test(.timeLimit(.minutes(1))) func aSessionThatNoBridgeHasRoomForSaysSoWhenItsLeaseIsOver() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        line.bridge.die()
        #expect(try await house.session(line.session, becomes: .disconnected).statusReason == "bridge_lost")
        for _ in 0..<4 {
            try await house.pass(.seconds(8))
            try await house.settle()
        }
        let waiting = try await poll("what it waits for") {
            let session = try await house.session(line.session)
            return session.statusReason == "no_bridge" ? session : nil
        }
        #expect(waiting.status == .disconnected && waiting.isWanted && waiting.isLinked && waiting.holderID == 0)
        // The next one takes it up.
        let second = house.bridge("bridge-2")
        try await second.attach()
        #expect(try await second.carry().sessionId == line.session)
        try await house.session(line.session, becomes: .connected)
    }
}
