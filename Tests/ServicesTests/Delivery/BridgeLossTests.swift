// Bridges go away in the middle of sends and come back, or others come: nothing is lost, nothing is sent blindly.

import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite struct BridgeLossTests {
    @Test(.timeLimit(.minutes(1))) func theSameProcessComesBackAndAnswersWhatItWasGiven() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let first = try await line.ada.send("one", to: "+491511111111")
        let second = try await line.ada.send("two", to: "+491512222222")
        let sends = [try await line.bridge.nextSend(), try await line.bridge.nextSend()]
        let submitted = try sends.first { $0.clientMessageId == first.clientMessageId }.found
        line.bridge.die()
        try await house.message(first.id, becomes: .unknown)
        let lost = try await house.session(line.session, becomes: .disconnected)
        #expect(lost.statusReason == "bridge_lost" && lost.isWanted)
        #expect(try await house.timeline(first.id).last?.cause == "bridge_lost")

        // It was submitted while nobody was there to be told.
        line.bridge.note(FakeBridge.submitted(submitted))
        let welcome = try await line.bridge.attach(held: [SessionEpoch(line.assign)])
        #expect(welcome.kept == [SessionEpoch(line.assign)])
        try await house.message(first.id, becomes: .submitted)
        let back = try await house.session(line.session, becomes: .connected)
        #expect(back.epoch == 1)
        // Of the other one nothing was heard: the same message goes out again.
        let again = try await line.bridge.nextSend()
        #expect(again.clientMessageId == second.clientMessageId && again.attempt == 2 && again.epoch == 1)
        #expect(try await house.timeline(second.id).map(\.cause).contains("same_id_is_safe"))
        try await line.bridge.submit(again)
        try await house.message(second.id, becomes: .submitted)
        #expect(line.bridge.waitingSends.isEmpty)
    }

    @Test(.timeLimit(.minutes(1))) func aNewProcessOfTheSameBridgeGetsTheSessionAtOnceAtANewEpoch() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        _ = try await line.bridge.nextSend()
        line.bridge.die()
        try await house.message(message.id, becomes: .unknown)
        try await line.bridge.attach(instance: "instance-2")
        let assign = try await line.bridge.carry()
        #expect(assign.epoch == 2 && assign.linked && assign.phoneNumber == "+491510000000")
        let again = try await line.bridge.deliver()
        #expect(again.clientMessageId == message.clientMessageId && again.attempt == 2 && again.epoch == 2)
        let after = try await house.message(message.id, becomes: .delivered)
        #expect(after.attempts == 2)
    }

    @Test(.timeLimit(.minutes(1))) func whatWasSubmittedAndNeverConfirmedIsSentOnceMoreUnderItsID() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        let send = try await line.bridge.nextSend()
        try await line.bridge.submit(send)
        try await house.message(message.id, becomes: .submitted)
        line.bridge.die()
        try await house.session(line.session, becomes: .disconnected)
        #expect(try await house.message(message.id).status == .submitted)
        try await line.bridge.attach(instance: "instance-2")
        try await line.bridge.carry()
        let again = try await line.bridge.deliver()
        #expect(again.clientMessageId == message.clientMessageId)
        try await house.message(message.id, becomes: .delivered)
    }

    @Test(.timeLimit(.minutes(1))) func anotherBridgeTakesOverWhenTheLeaseIsOverAndNotBefore() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        let old = try await line.bridge.nextSend()
        let second = house.bridge("bridge-2")
        try await second.attach()
        line.bridge.die()
        try await house.session(line.session, becomes: .disconnected)
        try await house.pass(.seconds(28), second)
        #expect(try await house.session(line.session).holderName == "bridge-1")
        #expect(second.frames.isEmpty)
        try await house.pass(.seconds(4), second)
        let assign = try await second.carry()
        #expect(assign.epoch == 2)
        let again = try await second.deliver()
        #expect(again.clientMessageId == message.clientMessageId && again.attempt == 2)
        try await house.message(message.id, becomes: .delivered)
        #expect(try await house.session(line.session).holderName == "bridge-2")

        // The first one comes back, and is told that it lost the session.
        let welcome = try await line.bridge.attach(held: [SessionEpoch(line.assign)])
        #expect(welcome.kept.isEmpty && welcome.drop == [SessionEpoch(line.assign)])
        // What it says of the old epoch counts only where it is a success.
        try await line.bridge.state(line.assign, .loggedOut)
        try await line.bridge.fail(old, "ENGINE_ERROR")
        try await line.bridge.waitForConfirm()
        #expect(try await house.session(line.session).status == .connected)
        #expect(try await house.message(message.id).status == .delivered)
        #expect((house.engine.droppedFacts[.oldEpoch] ?? 0) >= 2)
    }

    @Test(.timeLimit(.minutes(1))) func aLateSuccessOfAnOldEpochStopsTheRepeat() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        let old = try await line.bridge.nextSend()
        line.bridge.die()
        try await house.message(message.id, becomes: .unknown)
        let second = house.bridge("bridge-2")
        try await second.attach()
        try await house.pass(.seconds(31), second)
        // It is assigned and does not connect yet, so nothing is repeated yet.
        let assign = try await second.nextAssign()
        #expect(assign.epoch == 2)
        line.bridge.note(FakeBridge.submitted(old))
        line.bridge.note(FakeBridge.acked(old, .delivered))
        try await line.bridge.attach(instance: "instance-1", held: [SessionEpoch(line.assign)])
        let after = try await house.message(message.id, becomes: .delivered)
        #expect(after.attempts == 1)
        try await second.state(assign, .connected)
        try await house.session(line.session, becomes: .connected)
        try await second.waitForConfirm()
        #expect(second.waitingSends.isEmpty)
    }

    private static func incoming(_ id: String, of assign: Assign) -> BridgeFrame.OneOfFrame {
        .incoming(
            .with {
                $0.sessionId = assign.sessionId
                $0.epoch = assign.epoch
                $0.providerMessageId = id
                $0.fromPhone = "+491709999999"
                $0.text = "hello"
            })
    }

    @Test(.timeLimit(.minutes(1))) func whatCameInBeforeTheBridgeDiedIsNotLostWithItsEpoch() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        line.bridge.die()
        try await house.session(line.session, becomes: .disconnected)
        // Written down and never told. The new process carries nothing, and says so.
        line.bridge.note(Self.incoming("IN1", of: line.assign))
        try await line.bridge.attach(instance: "instance-2")
        let assign = try await line.bridge.carry()
        #expect(assign.epoch == 2)
        // It came late even to its journal.
        try await line.bridge.report(Self.incoming("IN2", of: line.assign))
        try await line.bridge.waitForConfirm()
        let list = try await line.ada.messages.listMessages(.with { $0.direction = .inbound })
        #expect(Set(list.messages.map(\.providerMessageId)) == ["IN1", "IN2"])
    }

    @Test(.timeLimit(.minutes(1))) func whatCameInWhileABridgeHeldTheSessionIsKeptHoweverLateItSaysSo() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        // WhatsApp was told that they were taken, and will not give them to anybody again.
        line.bridge.die()
        try await house.session(line.session, becomes: .disconnected)
        line.bridge.note(Self.incoming("IN1", of: line.assign))
        // A new process of the same bridge gets the session anew, at another epoch, and has the old journal.
        try await line.bridge.attach(instance: "instance-2")
        let again = try await line.bridge.carry()
        #expect(again.epoch == 2)
        try await line.bridge.waitForConfirm()
        // Another bridge takes over.
        line.bridge.die()
        try await house.session(line.session, becomes: .disconnected)
        line.bridge.note(Self.incoming("IN2", of: again))
        line.bridge.note(Self.incoming("IN3", of: again))
        let second = house.bridge("bridge-2")
        try await second.attach()
        try await house.pass(.seconds(31), second)
        let taken = try await second.carry()
        #expect(taken.epoch == 3)
        try await second.report(Self.incoming("IN3", of: taken))
        try await second.waitForConfirm()
        try await line.bridge.attach(instance: "instance-3")
        try await line.bridge.waitForConfirm()
        // The session is stopped: nobody holds it any more.
        _ = try await line.ada.sessions.disconnectSession(.with { $0.sessionId = line.session })
        try await second.report(Self.incoming("IN4", of: taken))
        try await second.waitForConfirm()
        let ids = try await line.ada.messages.listMessages(.with { $0.direction = .inbound }).messages
            .map(\.providerMessageId)
        #expect(ids.sorted() == ["IN1", "IN2", "IN3", "IN4"])
        #expect(try await house.session(line.session).holderName.isEmpty)
    }

    @Test(.timeLimit(.minutes(1))) func aStrangerIsBelievedNothing() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        let send = try await line.bridge.nextSend()
        let liar = house.bridge("liar", uid: 666)
        try await liar.attach()
        try await liar.submit(send)
        try await liar.ack(send, .read)
        try await liar.state(line.assign, .loggedOut)
        try await liar.report(
            .incoming(
                .with {
                    $0.sessionId = line.session
                    $0.epoch = 1
                    $0.providerMessageId = "X"
                    $0.fromPhone = "+1"
                }))
        try await liar.waitForConfirm()
        #expect(try await house.message(message.id).status == .dispatched)
        #expect(try await house.session(line.session).status == .connected)
        #expect(try await line.ada.messages.listMessages(.with { $0.direction = .inbound }).messages.isEmpty)
        #expect(house.engine.droppedFacts[.notHeld] == 4)
    }

    @Test(.timeLimit(.minutes(1))) func aNewerStreamTakesThePlaceOfTheOlder() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let newer = house.bridge()
        let welcome = try await newer.attach(instance: "instance-2", held: []) { $0.nextSeq = 100 }
        #expect(welcome.kept.isEmpty)
        let ending = try await line.bridge.ending()
        #expect(ending?.reason == "SESSION_CONFLICT" && ending?.code == .aborted)
        let assign = try await newer.nextAssign()
        #expect(assign.epoch == 2)
        #expect(house.engine.bridgeCount == 1)
    }

    @Test(.timeLimit(.minutes(1))) func aNameBelongsToOneCredentialAtATime() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let thief = house.bridge("bridge-1", uid: 666)
        let error = await #expect(throws: RPCError.self) { try await thief.attach() }
        #expect(error?.reason == "SESSION_CONFLICT")
        #expect(try await house.session(line.session).status == .connected)
        line.bridge.die()
        try await house.session(line.session, becomes: .disconnected)
        // The lease is the other's still.
        try await poll("the name to be free") { try? await thief.attach() }
        #expect(try await house.session(line.session).status == .disconnected)
        #expect(thief.frames.isEmpty)
    }

    @Test(.timeLimit(.minutes(1))) func thirtySecondsOfSilenceAndTheBridgeIsGone() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        try await house.pass(.seconds(80), line.bridge)
        #expect(try await house.session(line.session).status == .connected)
        try await house.pass(.seconds(31))
        let ending = try await line.bridge.ending()
        #expect(ending?.reason == "BRIDGE_UNAVAILABLE")
        try await house.session(line.session, becomes: .disconnected)
    }

    @Test(.timeLimit(.minutes(1))) func whatNeverLeftUsWasNotBegun() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(credit: 0)
        for number in 0..<300 { try await line.ada.send("text", to: "+4915110000\(100 + number)") }
        line.bridge.pause()
        try await line.bridge.say(.credit(.with { $0.n = 1000 }))
        try await poll("all to be handed out") {
            let counts = try await house.store.read { db in try db.messages.countsByStatus() }
            return counts[.dispatched] == 300 ? true : nil
        }
        line.bridge.die()
        try await house.session(line.session, becomes: .disconnected)
        let counts = try await poll("all to be settled") { () -> [MessageRecord.Status: Int64]? in
            let counts = try await house.store.read { db in try db.messages.countsByStatus() }
            return counts[.dispatched] == nil ? counts : nil
        }
        #expect((counts[.unknown] ?? 0) > 0 && (counts[.pending] ?? 0) > 100)
        #expect((counts[.unknown] ?? 0) + (counts[.pending] ?? 0) == 300)
        let unsent = try await house.store.read { db in
            try db.messages.list(MessageFilter(status: .pending), limit: 1)
        }
        #expect(unsent.first?.attempts == 0)
        #expect(try await house.timeline(unsent.first.found.id).last?.cause == "not_handed_over")
    }

    @Test(.timeLimit(.minutes(1))) func aBridgeWithANewJournalIsListenedTo() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        for _ in 0..<5 { try await line.bridge.state(line.assign, .connected) }
        try await line.bridge.waitForConfirm()
        line.bridge.die()
        try await house.session(line.session, becomes: .disconnected)
        line.bridge.forgetJournal()
        let welcome = try await line.bridge.attach(instance: "instance-2")
        #expect(welcome.confirmedSeq == 0)
        try await line.bridge.carry()
        try await house.session(line.session, becomes: .connected)
        try await line.bridge.waitForConfirm()
    }

    @Test(.timeLimit(.minutes(1))) func repeatedFactsChangeNothing() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        try await line.bridge.deliver()
        try await house.message(message.id, becomes: .delivered)
        try await line.bridge.waitForConfirm()
        let before = try await house.store.read { db in try db.events.newestCursor() }
        // A bridge that did not hear the Confirm, and one that reattaches without a need.
        for seq in 1...line.bridge.confirmedSeq {
            try await line.bridge.send(
                .with {
                    $0.seq = line.bridge.confirmedSeq
                    $0.frame = .sessionState(
                        .with {
                            $0.sessionId = line.session
                            $0.epoch = 1
                            $0.state = .loggedOut
                        })
                })
            _ = seq
        }
        try await line.bridge.state(line.assign, .connected)
        try await line.bridge.waitForConfirm()
        #expect(try await house.store.read { db in try db.events.newestCursor() } == before)
        #expect(try await house.session(line.session).status == .connected)
    }
}
