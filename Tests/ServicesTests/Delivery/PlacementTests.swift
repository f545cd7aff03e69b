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
}
