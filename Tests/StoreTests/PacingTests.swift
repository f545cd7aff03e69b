// What is remembered of a session's pace, who wrote to it, and the lanes of its messages.

import Testing

@testable import Store

@Suite struct PacingTests {
    private func session(_ db: Database) throws -> (user: Int64, session: Int64) {
        let user = try db.makeUser()
        return (user, try db.makeSession(user))
    }

    @Test func aRecordComesBackAsItWasWritten() throws {
        try withDatabase { db in
            let id = try self.session(db).session
            #expect(try db.pacing.get(id) == nil)
            var record = PacingRecord(sessionID: id)
            try db.pacing.put(record)
            #expect(try db.pacing.get(id) == record)
            record.changedAt = epoch
            record.nextAt = epoch + .milliseconds(2_500)
            record.fullAt = epoch + .seconds(20)
            record.recent =
                (0..<200).map { epoch + .seconds($0) } + [Moment(microseconds: -1), Moment(microseconds: .max)]
            record.partners = [.init(contact: "+4915 11", at: epoch), .init(contact: "1@lid", at: epoch + .seconds(1))]
            record.coldBegan = Moment(microseconds: 19_000)
            record.coldEnds = Moment(microseconds: 29_000)
            record.coldSent = 7
            record.coldDays = 3
            record.coldStoppedUntil = epoch + .seconds(99)
            record.repliesInRow = 2
            record.failures = 4
            record.pausedUntil = epoch + .seconds(900)
            try db.pacing.put(record)
            #expect(try db.pacing.get(id) == record)
            record.coldStopIsOurs = true
            record.clockLife = .max
            record.clockOffset = -5
            try db.pacing.put(record)
            #expect(try db.pacing.get(id) == record)
            try db.pacing.note("+1", wroteAt: epoch, to: id, now: epoch)
            try db.pacing.forget(id)
            #expect(try db.pacing.get(id) == nil)
            #expect(try db.pacing.wroteAt("+1", to: id) == nil)
        }
    }

    @Test func whoWroteLastCountsAndGoesWithTheSession() throws {
        try withDatabase { db in
            let id = try self.session(db).session
            #expect(try db.pacing.wroteAt("+1", to: id) == nil)
            try db.pacing.note("+1", wroteAt: epoch, to: id, now: epoch)
            try db.pacing.note("+1", wroteAt: epoch + .seconds(5), to: id, now: epoch + .seconds(5))
            try db.pacing.note("+1", wroteAt: epoch + .seconds(1), to: id, now: epoch + .seconds(6))
            #expect(try db.pacing.wroteAt("+1", to: id) == epoch + .seconds(5))
            // By a clock that was put right since.
            try db.pacing.note("+1", wroteAt: epoch + .seconds(2), to: id, now: epoch + .seconds(3))
            #expect(try db.pacing.wroteAt("+1", to: id) == epoch + .seconds(2))
            #expect(try db.pacing.wroteAt("+2", to: id) == nil)
            try db.pacing.put(PacingRecord(sessionID: id))
            try db.sessions.delete(id)
            #expect(try db.pacing.wroteAt("+1", to: id) == nil)
            #expect(try db.pacing.get(id) == nil)
        }
    }

    @Test func whatStandsInALaneIsNoCandidateUntilItsRecipientWrites() throws {
        try withDatabase { db in
            let (user, id) = try self.session(db)
            func insert(_ recipient: String) throws -> Int64 {
                try db.messages.insert(
                    .init(
                        userID: user, sessionID: id, status: .pending, recipient: recipient, clientMessageID: recipient,
                        createdAt: epoch,
                        content: "x"))
            }
            func candidates() throws -> [Int64] {
                try db.messages.candidates(sessionID: id, at: epoch, limit: 9).map(\.id)
            }
            let ids = try ["+1", "+2", "+3", "+4"].map(insert)
            #expect(try candidates() == ids)
            #expect(try !db.messages.isAny(in: .cold, of: id))
            try db.messages.enter(.cold, ids[1])
            try db.messages.enter(.cold, ids[0])
            try db.messages.enter(.replies, ids[2])
            #expect(try candidates() == [ids[3]])
            #expect(try db.messages.isAny(in: .cold, of: id) && db.messages.isAny(in: .replies, of: id))
            #expect(try db.messages.isCold(ids[1]) && !db.messages.isCold(ids[2]))
            #expect(try db.messages.first(9, in: .cold, of: id).map(\.id) == [ids[0], ids[1]])
            #expect(try db.messages.first(9, in: .replies, of: id).map(\.id) == [ids[2]])
            #expect(try db.messages.warm("+1", of: id))
            #expect(try !db.messages.warm("+3", of: id))
            #expect(try candidates() == [ids[0], ids[3]])
            // Refused by WhatsApp, and then written to.
            try db.messages.leaveLine(ids[1])
            try db.messages.apply(ids[1], at: epoch) {
                $0.holdReason = "recipient_cold_restricted"
                $0.nextTryAt = epoch + .seconds(9_999)
            }
            #expect(try candidates() == [ids[0], ids[3]])
            #expect(try db.messages.warm("+2", of: id))
            #expect(try candidates() == [ids[0], ids[1], ids[3]])
            // One that waits for another try goes on waiting.
            try db.messages.apply(ids[3], at: epoch) {
                $0.holdReason = "retry_backoff"
                $0.nextTryAt = epoch + .seconds(9_999)
            }
            #expect(try !db.messages.warm("+4", of: id))
            // Nor is it freed when a restriction ends.
            try db.messages.apply(ids[0], at: epoch) {
                $0.holdReason = "recipient_cold_restricted"
                $0.nextTryAt = epoch + .seconds(9_999)
            }
            try db.messages.endRestriction(of: id, at: epoch + .seconds(9_000))
            #expect(try db.messages.get(ids[0])?.nextTryAt == epoch + .seconds(9_000))
            #expect(try db.messages.get(ids[3])?.nextTryAt == epoch + .seconds(9_999))
            try db.messages.endRestriction(of: id, at: epoch)
            #expect(try candidates() == [ids[0], ids[1]])
            // In portions.
            try db.messages.enter(.cold, ids[0])
            try db.messages.enter(.cold, ids[1])
            #expect(try db.messages.leaveLanes(of: id, limit: 1) == 2)
            #expect(try db.messages.isAny(in: .cold, of: id) && !db.messages.isAny(in: .replies, of: id))
            #expect(try db.messages.leaveLanes(of: id, limit: 1) == 1)
            #expect(try db.messages.leaveLanes(of: id, limit: 1) == 0)
            #expect(try candidates() == [ids[0], ids[1], ids[2]])
        }
    }

    @Test func whoWroteLongAgoIsForgottenInPortions() throws {
        try withDatabase { db in
            let (user, id) = try self.session(db)
            let other = try db.makeSession(user, "other")
            for number in 0..<5 {
                try db.pacing.note("+\(number)", wroteAt: epoch + .seconds(number), to: id, now: epoch)
                try db.pacing.note("+\(number)", wroteAt: epoch + .seconds(number), to: other, now: epoch)
            }
            #expect(try db.pacing.forgetContacts(before: epoch + .seconds(3), limit: 4) == 4)
            #expect(try db.pacing.forgetContacts(before: epoch + .seconds(3), limit: 4) == 2)
            #expect(try db.pacing.forgetContacts(before: epoch + .seconds(3), limit: 4) == 0)
            #expect(try db.pacing.wroteAt("+2", to: id) == nil && db.pacing.wroteAt("+3", to: other) != nil)
            #expect(try db.pacing.forgetContacts(of: other, limit: 1) == 1)
            #expect(try db.pacing.forgetContacts(of: other) == 1)
            #expect(try db.pacing.wroteAt("+3", to: id) != nil)
            var record = PacingRecord(sessionID: id)
            record.changedAt = epoch
            record.partners = [.init(contact: "+1", at: epoch)]
            try db.pacing.put(record)
            #expect(try db.pacing.forgetPartners(before: epoch) == 0)
            #expect(try db.pacing.forgetPartners(before: epoch + .seconds(1)) == 1)
            #expect(try db.pacing.forgetPartners(before: epoch + .seconds(1)) == 0)
            #expect(try db.pacing.get(id)?.partners == [])
        }
    }
}
