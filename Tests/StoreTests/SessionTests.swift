// Sessions: one change writes the row and its event; leases and epochs; what waits too long is found.

import Testing

@testable import Store

@Suite struct SessionTests {
    @Test func aSessionComesBackAsItWentInWithEveryFieldChanged() throws {
        try withDatabase { db in
            let (user, bridge, other) = (try db.makeUser(), try db.makeBridge("b1"), try db.makeBridge("b2"))
            var session = SessionRecord(userID: user, name: "s", createdAt: epoch)
            session.id = try db.sessions.insert(session)
            #expect(try db.sessions.get(session.id) == session)
            let changed = try db.sessions.apply(session.id, at: epoch + .seconds(5)) {
                $0.status = .qrPending
                $0.statusReason = "because"
                $0.statusDeadline = epoch + .seconds(1)
                $0.engine = "simulator"
                $0.phoneNumber = "+1555"
                $0.lid = "lid"
                $0.isLinked = true
                $0.isWanted = true
                $0.qrCode = "2@x"
                $0.qrSequence = 3
                $0.qrExpiresAt = epoch + .seconds(2)
                $0.connectedAt = epoch + .seconds(3)
                $0.lastActiveAt = epoch + .seconds(4)
                $0.lastError = "e"
                $0.epoch = 7
                $0.holderID = bridge
                $0.lastHolderID = other
                $0.leaseExpiresAt = epoch + .seconds(30)
                $0.pacing = .careful
            }
            #expect(changed.updatedAt == epoch + .seconds(5))
            #expect(changed.holderName == "b1")
            #expect(try db.sessions.get(session.id) == changed)
            #expect(try db.sessions.get(userID: user, name: "s") == changed)
        }
    }

    @Test func aChangeAppendsTheEventThatItsMakerGives() throws {
        try withDatabase { db in
            let line = try Line(db)
            func event(_ before: SessionRecord, _ after: SessionRecord) -> EventRecord? {
                before.status == after.status
                    ? nil : EventRecord(at: epoch, type: "\(before.status) \(after.status)", sessionID: after.id)
            }
            try db.sessions.apply(line.sessionID, at: epoch, event: event) { $0.status = .starting }
            try db.sessions.apply(line.sessionID, at: epoch, event: event) { $0.lastError = "x" }
            #expect(try db.events.list(after: 0, limit: 9).events.map(\.type) == ["created starting"])
        }
    }

    @Test func aChangeOfNothingWritesNothing() throws {
        try withDatabase { db in
            let line = try Line(db)
            let before = try db.sessions.get(line.sessionID)
            #expect(try db.sessions.apply(line.sessionID, at: epoch + .seconds(9)) { _ in } == before)
            #expect(throws: StoreError.noSuchRow("session 99")) { try db.sessions.apply(99, at: epoch) { _ in } }
        }
    }

    @Test func namesAreUniquePerOwnerAndTheOnlySessionIsFound() throws {
        try withDatabase { db in
            let (ada, bob) = (try db.makeUser("ada"), try db.makeUser("bob"))
            let first = try db.makeSession(ada, "one")
            _ = try db.makeSession(bob, "one")
            #expect(try db.sessions.only(ofUser: ada)?.id == first)
            _ = try db.makeSession(ada, "two")
            #expect(try db.sessions.only(ofUser: ada) == nil)
            let error = try #require(throws: StoreError.self) { try db.makeSession(ada, "two") }
            #expect(error.violatesUnique("sessions.name"))
        }
    }

    @Test func sessionsAreListedAndCountedByOwnerAndStatus() throws {
        try withDatabase { db in
            let (ada, bob) = (try db.makeUser("ada"), try db.makeUser("bob"))
            let ids = [try db.makeSession(ada, "a"), try db.makeSession(bob, "b"), try db.makeSession(ada, "c")]
            try db.sessions.apply(ids[0], at: epoch) { $0.status = .connected }
            #expect(try db.sessions.list(limit: 9).map(\.id) == ids.reversed())
            #expect(try db.sessions.list(userID: ada, limit: 9).map(\.id) == [ids[2], ids[0]])
            #expect(try db.sessions.list(userID: ada, status: .connected, limit: 9).map(\.id) == [ids[0]])
            #expect(try db.sessions.list(userID: ada, before: ids[2], limit: 9).map(\.id) == [ids[0]])
            #expect(try db.sessions.count(userID: ada) == 2)
            #expect(try db.sessions.count(status: .created) == 2)
            #expect(try db.sessions.countsByStatus() == [.connected: 1, .created: 2])
        }
    }

    @Test func statusesThatLastedTooLongAreFound() throws {
        try withDatabase { db in
            let user = try db.makeUser()
            let ids = try (0..<3).map { try db.makeSession(user, "s\($0)") }
            #expect(try db.sessions.earliestDeadline() == nil)
            try db.sessions.apply(ids[0], at: epoch) { $0.statusDeadline = epoch + .seconds(20) }
            try db.sessions.apply(ids[1], at: epoch) { $0.statusDeadline = epoch + .seconds(10) }
            #expect(try db.sessions.earliestDeadline() == epoch + .seconds(10))
            #expect(try db.sessions.overdue(at: epoch + .seconds(9)).isEmpty)
            #expect(try db.sessions.overdue(at: epoch + .seconds(20)) == [ids[1], ids[0]])
        }
    }

    @Test func leasesAreFoundByHolderAndByTheirEnd() throws {
        try withDatabase { db in
            let (user, one, two) = (try db.makeUser(), try db.makeBridge("b1"), try db.makeBridge("b2"))
            let ids = try (0..<4).map { try db.makeSession(user, "s\($0)") }
            for (id, bridge, end) in [(ids[0], one, 10), (ids[1], one, 20), (ids[2], two, 30)] {
                try db.sessions.apply(id, at: epoch) {
                    $0.holderID = bridge
                    $0.isWanted = true
                    $0.leaseExpiresAt = epoch + .seconds(end)
                }
            }
            try db.sessions.apply(ids[3], at: epoch) { $0.isWanted = true }
            #expect(try db.sessions.held(byBridge: one).map(\.id) == [ids[0], ids[1]])
            #expect(try db.sessions.leaseCount() == 3)
            #expect(try db.leases.countsByBridge() == [one: 2, two: 1])
            #expect(try db.leases.earliestExpiry() == epoch + .seconds(10))
            #expect(try db.leases.sessions(after: ids[0], limit: 9).map(\.id) == [ids[1], ids[2]])
            #expect(try db.leases.sessions(after: 0, ofBridge: two, limit: 9).map(\.id) == [ids[2]])
            #expect(try db.sessions.withExpiredLease(at: epoch + .seconds(20)) == [ids[0], ids[1]])
            #expect(try db.leases.unheld(after: 0, limit: 9) == [ids[3]])
            let released = try db.sessions.apply(ids[0], at: epoch) { $0.releaseLease() }
            #expect(released.holderID == 0 && released.lastHolderID == one && released.leaseExpiresAt == nil)
            #expect(released.holderName == "")
            #expect(try db.leases.unheld(after: 0, limit: 9) == [ids[0], ids[3]])
        }
    }

    @Test func pastEpochsAreRememberedAndTheOldestForgotten() throws {
        try withDatabase { db in
            let line = try Line(db)
            let bridge = try db.makeBridge()
            let last = LeaseRepository.remembered + 5
            for number in 1...last {
                try db.leases.insert(sessionID: line.sessionID, epoch: number, bridgeID: bridge, at: epoch)
            }
            #expect(try db.leases.bridge(sessionID: line.sessionID, epoch: last) == bridge)
            #expect(try db.leases.bridge(sessionID: line.sessionID, epoch: 6) == bridge)
            #expect(try db.leases.bridge(sessionID: line.sessionID, epoch: 5) == nil)
            #expect(try db.leases.reported(sessionID: line.sessionID, epoch: last) == nil)
            try db.leases.setReported(.connected, sessionID: line.sessionID, epoch: last)
            #expect(try db.leases.reported(sessionID: line.sessionID, epoch: last) == .connected)
            try db.leases.setReported(nil, sessionID: line.sessionID, epoch: last)
            #expect(try db.leases.reported(sessionID: line.sessionID, epoch: last) == nil)
        }
    }

    /// After a restore epochs go on far above those of before: what bridges still hold of these is believed all the same.
    @Test func aLeapOfTheEpochForgetsNothing() throws {
        try withDatabase { db in
            let line = try Line(db)
            let bridge = try db.makeBridge()
            for number in [3, 4, NumberGap.width + 5] {
                try db.leases.insert(sessionID: line.sessionID, epoch: number, bridgeID: bridge, at: epoch)
            }
            #expect(try db.leases.bridge(sessionID: line.sessionID, epoch: 3) == bridge)
            #expect(try db.leases.bridge(sessionID: line.sessionID, epoch: 4) == bridge)
        }
    }
}
