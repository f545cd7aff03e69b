// The event log: nothing is skipped, nothing is read twice, quiet streams cost no reading of everybody's.

import Testing

@testable import Store

@Suite struct EventTests {
    @Test func anEventComesBackAsItWentIn() throws {
        try withDatabase { db in
            let one = try db.events.append(
                EventRecord(at: epoch, type: "t", userID: 3, sessionID: 4, messageID: 5, body: [0, 1, 255]))
            let two = try db.events.append(EventRecord(at: epoch, type: "u"))
            #expect(one.cursor == 1 && two.cursor == 2)
            let page = try db.events.list(after: 0, limit: 9)
            #expect(page == EventPage(events: [one, two], cursor: 2, isAtEnd: true))
            #expect(try db.events.timeline(ofMessage: 5) == [one])
        }
    }

    /// It was the beginning: what became of a message stood behind a thousand reactions to it.
    @Test func aLongTimelineIsItsEnd() throws {
        try withDatabase { db in
            for number in 1...9 { try db.events.append(EventRecord(at: epoch, type: "\(number)", messageID: 5)) }
            try db.events.append(EventRecord(at: epoch, type: "another's", messageID: 6))
            #expect(try db.events.timeline(ofMessage: 5, limit: 3).map(\.type) == ["7", "8", "9"])
            #expect(try db.events.timeline(ofMessage: 5, limit: 9).map(\.type) == (1...9).map(String.init))
            #expect(try db.events.first(ofMessage: 5)?.type == "1")
            #expect(try db.events.first(ofMessage: 7) == nil)
        }
    }

    @Test func eventsAreThereForWhoReadsInTheSameTransactionAndAtItsCommit() throws {
        let directory = TemporaryDirectory()
        let db = try Database.temporary(directory)
        func rows() throws -> Int64? { try db.scalar("SELECT count(*) FROM events") }
        try db.transaction {
            for number in 1...40 { try db.events.append(EventRecord(at: epoch, type: "\(number)", messageID: 5)) }
            let untilNow = try rows()
            #expect(untilNow == 0, "many in a statement")
            let newest = try db.events.newestCursor()
            #expect(newest == 40)
            try db.events.append(EventRecord(at: epoch, type: "41", messageID: 5))
            let timeline = try db.events.timeline(ofMessage: 5)
            #expect(timeline.map(\.type) == (1...41).map(String.init))
            try db.events.append(EventRecord(at: epoch, type: "42"))
        }
        #expect(try rows() == 42)
        #expect(try db.events.list(after: 40, limit: 9).events.map(\.type) == ["41", "42"])
    }

    @Test func whatIsUndoneTakesOnlyItsOwnEvents() throws {
        struct Refused: Error {}
        let directory = TemporaryDirectory()
        let db = try Database.temporary(directory)
        try db.transaction {
            try db.events.append(EventRecord(at: epoch, type: "before"))
            #expect(throws: Refused.self) {
                try db.savepoint {
                    try db.events.append(EventRecord(at: epoch, type: "undone"))
                    // It writes the rows of both; and both rows are undone.
                    #expect(try db.events.newestCursor() == 2)
                    throw Refused()
                }
            }
            try db.events.append(EventRecord(at: epoch, type: "after"))
        }
        #expect(try db.events.list(after: 0, limit: 9).events.map(\.type) == ["before", "after"])
        #expect(try db.events.list(after: 0, limit: 9).events.map(\.cursor) == [1, 2])
        #expect(throws: Refused.self) {
            try db.transaction {
                try db.events.append(EventRecord(at: epoch, type: "undone"))
                throw Refused()
            }
        }
        #expect(try db.transaction { try db.events.newestCursor() } == 2)
    }

    @Test(arguments: [1, 2, 3, 7, 100])
    func goingFromPageToPageFindsEveryEventOnce(window: Int64) throws {
        try withDatabase { db in
            for number in 1...50 {
                try db.events.append(
                    EventRecord(at: epoch, type: "\(number)", userID: number % 5 == 0 ? 1 : 2, sessionID: 7))
            }
            for limit in [1, 3, 100] {
                var (found, cursor, pages) = ([String](), Int64(0), 0)
                while true {
                    let page = try db.events.list(after: cursor, userID: 1, limit: limit, window: window)
                    found += page.events.map(\.type)
                    pages += 1
                    #expect(page.cursor > cursor || page.isAtEnd)
                    cursor = page.cursor
                    if page.isAtEnd { break }
                    try #require(pages < 1000)
                }
                #expect(found == (1...10).map { String($0 * 5) })
                #expect(cursor == 50)
            }
            #expect(try db.events.list(after: 48, sessionID: 7, limit: 9).events.map(\.type) == ["49", "50"])
            #expect(try db.events.list(after: 48, sessionID: 8, limit: 9).events.isEmpty)
        }
    }

    @Test(arguments: [Int64.max, .min, -1, 10, 11])
    func aCursorFromNowhereIsNoError(cursor: Int64) throws {
        try withDatabase { db in
            for _ in 0..<10 { try db.events.append(EventRecord(at: epoch, type: "t")) }
            let page = try db.events.list(after: cursor, limit: 100, window: .max)
            #expect(page.isAtEnd)
            #expect(page.events.count == (cursor < 0 ? 10 : 0))
        }
    }

    @Test func aCursorExpiresWhenWhatComesAfterItIsGone() throws {
        try withDatabase { db in
            #expect(try !db.events.isExpired(0))
            // Of another log: this one never came so far.
            #expect(try db.events.isExpired(1))
            for number in 0..<10 { try db.events.append(EventRecord(at: epoch + .seconds(number), type: "t")) }
            #expect(try !db.events.isExpired(0) && !db.events.isExpired(10) && db.events.isExpired(11))
            _ = try db.events.purge(before: epoch + .seconds(4), now: epoch + .seconds(4))
            #expect(try db.events.oldestCursor() == 5)
            #expect(try db.events.isExpired(0) && db.events.isExpired(3))
            // It has seen 4: nothing that it has not seen is gone.
            #expect(try !db.events.isExpired(4) && !db.events.isExpired(5))
            _ = try db.events.purge(before: epoch + .seconds(99), now: epoch + .seconds(99))
            #expect(try db.events.isExpired(8) && !db.events.isExpired(9) && !db.events.isExpired(10))
        }
    }

    @Test func oneMessagesEventsAreFoundWhereverTheyAre() throws {
        try withDatabase { db in
            for number in 0..<100 {
                try db.events.append(EventRecord(at: epoch, type: "t", messageID: number % 50 == 0 ? 7 : 8))
            }
            let page = try db.events.list(after: 0, messageID: 7, limit: 10, window: 5)
            #expect(page.events.map(\.cursor) == [1, 51] && page.cursor == 100 && page.isAtEnd)
            #expect(try db.events.list(after: 1, messageID: 7, limit: 10).events.map(\.cursor) == [51])
        }
    }

    @Test func oldEventsArePurgedFromTheFrontAndCursorsGoOn() throws {
        try withDatabase { db in
            #expect(try db.events.newestCursor() == 0)
            #expect(try db.events.oldestCursor() == nil)
            for number in 0..<10 { try db.events.append(EventRecord(at: epoch + .seconds(number), type: "t")) }
            #expect(try db.events.purge(before: epoch + .seconds(6), now: epoch + .seconds(6), limit: 4).deleted == 4)
            #expect(try db.events.purge(before: epoch + .seconds(6), now: epoch + .seconds(6), limit: 4).deleted == 2)
            #expect(try db.events.purge(before: epoch + .seconds(6), now: epoch + .seconds(6), limit: 4).deleted == 0)
            #expect(try db.events.oldestCursor() == 7)
            // The newest stays: it says how far the log has come.
            #expect(try db.events.purge(before: epoch + .seconds(60), now: epoch + .seconds(60)).deleted == 3)
            #expect(try db.events.newestCursor() == 10)
            #expect(try db.events.append(EventRecord(at: epoch, type: "t")).cursor == 11)
        }
    }

    /// The clock was ahead for a while: what was written then is as old as what stands behind it.
    @Test func eventsFromAClockThatWasAheadHoldNothingUp() throws {
        try withDatabase { db in
            let now = epoch + .seconds(100)
            for _ in 0..<7 { try db.events.append(EventRecord(at: now + .seconds(9_999), type: "t")) }
            for _ in 0..<5 { try db.events.append(EventRecord(at: epoch, type: "t")) }
            for _ in 0..<2 { try db.events.append(EventRecord(at: now, type: "t")) }
            var position: Int64? = 0
            var deleted = 0
            var steps = 0
            while let after = position, steps < 20 {
                let purged = try db.events.purge(before: now - .seconds(50), now: now, after: after, limit: 3)
                (position, deleted, steps) = (purged.next, deleted + purged.deleted, steps + 1)
            }
            #expect(deleted == 12 && position == nil)
            #expect(try db.events.list(after: 12, limit: 9).events.map(\.cursor) == [13, 14])
            #expect(try db.events.oldestCursor() == 13)
        }
    }
}
