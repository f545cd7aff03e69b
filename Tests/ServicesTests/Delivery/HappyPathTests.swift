// From acceptance to a receipt, with nothing going wrong.

import Codec
import Contract
import Services
import Store
import TestKit
import Testing

@Suite struct DeliveryHappyPathTests {
    @Test(.timeLimit(.minutes(1))) func aTextGoesOutAndComesBackDelivered() async throws {
        let house = try await DeliveryHouse()
        let ada = try await house.user()
        let bridge = house.bridge()
        let welcome = try await bridge.attach()
        #expect(welcome.kept.isEmpty && welcome.drop.isEmpty && welcome.confirmedSeq == 0)
        #expect(welcome.heartbeatIntervalMs == 10_000)
        #expect(welcome.token.utf8.count == 64)

        let session = try await ada.link()
        #expect(session.status == .starting)
        let assign = try await bridge.carry()
        #expect(assign.sessionId == session.id && assign.epoch == 1 && assign.name == "default")
        try await house.session(session.id, becomes: .connected)

        let message = try await ada.send("Hello")
        #expect(message.status == .pending)
        let send = try await bridge.nextSend()
        #expect(send.clientMessageId == message.clientMessageId)
        #expect(send.recipient == "+491511234567")
        #expect(send.kind == .text(.with { $0.body = "Hello" }))
        #expect(send.attempt == 1)
        try await house.message(message.id, becomes: .dispatched)
        try await bridge.submit(send)
        try await house.message(message.id, becomes: .submitted)
        try await bridge.ack(send, .server)
        try await bridge.ack(send, .delivered)
        let delivered = try await house.message(message.id, becomes: .delivered)
        #expect(delivered.providerMessageID == message.clientMessageId)
        #expect(delivered.sentAt != nil && delivered.deliveredAt != nil)
        try await bridge.ack(send, .read)
        try await house.message(message.id, becomes: .read)
        try await bridge.waitForConfirm()

        let timeline = try await house.timeline(message.id)
        #expect(timeline.map(\.to) == [.pending, .dispatched, .submitted, .sent, .delivered, .read])
        #expect(timeline.map(\.cause) == ["accepted", "handed_to_bridge", "result", "ack", "ack", "ack"])
        #expect(timeline.dropFirst().allSatisfy { $0.bridge == "bridge-1" && $0.attempt == 1 })
    }

    @Test(.timeLimit(.minutes(1))) func whatWasAcceptedBeforeTheSessionConnectsGoesOutThen() async throws {
        let house = try await DeliveryHouse()
        let ada = try await house.user()
        let bridge = house.bridge()
        try await bridge.attach()
        let session = try await ada.link()
        let assign = try await bridge.carry()
        try await house.session(session.id, becomes: .connected)
        try await bridge.state(assign, .disconnected, reason: "stream:error")
        try await house.session(session.id, becomes: .disconnected)
        let message = try await ada.send("later")
        #expect(message.holdReason == "session_not_connected")
        try await bridge.state(assign, .connected)
        let send = try await bridge.deliver()
        #expect(send.clientMessageId == message.clientMessageId)
        try await house.message(message.id, becomes: .delivered)
    }

    @Test(.timeLimit(.minutes(1))) func manyMessagesGoOutEachOnceAndInOrderPerRecipient() async throws {
        let house = try await DeliveryHouse { $0.dispatchBatch = 7 }
        let ada = try await house.user()
        let bridge = house.bridge()
        try await bridge.attach(credit: 13)
        _ = try await ada.link()
        try await bridge.carry()
        try await house.session(1, becomes: .connected)
        var accepted: [String: [String]] = [:]
        for number in 0..<120 {
            let recipient = "+4915112345\(100 + number % 9)"
            let message = try await ada.send("text \(number)", to: recipient)
            accepted[recipient, default: []].append(message.clientMessageId)
        }
        var sent: [String: [String]] = [:]
        var open: [String: Int] = [:]
        for _ in 0..<120 {
            let send = try await bridge.nextSend()
            sent[send.recipient, default: []].append(send.clientMessageId)
            open[send.recipient, default: 0] += 1
            // Never two under way to one recipient.
            #expect(open[send.recipient] == 1)
            open[send.recipient, default: 0] -= 1
            try await bridge.submit(send)
            try await bridge.say(.credit(.with { $0.n = 1 }))
        }
        #expect(sent == accepted)
        try await bridge.waitForConfirm()
        #expect(bridge.waitingSends.isEmpty)
        let counts = try await house.store.read { db in try db.messages.countsByStatus() }
        #expect(counts == [.submitted: 120])
    }

    @Test(.timeLimit(.minutes(1))) func anAckThatOvertakesTheAnswerIsHeeded() async throws {
        let house = try await DeliveryHouse()
        let ada = try await house.user()
        let bridge = house.bridge()
        try await bridge.attach()
        _ = try await ada.link()
        try await bridge.carry()
        try await house.session(1, becomes: .connected)
        let message = try await ada.send("fast")
        let send = try await bridge.nextSend()
        try await bridge.ack(send, .delivered)
        try await house.message(message.id, becomes: .delivered)
        try await bridge.submit(send)
        try await bridge.ack(send, .server)
        try await bridge.waitForConfirm()
        let after = try await house.message(message.id)
        #expect(after.status == .delivered)
        #expect(after.sentAt != nil, "an ack out of order still says when it was sent")
    }

    @Test(.timeLimit(.minutes(1))) func withAnEngineThatChoosesItsOwnIDsAnEarlyAckWaitsForTheID() async throws {
        let house = try await DeliveryHouse()
        let ada = try await house.user()
        let bridge = house.bridge(engine: "whatsapp-web.js")
        try await bridge.attach()
        try await ada.set(try await ada.link().id, .with { $0.pacing = .fast })
        try await bridge.carry()
        try await house.session(1, becomes: .connected)
        let message = try await ada.send("fast")
        let send = try await bridge.nextSend()
        try await bridge.ack(send, .delivered, as: "true_4915_ABC")
        try await bridge.waitForConfirm()
        #expect(try await house.message(message.id).status == .dispatched)
        try await bridge.submit(send, as: "true_4915_ABC")
        let after = try await house.message(message.id, becomes: .delivered)
        #expect(after.providerMessageID == "true_4915_ABC")
    }

    @Test(.timeLimit(.minutes(1))) func whatComesInIsStoredOnceAndConfirmedWhenItIsDurable() async throws {
        let house = try await DeliveryHouse()
        let ada = try await house.user()
        let bridge = house.bridge()
        try await bridge.attach()
        let session = try await ada.link()
        let assign = try await bridge.carry()
        let incoming = Incoming.with {
            $0.sessionId = assign.sessionId
            $0.epoch = assign.epoch
            $0.providerMessageId = "IN1"
            $0.fromPhone = "+491709999999"
            $0.kind = "text"
            $0.text = "Guten Tag"
        }
        try await bridge.report(.incoming(incoming))
        try await bridge.report(.incoming(incoming))
        try await bridge.waitForConfirm()
        let list = try await ada.messages.listMessages(.with { $0.direction = .inbound })
        #expect(list.messages.count == 1)
        let message = try list.messages.first.found
        #expect(message.sender == "+491709999999" && message.content == "Guten Tag" && message.sessionId == session.id)
        #expect(message.recipient.isEmpty)
        let events = try await house.store.read { db in try db.events.list(after: 0, limit: 100).events }
        #expect(events.filter { $0.type == "message.received" }.count == 1)
    }

    @Test(.timeLimit(.minutes(1))) func bridgesAreListedWithWhatTheyCarry() async throws {
        let house = try await DeliveryHouse()
        let ada = try await house.user()
        let bridge = house.bridge()
        try await bridge.attach(capacity: 3, credit: 5)
        _ = try await ada.link()
        try await bridge.carry()
        try await bridge.say(.heartbeat(.with { $0.rss = 77 }))
        try await bridge.waitForConfirm()
        let admin = BridgeClient(house.client(as: Services.Principal(kind: .operator, role: .admin, uid: 0)))
        let listed = try await poll("the heartbeat to be seen") { () -> Bridge? in
            let bridges = try await admin.listBridges(.init()).bridges
            // What is set aside for a look at the outbox comes back.
            return bridges.first { $0.rss == 77 && $0.credit == 5 }
        }
        #expect(listed.name == "bridge-1" && listed.identity == "uid:1002" && listed.status == .attached)
        #expect(listed.capacity == 3 && listed.sessions == 1 && listed.credit == 5)
        #expect(house.engine.bridgeCount == 1)
        #expect(try await house.engine.leaseCount() == 1)
        bridge.die()
        let lost = try await poll("the bridge to be seen as gone") { () -> Bridge? in
            let bridges = try await admin.listBridges(.init()).bridges
            return bridges.first { $0.status == .lost }
        }
        #expect(lost.sessions == 1)
    }
}
