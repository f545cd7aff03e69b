// What a send is told of its session's pace: what the dispatcher saw last, and nothing once it sends at another pace.

import Contract
import Store
import TestKit
import Testing

@testable import Services

@Suite struct PaceSeenTests {
    @Test func aLookThatWasUnderWayWhenThePaceChangedIsNotTold() {
        let link = BridgeLink(id: 1, credential: "uid:0", hello: Hello(), token: "", configuration: .init())
        var session = SessionRecord(userID: 1, name: "main", createdAt: Instant(microseconds: 0))
        session.id = 7
        session.isWanted = true
        session.status = .connected
        session.pacing = .careful
        session.epoch = 1
        let turn = Dispatch.Turn(sessionID: 7, epoch: 1, limit: 1)
        var seen = Dispatch.Outcome(sessionID: 7)
        seen.pace = PaceSeen(session: session, record: PacingRecord(sessionID: 7), pacer: Pacer())
        link.learn(session)
        link.handedOut([turn], [seen], at: .zero)
        #expect(link.markReady(7) != nil)
        session.pacing = .fast
        link.learn(session)
        #expect(link.markReady(7) == nil)
        link.handedOut([turn], [seen], at: .zero)
        #expect(link.markReady(7) == nil)
    }
}
