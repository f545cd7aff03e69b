// The outbox: what can go out, in which order per recipient, and when to look again.

import Testing

@testable import Store

@Suite struct OutboxTests {
    private func ready(_ line: Line, at now: Moment = epoch) throws -> [Int64] {
        try line.db.messages.candidates(sessionID: line.sessionID, at: now, limit: 10).map(\.id)
    }

    @Test func onlyPendingMessagesOfTheSessionWhoseTimeHasComeAreCandidates() throws {
        try withDatabase { db in
            let (ada, bob) = (try Line(db, "ada"), try Line(db, "bob"))
            let one = try ada.message()
            _ = try bob.message()
            for status in MessageRecord.Status.allCases where status != .pending { _ = try ada.message(status) }
            let later = try ada.message(nextTryAt: epoch + .seconds(5))
            #expect(try ready(ada) == [one])
            // What failed before goes ahead of what is new.
            #expect(try ready(ada, at: epoch + .seconds(5)) == [later, one])
            #expect(try db.messages.candidates(sessionID: ada.sessionID, at: epoch, limit: 0).isEmpty)
            #expect(try db.messages.earliestNextTry(sessionID: ada.sessionID) == epoch + .seconds(5))
            #expect(try db.messages.earliestNextTry(sessionID: bob.sessionID) == nil)
        }
    }

    @Test func aMarkedMessageWaitsUntilTheOneBeforeItLeavesTheLine() throws {
        try withDatabase { db in
            let line = try Line(db)
            let (one, two, three) = (try line.message(), try line.message(), try line.message())
            let other = try line.message(to: "+2")
            try db.messages.putInLine(two)
            try db.messages.putInLine(three)
            #expect(try ready(line) == [one, other])
            try line.move(one, to: .dispatched)
            #expect(try db.messages.advanceLine(sessionID: line.sessionID, recipient: "+15550001") == two)
            #expect(try ready(line) == [two, other])
            #expect(try db.messages.advanceLine(sessionID: line.sessionID, recipient: "+15550001") == nil)
            #expect(try db.messages.advanceLine(sessionID: line.sessionID, recipient: "+3") == nil)
        }
    }

    @Test func theFirstInLineIsTheOldestThatMayStillGoOut() throws {
        try withDatabase { db in
            let line = try Line(db)
            func first(unknown: Bool) throws -> Int64? {
                try db.messages.firstInLine(
                    sessionID: line.sessionID, recipient: "+15550001", countingUnknown: unknown)
            }
            #expect(try first(unknown: true) == nil)
            for status in [MessageRecord.Status.scheduled, .submitted, .sent, .failed, .cancelled] {
                _ = try line.message(status)
            }
            #expect(try first(unknown: true) == nil)
            let lost = try line.message(.unknown)
            let next = try line.message()
            #expect(try first(unknown: true) == lost)
            #expect(try first(unknown: false) == next)
        }
    }

    @Test func pendingMessagesWithoutAReasonAreFoundLineByLine() throws {
        try withDatabase { db in
            let line = try Line(db)
            var expected: Set<Int64> = []
            for number in 0..<25 {
                let id = try line.message(to: "+\(number % 3)", number % 5 == 0 ? .sent : .pending)
                if number % 5 != 0 { expected.insert(id) }
            }
            let held = try line.message()
            try db.messages.apply(held, at: epoch) { $0.holdReason = "why" }
            let backoff = try line.message(nextTryAt: epoch + .seconds(5))
            var (found, last) = ([Int64](), MessageRecord?.none)
            repeat {
                let page = try db.messages.pendingWithoutHold(
                    "why", sessionID: line.sessionID, after: last, at: epoch, limit: 4)
                found += page.map(\.id)
                last = page.last
            } while last != nil
            #expect(found.count == expected.count && Set(found) == expected)
            #expect(!found.contains(backoff))
        }
    }

    @Test func scheduledAndExpiredMessagesAreFoundWhenTheirTimeComes() throws {
        try withDatabase { db in
            let line = try Line(db)
            #expect(try db.messages.earliestScheduled() == nil)
            #expect(try db.messages.earliestExpiry() == nil)
            let late = try line.message(.scheduled, scheduledAt: epoch + .seconds(20))
            let soon = try line.message(.scheduled, scheduledAt: epoch + .seconds(10))
            let dies = try line.message(expiresAt: epoch + .seconds(15))
            _ = try line.message(.sent, expiresAt: epoch)
            #expect(try db.messages.earliestScheduled() == epoch + .seconds(10))
            #expect(try db.messages.scheduledDue(at: epoch + .seconds(9)).isEmpty)
            #expect(try db.messages.scheduledDue(at: epoch + .seconds(20)) == [soon, late])
            #expect(try db.messages.earliestExpiry() == epoch + .seconds(15))
            #expect(try db.messages.pendingExpired(at: epoch + .seconds(14)).isEmpty)
            #expect(try db.messages.pendingExpired(at: epoch + .seconds(15)) == [dies])
        }
    }

    @Test func whatABridgeWasGivenIsFoundByStatusSessionAndBridge() throws {
        try withDatabase { db in
            let (ada, bob) = (try Line(db, "ada"), try Line(db, "bob"))
            let (one, two) = (try db.makeBridge("b1"), try db.makeBridge("b2"))
            var ids: [Int64] = []
            for (line, bridge) in [(ada, one), (bob, one), (ada, two)] {
                let id = try line.message()
                try db.messages.apply(id, at: epoch) {
                    $0.status = .dispatched
                    $0.bridgeID = bridge
                }
                ids.append(id)
            }
            let submitted = try ada.message(.submitted)
            _ = try ada.message(.sent)
            func unsettled(_ status: MessageRecord.Status, session: Int64 = 0, bridge: Int64 = 0, after: Int64 = 0)
                throws -> [Int64]
            {
                try db.messages.unsettled(status, sessionID: session, bridgeID: bridge, after: after, limit: 9).map(
                    \.id)
            }
            #expect(try unsettled(.dispatched) == ids)
            #expect(try unsettled(.dispatched, after: ids[0]) == [ids[1], ids[2]])
            #expect(try unsettled(.dispatched, bridge: one) == [ids[0], ids[1]])
            #expect(try unsettled(.dispatched, session: ada.sessionID) == [ids[0], ids[2]])
            #expect(try unsettled(.submitted) == [submitted])
            #expect(try unsettled(.sent) == [])
        }
    }

    @Test func sessionsWithSomethingPendingAreTold() throws {
        try withDatabase { db in
            let (ada, bob, eve) = (try Line(db, "ada"), try Line(db, "bob"), try Line(db, "eve"))
            _ = try ada.message()
            _ = try bob.message(.dispatched)
            _ = try eve.message(nextTryAt: epoch + .seconds(9))
            #expect(try db.messages.sessionsWithPending() == [ada.sessionID, eve.sessionID])
            try db.messages.putInLine(try bob.message())
            #expect(try db.messages.sessionsWithPending().count == 3)
        }
    }
}
