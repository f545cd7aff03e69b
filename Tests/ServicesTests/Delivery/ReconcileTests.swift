// Many sessions are looked at in one job, and much of one session in several.

import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite struct ReconcileTests {
    @Test(.timeLimit(.minutes(1))) func aJobLooksAtSoManyMessagesAndGoesOnWhereItStopped() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        var messages: [Message] = []
        for number in 1...5 { messages.append(try await line.ada.send("text", to: "+49151000000\(number)")) }
        for _ in messages { _ = try await line.bridge.nextSend() }
        line.bridge.die()
        for message in messages { try await house.message(message.id, becomes: .unknown) }

        let session = try #require(try await house.store.read { try $0.sessions.get(line.session) })
        let job = Reconcile(
            reporter: .init(bridgeID: session.holderID, name: "bridge-1", repeatsAreSafe: true),
            messages: house.engine.messages, now: house.clock.now(), batch: 2)
        var left: [Reconcile.Part] = [
            .init(sessionID: 999, epoch: 1), .init(sessionID: line.session, epoch: session.epoch),
            .init(sessionID: line.session, epoch: session.epoch + 1),
        ]
        var rounds: [[Int64]] = []
        while !left.isEmpty, rounds.count < 9 {
            let before = left
            left = try await house.store.write { try job.run(before, in: $0) }
            rounds.append(left.map(\.epoch))
        }
        let (now, later) = (session.epoch, session.epoch + 1)
        #expect(rounds == [[now, later], [now, later], []])
        for message in messages { #expect(try await house.message(message.id).status == .pending) }
    }

    @Test(.timeLimit(.minutes(1))) func whatManySessionsLostGoesOutAgain() async throws {
        let house = try await DeliveryHouse { $0.reconcileBatch = 2 }
        let ada = try await house.user()
        let bridge = house.bridge()
        try await bridge.attach(credit: 100)
        var lost: Set<String> = []
        for name in ["one", "two", "three", "four", "five"] {
            _ = try await ada.link(name)
            try await house.session(try await bridge.carry().sessionId, becomes: .connected)
            lost.insert(try await ada.send("text", session: name).clientMessageId)
            _ = try await bridge.nextSend()
        }
        bridge.die()
        try await bridge.attach(instance: "instance-2", credit: 100)
        for _ in lost { try await bridge.carry() }
        var again: Set<String> = []
        for _ in lost { again.insert(try await bridge.nextSend().clientMessageId) }
        #expect(again == lost)
    }
}
