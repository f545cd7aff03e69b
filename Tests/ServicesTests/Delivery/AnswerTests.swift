// Answers of a bridge that decide nothing, or come in an order that nobody planned: the message they are about goes on
// all the same, and what WhatsApp said last of it stands.

import Codec
import Contract
import Services
import Store
import TestKit
import Testing

@Suite struct AnswerTests {
    /// After a minute without an answer that counts, the message goes out again.
    private func isRepeated(_ send: Send, of line: Line) async throws {
        try await line.bridge.waitForConfirm()
        try await line.house.pass(.seconds(62), line.bridge)
        let second = try await line.bridge.nextSend()
        #expect(second.clientMessageId == send.clientMessageId && second.attempt == send.attempt + 1)
        try await line.bridge.submit(second)
    }

    @Test(.timeLimit(.minutes(1))) func anErrorOfAnEpochThatIsOverLeavesItsMessageToTheDeadline() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        let send = try await line.bridge.nextSend()
        _ = try await line.ada.sessions.disconnectSession(.init())
        _ = try await line.bridge.nextRelease()
        _ = try await line.ada.link()
        let again = try await line.bridge.carry()
        #expect(again.epoch > send.epoch)
        try await line.bridge.fail(send, "SESSION_NOT_CONNECTED", notBegun: true)
        try await isRepeated(send, of: line)
        try await house.message(message.id, becomes: .submitted)
    }

    @Test(.timeLimit(.minutes(1))) func anAnswerThatSaysNothingLeavesItsMessageToTheDeadline() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        let send = try await line.bridge.nextSend()
        try await line.bridge.report(
            .result(
                .with {
                    $0.commandId = send.commandId
                    $0.sessionId = send.sessionId
                    $0.epoch = send.epoch
                }))
        try await isRepeated(send, of: line)
        try await house.message(message.id, becomes: .submitted)
    }

    @Test(.timeLimit(.minutes(1))) func anErrorAckThatOvertakesTheAnswerIsNotUndoneByIt() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        let send = try await line.bridge.nextSend()
        try await line.bridge.ack(send, .error)
        try await house.message(message.id, becomes: .failed)
        try await line.bridge.submit(send)
        try await line.bridge.waitForConfirm()
        let failed = try await house.message(message.id)
        #expect(failed.status == .failed && failed.errorCode == "ENGINE_ERROR")
        #expect(failed.providerMessageID == send.clientMessageId)
        #expect(try await house.timeline(message.id).last?.cause == "error_ack")
        // That it arrived would be news.
        try await line.bridge.ack(send, .delivered)
        try await house.message(message.id, becomes: .delivered)
    }

    @Test(.timeLimit(.minutes(1))) func whatWaitsAfterAnErrorAckIsNotSentByAnAnswerThatCameTooLate() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("one")
        let send = try await line.bridge.nextSend()
        try await line.bridge.ack(send, .error, engineCode: "463")
        try await house.message(message.id, becomes: .pending)
        try await line.bridge.submit(send)
        try await line.bridge.waitForConfirm()
        let held = try await house.message(message.id)
        #expect(held.status == .pending && held.holdReason == "recipient_cold_restricted")
        // Nor when somebody has called it back.
        _ = try await line.ada.messages.cancelMessage(.with { $0.id = message.id })
        try await line.bridge.ack(send, .server)
        try await line.bridge.waitForConfirm()
        #expect(try await house.message(message.id).status == .cancelled)
        // That it arrived would be news.
        try await line.bridge.ack(send, .delivered)
        try await house.message(message.id, becomes: .delivered)
    }

    @Test(.timeLimit(.minutes(1))) func commandsWhoseLossCannotBeWrittenAreLostOnceThereIsRoom() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        _ = try await line.ada.send("one")
        let send = try await line.bridge.nextSend()
        try await line.bridge.waitForConfirm()
        _ = try await house.store.write {
            try $0.execute("CREATE TEMP TRIGGER full BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'full'); END")
        }
        try await house.pass(.seconds(62), line.bridge)
        try await Task.sleep(for: .milliseconds(50))
        _ = try await house.store.write { try $0.execute("DROP TRIGGER temp.full") }
        try await house.pass(.seconds(3), line.bridge)
        let second = try await line.bridge.nextSend()
        #expect(second.clientMessageId == send.clientMessageId && second.attempt == 2)
    }

    @Test func whoIsNextInLineIsLookedAtWhenTheFirstIsFoundExpired() throws {
        let temporary = try TemporaryStore()
        let now = Moment(microseconds: 1_767_225_600_000_000)
        let outcomes = try temporary.store.writeSync { db in
            let user = try db.users.insert(UserRecord(username: "ada", usernameKey: "ada", role: .user, createdAt: now))
            let bridge = try db.bridges.upsert(
                BridgeRecord(identity: "uid:1", name: "b", instanceID: "i", engine: "simulator", createdAt: now))
            let session = try db.sessions.insert(
                SessionRecord(
                    userID: user, name: "s", status: .connected, isLinked: true, isWanted: true, createdAt: now))
            try db.sessions.apply(session, at: now) {
                $0.epoch = 1
                $0.holderID = bridge.id
            }
            for (id, end) in [("first", now), ("second", now + .seconds(60))] {
                let inserted = try db.messages.insert(
                    MessageRecord(
                        userID: user, sessionID: session, status: .pending, recipient: "a", clientMessageID: id,
                        expiresAt: end, createdAt: now - .seconds(60), content: "x"))
                if id == "second" { try db.messages.putInLine(inserted) }
            }
            let dispatch = Dispatch(
                reporter: .init(bridgeID: bridge.id, name: "b", repeatsAreSafe: true),
                messages: MessageBook(lifecycle: MessageLifecycle()), commandDeadline: .seconds(60), now: now)
            let turn = Dispatch.Turn(sessionID: session, epoch: 1, limit: 8)
            return [try dispatch.run(turn, in: db), try dispatch.run(turn, in: db)]
        }
        #expect(outcomes[0].sends.isEmpty && outcomes[0].more)
        #expect(outcomes[1].sends.map(\.clientMessageId) == ["second"])
    }
}
