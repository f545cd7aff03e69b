// That nothing stands in a lane is known of a session that sends as it likes: it is not asked for at each look. What stands
// there all the same, because the session sent carefully before, goes out whatever made memory forget it.

import Codec
import Contract
import Services
import Store
import TestKit
import Testing

@Suite(.timeLimit(.minutes(1))) struct EmptyLanesTests {
    /// Puts a message into the lane of strangers, behind the engine's back.
    private func hide(_ line: Line, _ recipient: String) async throws -> Int64 {
        let user = try #require(line.ada.principal.userID)
        let now = line.house.clock.now()
        return try await line.house.store.write { db in
            let id = try db.messages.insert(
                MessageRecord(
                    userID: user, sessionID: line.session, status: .pending, recipient: recipient,
                    clientMessageID: recipient, createdAt: now, content: "x"))
            try db.messages.enter(.cold, id)
            return id
        }
    }

    /// A session whose lanes were looked at and found empty, and one message in them since.
    private func known() async throws -> (Line, hidden: Int64) {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        try await line.ada.send("first")
        try await line.bridge.deliver()
        try await house.rests(line.session)
        return (line, try await hide(line, "+491510000099"))
    }

    @Test func whoNeverSentCarefullyIsNotAskedForLanes() async throws {
        let (line, hidden) = try await known()
        try await line.ada.send("second")
        try await line.bridge.submit(try await line.bridge.nextSend())
        try await line.house.rests(line.session)
        let lane = try await line.house.store.read { db in try db.messages.first(9, in: .cold, of: line.session) }
        #expect(lane.map(\.id) == [hidden])
        #expect(line.bridge.waitingSends.isEmpty)
    }

    @Test func whoSentCarefullyAMomentAgoIs() async throws {
        let (line, hidden) = try await known()
        try await line.ada.set(line.session, .with { $0.pacing = .careful })
        try await line.ada.set(line.session, .with { $0.pacing = .fast })
        #expect(CommandID(rawValue: try await line.bridge.nextSend().commandId)?.messageID == hidden)
    }

    @Test func aRestartForgetsIt() async throws {
        let (line, hidden) = try await known()
        try await line.house.kill()
        line.bridge.die()
        line.bridge.dial(line.house.bridgeClient())
        try await line.bridge.attach(held: [SessionEpoch(line.assign)])
        #expect(CommandID(rawValue: try await line.bridge.nextSend().commandId)?.messageID == hidden)
    }

    @Test func soDoesAnotherBridge() async throws {
        let (line, hidden) = try await known()
        let second = line.house.bridge("bridge-2", uid: 1_003)
        try await second.attach()
        line.bridge.die()
        try await line.house.session(line.session, becomes: .disconnected)
        // The lease runs out.
        try await line.house.pass(.seconds(31), second)
        try await second.carry()
        #expect(CommandID(rawValue: try await second.nextSend().commandId)?.messageID == hidden)
    }

    @Test func whatStoodInALaneGoesBeforeWhatIsNewer() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(credit: 0)
        let hidden = try await hide(line, "+491510000099")
        // More than one look takes in.
        for number in 0..<20 { try await line.ada.send("\(number)", to: "+4915100001\(number + 10)") }
        try await line.bridge.say(.credit(.with { $0.n = 1 }))
        #expect(CommandID(rawValue: try await line.bridge.nextSend().commandId)?.messageID == hidden)
    }
}
