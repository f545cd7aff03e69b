// What nothing holds goes out in the job that accepts it; what is undone does not; and nobody is passed over.

import Codec
import Contract
import Foundation
import Services
import Store
import Synchronization
import TestKit
import Testing

@Suite struct HandOutTests {
    struct Refused: Error {}

    /// The causes of what happened to messages, commit by commit.
    private final class Commits: Sendable {
        private let seen = Mutex<[[String]]>([])

        init(_ store: Store) {
            store.observeEvents { events in
                let causes = events.compactMap { EventLog.entry(of: $0)?.cause }
                self.seen.withLock { $0.append(causes) }
            }
        }

        var ofMessages: [[String]] { seen.withLock { $0 }.filter { !$0.isEmpty } }
    }

    @Test(.timeLimit(.minutes(1)), arguments: [PacingProfile.fast, .careful])
    func whatNothingHoldsIsHandedOutInTheCommitThatAcceptsIt(pacing: PacingProfile) async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(pacing: pacing)
        // A careful session sends nothing right after it has connected.
        try await house.pass(.seconds(120), line.bridge)
        try await house.rests(line.session)
        let commits = Commits(house.store)
        let message = try await line.ada.send("at once")
        #expect(message.status == .pending, "the answer is the message as it was accepted")
        #expect(try await house.message(message.id).status == .dispatched)
        #expect(commits.ofMessages == [["accepted", "handed_to_bridge"]])
        let send = try await line.bridge.nextSend()
        #expect(send.clientMessageId == message.clientMessageId && send.attempt == 1)
        try await line.bridge.submit(send)
        try await house.message(message.id, becomes: .submitted)
        #expect(line.bridge.waitingSends.isEmpty)
    }

    @Test(.timeLimit(.minutes(1))) func whatIsUndoneIsNotSentAndGivesItsCreditBack() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(credit: 1)
        try await house.rests(line.session)
        let (user, session, now) = (try #require(line.ada.principal.userID), line.session, house.clock.now())
        let engine = house.engine
        await #expect(throws: Refused.self) {
            try await house.store.write { db in
                _ = try db.messages.insert(
                    MessageRecord(
                        userID: user, sessionID: session, status: .pending, recipient: "+491511234567",
                        clientMessageID: "UNDONE", createdAt: now, content: "x"))
                #expect(engine.handOut(sessionID: session, in: db))
                #expect(!engine.handOut(sessionID: session, in: db), "there was credit for one")
                throw Refused()
            }
        }
        #expect(house.engine.attachedBridges.values.map(\.credit) == [1])
        let commits = Commits(house.store)
        let message = try await line.ada.send("for good")
        #expect(commits.ofMessages == [["accepted", "handed_to_bridge"]])
        let send = try await line.bridge.nextSend()
        #expect(send.clientMessageId == message.clientMessageId)
        #expect(house.engine.attachedBridges.values.map(\.credit) == [0])
    }

    @Test(.timeLimit(.minutes(1))) func whatIsRunAgainWithItsBatchIsSentOnce() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(credit: 5)
        try await house.rests(line.session)
        let store = house.store
        let gate = DispatchSemaphore(value: 0)
        let isHeld = Mutex(false)
        let holding = Task {
            try await store.write { _ in
                isHeld.withLock { $0 = true }
                gate.wait()
            }
        }
        try await poll("the writer to be held") { isHeld.withLock { $0 } ? true : nil }
        let sending = Task { try await line.ada.send("once") }
        try await poll("the message to wait") { store.statistics.queuedWrites >= 1 ? true : nil }
        let failing = Task { try await store.write(savepoint: .none) { _ in throw Refused() } }
        try await poll("the job that fails to wait") { store.statistics.queuedWrites >= 2 ? true : nil }
        let commits = Commits(store)
        gate.signal()
        try await holding.value
        await #expect(throws: Refused.self) { try await failing.value }
        let message = try await sending.value
        #expect(commits.ofMessages == [["accepted", "handed_to_bridge"]])
        let send = try await line.bridge.nextSend()
        #expect(send.clientMessageId == message.clientMessageId)
        try await line.bridge.submit(send)
        try await house.message(message.id, becomes: .submitted)
        #expect(line.bridge.waitingSends.isEmpty)
        // The dispatcher may be looking, with all of it set aside.
        try await poll("the credit that is left") {
            house.engine.attachedBridges.values.map(\.credit) == [4] ? true : nil
        }
    }

    @Test(.timeLimit(.minutes(1))) func whoStandsBehindAnotherOfTheirLineWaitsForThatOne() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(credit: 10)
        try await house.rests(line.session)
        let first = try await line.ada.send("first")
        let second = try await line.ada.send("second")
        let other = try await line.ada.send("other", to: "+491700000000")
        #expect(try await house.message(second.id).status == .pending)
        #expect(try await house.message(other.id).status == .dispatched)
        #expect(house.engine.attachedBridges.values.map(\.credit) == [8])
        let send = try await line.bridge.nextSend()
        #expect(send.clientMessageId == first.clientMessageId)
        #expect(try await line.bridge.nextSend().clientMessageId == other.clientMessageId)
        try await line.bridge.submit(send)
        #expect(try await line.bridge.nextSend().clientMessageId == second.clientMessageId)
    }

    @Test(.timeLimit(.minutes(1))) func withoutCreditItWaitsForItsTurn() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(credit: 0)
        let message = try await line.ada.send("later")
        #expect(try await house.message(message.id).status == .pending)
        try await line.bridge.say(.credit(.with { $0.n = 1 }))
        #expect(try await line.bridge.nextSend().clientMessageId == message.clientMessageId)
        try await house.message(message.id, becomes: .dispatched)
    }

    @Test(.timeLimit(.minutes(1))) func aFailureToHandOutAtOnceIsNoFailureToAccept() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(credit: 10)
        try await house.rests(line.session)
        let held = try await line.ada.send("first")
        let waiting = try await line.ada.send("second")
        _ = try await line.bridge.nextSend()
        // A row that cannot be read, and that comes first among those that could go out.
        _ = try await house.store.write { db in
            try db.execute("UPDATE messages SET place = 0, kind = 77 WHERE id = ?", waiting.id)
        }
        let commits = Commits(house.store)
        let message = try await line.ada.send("third", to: "+491700000000")
        #expect(message.id > held.id)
        #expect(commits.ofMessages.first == ["accepted"])
        // It goes when its turn comes, which the row that cannot be read does not keep from it.
        #expect(try await line.bridge.nextSend().clientMessageId == message.clientMessageId)
    }
}

extension DeliveryHouse {
    /// Waits until nobody looks at a session and nothing of it waits for its turn.
    func rests(_ session: Int64) async throws {
        struct Undone: Error { let hadItsTurn: Bool }
        let engine = engine
        try await poll("the session's turn") { () -> Bool? in
            do {
                try await store.write { db in
                    throw Undone(hadItsTurn: engine.handOut(sessionID: session, in: db))
                }
                return nil
            } catch let undone as Undone {
                return undone.hadItsTurn ? true : nil
            }
        }
    }
}
