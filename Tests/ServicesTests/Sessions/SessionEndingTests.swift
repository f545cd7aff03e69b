// Restart, logout and deletion, with a bridge that carries the session, one that is gone, and none.

import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite struct SessionEndingTests {
    private func reason(_ body: () async throws -> some Sendable) async -> String {
        await refusal { _ = try await body() }?.reason ?? "none"
    }

    @Test(.timeLimit(.minutes(1))) func restartHandsItOutAnewAndReconcilesWhatWasUnderWay() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("under way")
        let send = try await line.bridge.nextSend()
        let restarted = try await line.ada.sessions.restartSession(.init())
        #expect(restarted.status == .starting && restarted.bridge.isEmpty)
        let release = try await line.bridge.nextRelease()
        #expect(release.epoch == line.assign.epoch && release.reason == "restart")
        let assign = try await line.bridge.carry()
        #expect(assign.epoch == line.assign.epoch + 1 && assign.linked)
        let again = try await line.bridge.deliver()
        #expect(again.clientMessageId == send.clientMessageId && again.attempt == 2)
        try await house.message(message.id, becomes: .delivered)
    }

    @Test(.timeLimit(.minutes(1))) func restartStartsWhatDoesNotRun() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        _ = try await line.ada.sessions.disconnectSession(.init())
        _ = try await line.bridge.nextRelease()
        #expect(try await line.ada.sessions.restartSession(.init()).status == .starting)
        try await line.bridge.carry()
        try await house.session(line.session, becomes: .connected)
    }

    @Test(.timeLimit(.minutes(1))) func initStartsAnewWhatTheBridgeLetFall() async throws {
        let house = try await DeliveryHouse()
        let ada = try await house.user()
        let bridge = house.bridge()
        try await bridge.attach()
        let session = try await ada.link()
        let first = try await bridge.nextAssign()
        try await bridge.state(first, .qrPending)
        try await bridge.state(first, .disconnected, reason: "qr_timeout")
        try await house.session(session.id, becomes: .disconnected)
        // No waiting for five minutes: at once.
        #expect(try await ada.link().status == .starting)
        #expect(try await bridge.nextRelease().epoch == first.epoch)
        #expect(try await bridge.nextAssign().epoch == first.epoch + 1)
    }

    @Test(.timeLimit(.minutes(1))) func logoutTellsTheBridgeAndFailsWhatWaits() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(credit: 1)
        let underWay = try await line.ada.send("under way")
        let send = try await line.bridge.nextSend()
        let waiting = try await line.ada.send("waits", to: "+491519999999")
        let later = try await line.ada.messages.sendText(
            .with {
                $0.recipient = "+491511234567"
                $0.message = "later"
                $0.scheduledAt = (house.clock.now() + .seconds(3600)).timestamp
            })
        let session = try await line.ada.sessions.logoutSession(.init())
        #expect(session.status == .loggedOut && session.statusReason == "requested")
        #expect(session.phoneNumber.isEmpty && session.bridge.isEmpty)
        let release = try await line.bridge.nextRelease()
        #expect(release.reason == "logout" && release.epoch == line.assign.epoch)
        for id in [waiting.id, later.id] {
            let failed = try await house.message(id)
            #expect(failed.status == .failed && failed.errorCode == "SESSION_LOGGED_OUT")
            #expect(try await house.timeline(id).last?.cause == "session_logged_out")
        }
        // What was under way is its bridge's to answer; not begun, it has nowhere to wait.
        try await line.bridge.fail(send, "SESSION_NOT_CONNECTED", notBegun: true)
        let failed = try await house.message(underWay.id, becomes: .failed)
        #expect(failed.errorCode == "SESSION_LOGGED_OUT")
        #expect(await reason { try await line.ada.send("no more") } == "SESSION_LOGGED_OUT")
        #expect(try await line.ada.sessions.logoutSession(.init()).status == .loggedOut)

        #expect(try await line.ada.link().status == .starting)
        let assign = try await line.bridge.nextAssign()
        #expect(!assign.linked && assign.phoneNumber.isEmpty)
    }

    @Test(.timeLimit(.minutes(1))) func aLogoutThatACrashBrokeOffIsFinishedByTheNextStart() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(credit: 0)
        let message = try await line.ada.send("waits")
        let now = house.clock.now()
        // As far as the crash let it come: the session is logged out, nothing has failed yet.
        _ = try await house.store.write { [session = line.session] db in
            try db.sessions.apply(session, at: now) { record in
                record.status = .loggedOut
                record.statusReason = SessionReason.requested
                record.isWanted = false
                record.isLinked = false
                record.releaseLease()
            }
        }
        try await house.kill()
        #expect(try await house.message(message.id, becomes: .failed).errorCode == "SESSION_LOGGED_OUT")
    }

    @Test(.timeLimit(.minutes(1))) func deletingEndsEverythingAndKeepsTheMessages() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(credit: 2)
        _ = try await line.ada.send("delivered")
        try await line.bridge.deliver()
        try await house.message(1, becomes: .delivered)
        _ = try await line.ada.send("under way")
        let send = try await line.bridge.nextSend()
        _ = try await line.ada.send("waits")
        _ = try await line.ada.sessions.deleteSession(.with { $0.session = "default" })
        #expect(try await line.bridge.nextRelease().reason == "logout")
        #expect(await reason { try await line.ada.sessions.getSessionStatus(.init()) } == "NOT_FOUND")
        #expect(
            await reason { try await line.ada.sessions.deleteSession(.with { $0.id = line.session }) } == "NOT_FOUND")
        let messages = try await line.ada.messages.listMessages(.init()).messages
        #expect(messages.map(\.content) == ["waits", "under way", "delivered"])
        #expect(messages.map(\.status) == [.failed, .failed, .delivered])
        #expect(messages.map(\.errorCode) == ["SESSION_LOGGED_OUT", "OUTCOME_UNKNOWN", ""])
        #expect(messages.allSatisfy { $0.sessionId == 0 && $0.userId == line.ada.principal.userID })
        let events = try await house.store.read { db in try db.events.list(after: 0, limit: 100).events.map(\.type) }
        #expect(events.contains("session.logged_out") && events.last == "session.deleted")
        // That it went out is believed of the bridge that was given it, and of no other.
        let other = house.bridge("bridge-2", uid: 1_003)
        try await other.attach()
        try await other.submit(send)
        try await other.waitForConfirm()
        #expect(try await house.message(2).status == .failed)
        try await other.detach()
        try await line.bridge.submit(send)
        try await house.message(2, becomes: .submitted)
        // Its name is free, its bridge has room, and what is said of it still does no harm.
        try await line.bridge.state(line.assign, .connected)
        try await line.bridge.waitForConfirm()
        let next = try await line.ada.link()
        #expect(next.id != line.session && next.name == "default")
        try await line.bridge.carry()
        try await house.session(next.id, becomes: .connected)
    }

    /// WhatsApp's receipts come when the recipient's phone is there, whatever became of the session.
    @Test(.timeLimit(.minutes(1))) func receiptsOfADeletedSessionsMessagesAreBelievedOfTheBridgeThatHadThem()
        async throws
    {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let first = try await line.ada.send("named by its engine", to: "+491511111111")
        let send = try await line.bridge.nextSend()
        try await line.bridge.submit(send, as: "theirs")
        try await house.message(first.id, becomes: .submitted)
        let second = try await line.ada.send("named by us", to: "+491512222222")
        let unanswered = try await line.bridge.nextSend()
        _ = try await line.ada.sessions.deleteSession(.with { $0.id = line.session })
        try await house.message(second.id, becomes: .failed)

        let other = house.bridge("bridge-2", uid: 1_003)
        try await other.attach()
        try await other.ack(send, .delivered, as: "theirs")
        try await other.ack(unanswered, .delivered)
        try await other.waitForConfirm()
        // Nor at an epoch that it was not given it at, nor that it failed.
        var later = send
        later.epoch += 1
        try await line.bridge.ack(later, .delivered, as: "theirs")
        try await line.bridge.ack(send, .error, as: "theirs")
        try await line.bridge.waitForConfirm()
        #expect(try await house.message(first.id).status == .submitted)
        #expect(try await house.message(second.id).status == .failed)

        try await line.bridge.ack(send, .delivered, as: "theirs")
        try await line.bridge.ack(unanswered, .read)
        let delivered = try await house.message(first.id, becomes: .delivered)
        #expect(delivered.deliveredAt != nil && delivered.sessionID == 0)
        #expect(try await house.message(second.id, becomes: .read).providerMessageID == second.clientMessageId)
    }

    @Test(.timeLimit(.minutes(1))) func deletingASessionWithManyMessagesTakesNoneAlong() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let now = house.clock.now()
        try await house.store.write { [ada = line.ada.principal.userID ?? 0, session = line.session] db in
            for number in 0..<2_300 {
                _ = try db.messages.insert(
                    MessageRecord(
                        userID: ada, sessionID: session, status: number.isMultiple(of: 2) ? .read : .scheduled,
                        recipient: "+49\(number)", scheduledAt: now + .seconds(9999), createdAt: now, content: "x"))
            }
        }
        _ = try await line.ada.sessions.deleteSession(.with { $0.id = line.session })
        let counts = try await house.store.read { db in
            (
                try db.messages.count(.init()), try db.messages.count(.init(sessionID: line.session)),
                try db.messages.countsByStatus()
            )
        }
        #expect(counts.0 == 2_300 && counts.1 == 0 && counts.2 == [.read: 1_150, .failed: 1_150])
    }

    @Test(.timeLimit(.minutes(1))) func aUsersSessionsGoInTheTransactionOfTheUser() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(credit: 0)
        _ = try await line.ada.send("waits")
        _ = try await line.ada.link("second")
        let assign = try await line.bridge.nextAssign()
        let ada = try #require(line.ada.principal.userID)
        let now = house.clock.now()
        struct Refused: Error {}
        // Undone as a whole: nobody is told, nothing is gone.
        await #expect(throws: Refused.self) {
            try await house.store.write { [engine = house.engine] db in
                try engine.deleteSessions(ofUser: ada, at: now, in: db)
                throw Refused()
            }
        }
        #expect(try await house.session(line.session).status == .connected)
        #expect(try await house.message(1).status == .pending)
        try await line.bridge.say(.credit(.with { $0.n = 1 }))
        let send = try await line.bridge.nextSend()

        _ = try await house.store.write { [engine = house.engine] db in
            try engine.deleteSessions(ofUser: ada, at: now, in: db)
            _ = try db.users.delete(ada)
        }
        let released = [try await line.bridge.nextRelease(), try await line.bridge.nextRelease()]
        #expect(Set(released.map(\.sessionId)) == [line.session, assign.sessionId])
        #expect(released.allSatisfy { $0.reason == "logout" })
        let message = try await house.message(1)
        #expect(message.userID == 0 && message.sessionID == 0 && message.errorCode == "OUTCOME_UNKNOWN")
        try await line.bridge.submit(send)
        #expect(try await house.message(1, becomes: .submitted).userID == 0)
        #expect(try await house.store.read { db in try db.sessions.leaseCount() } == 0)
    }

    @Test(.timeLimit(.minutes(1))) func somebodyElsesSessionIsAnsweredAsNone() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let eve = try await house.user("eve")
        for id in [line.session, 4711] {
            #expect(await reason { try await eve.sessions.restartSession(.with { $0.sessionId = id }) } == "NOT_FOUND")
            #expect(await reason { try await eve.sessions.logoutSession(.with { $0.sessionId = id }) } == "NOT_FOUND")
            #expect(await reason { try await eve.sessions.deleteSession(.with { $0.id = id }) } == "NOT_FOUND")
            let update = UpdateSessionRequest.with {
                $0.id = id
                $0.session = .with { $0.name = "mine" }
                $0.updateMask = .with { $0.paths = ["name"] }
            }
            #expect(await reason { try await eve.sessions.updateSession(update) } == "NOT_FOUND")
        }
        #expect(try await house.session(line.session).status == .connected && line.bridge.frames.isEmpty)
    }
}
