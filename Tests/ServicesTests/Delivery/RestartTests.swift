// rpcd dies at any moment and starts again on the same files; bridges find it again.

import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite struct RestartTests {
    @Test(.timeLimit(.minutes(1))) func whatWasHandedOutBeforeIsFoundOutAndNothingIsLost() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(credit: 3)
        var ids: [Int64: String] = [:]
        for number in 0..<8 {
            let message = try await line.ada.send("\(number)", to: "+49151000000\(number)")
            ids[message.id] = message.clientMessageId
        }
        let sends = [
            try await line.bridge.nextSend(), try await line.bridge.nextSend(), try await line.bridge.nextSend(),
        ]
        try await line.bridge.submit(sends[0])
        try await line.bridge.waitForConfirm()
        try await house.kill()
        line.bridge.die()

        let unknown = try await house.store.read { db in try db.messages.list(MessageFilter(status: .unknown), limit: 9)
        }
        #expect(Set(unknown.map(\.clientMessageID)) == [sends[1].clientMessageId, sends[2].clientMessageId])
        let session = try await house.session(line.session)
        #expect(session.status == .disconnected && session.statusReason == "bridge_lost" && session.holderID != 0)
        #expect(try await house.timeline(try unknown.first.found.id).last?.cause == "server_restarted")

        // The bridge lived on: it submitted one of them meanwhile.
        let bridge = line.bridge
        bridge.dial(house.bridgeClient())
        bridge.note(FakeBridge.submitted(sends[1]))
        let welcome = try await bridge.attach(held: [SessionEpoch(line.assign)])
        #expect(welcome.kept == [SessionEpoch(line.assign)])
        #expect(welcome.confirmedSeq == bridge.nextSeq - 2)
        try await house.session(line.session, becomes: .connected)
        var seen: [String: Int32] = [:]
        for _ in 0..<6 {
            let send = try await bridge.nextSend()
            seen[send.clientMessageId] = send.attempt
        }
        #expect(seen[sends[2].clientMessageId] == 2)
        #expect(seen[sends[0].clientMessageId] == nil && seen[sends[1].clientMessageId] == nil)
        #expect(Set(seen.keys).union([sends[0].clientMessageId, sends[1].clientMessageId]) == Set(ids.values))
    }

    @Test(.timeLimit(.minutes(1))) func aLeaseIsUnknownAfterAStartAndNotFree() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        // Down for longer than a lease.
        try await house.kill()
        line.bridge.die()
        let second = house.bridge("bridge-2")
        try await second.attach()
        try await house.pass(.seconds(25), second)
        #expect(second.frames.isEmpty)
        try await house.pass(.seconds(7), second)
        #expect(try await second.nextAssign().epoch == 2)
    }

    @Test(.timeLimit(.minutes(1))) func repeatedDeathsLoseNothing() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(credit: 4)
        var accepted: Set<String> = []
        var delivered: [String: Int] = [:]
        let bridge = line.bridge
        let held = [SessionEpoch(line.assign)]
        var random = Xorshift(7)
        for round in 0..<6 {
            for number in 0..<10 {
                let message = try await line.ada.send("\(round)/\(number)", to: "+4915100000\(10 + number % 4)")
                accepted.insert(message.clientMessageId)
            }
            for _ in 0..<Int(random.next() % 4) {
                while bridge.waitingSends.isEmpty { try await house.pass(.seconds(1), bridge) }
                let send = try await bridge.nextSend()
                if random.next() % 2 == 0 {
                    delivered[send.clientMessageId, default: 0] += 1
                    try await bridge.submit(send)
                    try await bridge.ack(send, .delivered)
                }
            }
            try await bridge.waitForConfirm()
            try await house.kill()
            bridge.die()
            bridge.dial(house.bridgeClient())
            let welcome = try await bridge.attach(held: held, credit: 4)
            #expect(welcome.kept == held)
            try await house.session(line.session, becomes: .connected)
        }
        try await bridge.say(.credit(.with { $0.n = 1000 }))
        while delivered.count < accepted.count {
            while bridge.waitingSends.isEmpty { try await house.pass(.seconds(1), bridge) }
            let send = try await bridge.nextSend()
            delivered[send.clientMessageId, default: 0] += 1
            try await bridge.submit(send)
            try await bridge.ack(send, .delivered)
        }
        #expect(Set(delivered.keys) == accepted)
        #expect(delivered.values.allSatisfy { $0 == 1 }, "a confirmed one was sent again")
        try await poll("all to be delivered") {
            let counts = try await house.store.read { db in try db.messages.countsByStatus() }
            return counts[.delivered] == Int64(accepted.count) ? true : nil
        }
    }

    @Test(.timeLimit(.minutes(1))) func aDrainTakesTheLastFactsAndEndsStreamsWell() async throws {
        // Longer than the test needs: the stream ends as soon as all is said.
        let house = try await DeliveryHouse { $0.drain = .seconds(20) }
        let line = try await house.connected()
        let first = try await line.ada.send("one", to: "+491510000001")
        let send = try await line.bridge.nextSend()
        async let drained: Void = house.engine.drain()
        let reason = try await line.bridge.expect("Drain") { frame in
            if case .drain(let drain) = frame { drain.reason } else { nil }
        }
        #expect(reason == "shutdown")
        // Nothing new is given while it finishes.
        try await line.ada.send("two", to: "+491510000002")
        try await line.bridge.submit(send)
        #expect(try await line.bridge.ending() == nil)
        await drained
        #expect(line.bridge.confirmedSeq == line.bridge.nextSeq - 1)
        #expect(line.bridge.waitingSends.isEmpty)
        #expect(try await house.message(first.id).status == .submitted)
        let error = await #expect(throws: RPCError.self) { try await house.bridge("late").attach() }
        #expect(error?.reason == "SHUTTING_DOWN")
        #expect(house.engine.bridgeCount == 0)
    }

    @Test(.timeLimit(.minutes(1))) func aDrainDoesNotWaitForABridgeThatDoesNotFinish() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        _ = try await line.bridge.nextSend()
        let began = ContinuousClock.now
        await house.engine.drain()
        #expect(ContinuousClock.now - began < .seconds(3))
        #expect(try await house.message(message.id).status == .unknown)
    }
}
