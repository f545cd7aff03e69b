// Order per recipient, as the outbox keeps it: one at a time, whoever waits is found once and not looked at again.

import Codec
import Contract
import Services
import Store
import TestKit
import Testing

@Suite struct LineTests {
    private let now = Moment(microseconds: 1_767_225_600_000_000)

    private func outbox(_ recipients: [String]) throws -> TemporaryStore {
        let temporary = try TemporaryStore()
        let now = now
        try temporary.store.writeSync { db in
            let user = try db.users.insert(
                UserRecord(username: "ada", usernameKey: "ada", role: .user, createdAt: now))
            let session = try db.sessions.insert(SessionRecord(userID: user, name: "s", createdAt: now))
            for (index, recipient) in recipients.enumerated() {
                _ = try db.messages.insert(
                    MessageRecord(
                        userID: user, sessionID: session, status: .pending, recipient: recipient,
                        clientMessageID: "id-\(index)", createdAt: now, content: "x"))
            }
        }
        return temporary
    }

    private func candidates(_ store: Store, limit: Int = 100) throws -> [Int64] {
        let now = now
        return try store.readSync { db in try db.messages.candidates(sessionID: 1, at: now, limit: limit).map(\.id) }
    }

    private func settle(_ store: Store, _ id: Int64, _ status: MessageRecord.Status) throws -> Int64? {
        let now = now
        return try store.writeSync { db in
            let message = try db.messages.apply(id, at: now) { $0.status = status }
            return try db.messages.advanceLine(sessionID: 1, recipient: try #require(message).recipient)
        }
    }

    @Test func whoWaitsInLineIsNoCandidateUntilTheOneBeforeIsSettled() throws {
        let temporary = try outbox(["a", "a", "b", "a"])
        let store = temporary.store
        #expect(try candidates(store) == [1, 2, 3, 4])
        try store.writeSync { db in
            #expect(try db.messages.firstInLine(sessionID: 1, recipient: "a", countingUnknown: true) == 1)
            try db.messages.putInLine(2)
            try db.messages.putInLine(4)
        }
        #expect(try candidates(store) == [1, 3])
        #expect(try settle(store, 1, .submitted) == 2)
        #expect(try candidates(store) == [2, 3])
        #expect(try settle(store, 2, .failed) == 4)
        #expect(try candidates(store) == [3, 4])
        #expect(try settle(store, 3, .submitted) == nil)
    }

    @Test func unknownKeepsItsPlaceWhereItMayGoOutAgain() throws {
        let temporary = try outbox(["a", "a"])
        let now = now
        try temporary.store.writeSync { db in
            _ = try db.messages.apply(1, at: now) { $0.status = .unknown }
            #expect(try db.messages.firstInLine(sessionID: 1, recipient: "a", countingUnknown: true) == 1)
            #expect(try db.messages.firstInLine(sessionID: 1, recipient: "a", countingUnknown: false) == 2)
        }
    }

    @Test func whatFailedBeforeComesAheadOfWhatIsNew() throws {
        let temporary = try outbox(["a", "b", "c"])
        let now = now
        try temporary.store.writeSync { db in
            _ = try db.messages.apply(3, at: now) { $0.nextTryAt = now - .seconds(1) }
            _ = try db.messages.apply(1, at: now) { $0.nextTryAt = now + .seconds(1) }
        }
        #expect(try candidates(temporary.store) == [3, 2])
        #expect(try candidates(temporary.store, limit: 1) == [3])
    }

    @Test func leasesRememberWhoHeldASession() throws {
        let temporary = try outbox([])
        let now = now
        try temporary.store.writeSync { db in
            for epoch in Int64(1)...100 {
                try db.leases.insert(sessionID: 1, epoch: epoch, bridgeID: epoch % 3, at: now)
            }
            #expect(try db.leases.bridge(sessionID: 1, epoch: 100) == 1)
            #expect(try db.leases.bridge(sessionID: 1, epoch: 37) == 1)
            #expect(try db.leases.bridge(sessionID: 1, epoch: 36) == nil)
            #expect(try db.leases.bridge(sessionID: 2, epoch: 100) == nil)
            #expect(try db.leases.reported(sessionID: 1, epoch: 100) == nil)
            try db.leases.setReported(.connected, sessionID: 1, epoch: 100)
            #expect(try db.leases.reported(sessionID: 1, epoch: 100) == .connected)
        }
    }

    @Test func aLongLineToOneRecipientGoesOutInOrder() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected(credit: 0)
        let now = house.clock.now()
        let (user, session) = (try #require(line.ada.principal.userID), line.session)
        let length = 5_000
        try await house.store.write { db in
            for number in 0..<length {
                _ = try db.messages.insert(
                    MessageRecord(
                        userID: user, sessionID: session, status: .pending, recipient: "+491511234567",
                        clientMessageID: "L\(number)", createdAt: now, content: "x"))
            }
        }
        house.engine.messageAccepted(sessionID: session)
        try await line.bridge.say(.credit(.with { $0.n = .max }))
        for number in 0..<400 {
            let send = try await line.bridge.nextSend()
            #expect(send.clientMessageId == "L\(number)")
            try await line.bridge.submit(send)
        }
        #expect(
            try await house.store.read { db in try db.messages.countsByStatus()[.pending, default: 0] } <= length - 400)
    }
}
