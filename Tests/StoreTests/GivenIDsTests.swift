// Ids of messages, events and calls are given once, whatever is deleted, undone or restored in between.

import Testing

@testable import Store

@Suite struct GivenIDsTests {
    struct Refused: Error {}

    private func event(_ db: Database) throws -> Int64 {
        try db.events.append(EventRecord(at: epoch, type: "t", body: [])).cursor
    }

    private func sequence(_ db: Database, _ table: String) throws -> Int64? {
        try db.scalar("SELECT seq FROM sqlite_sequence WHERE name = ?", table)
    }

    @Test func anIDOfWhatWasDeletedIsNotGivenAgain() throws {
        let directory = TemporaryDirectory()
        var last: Int64 = 0
        do {
            let db = try Database.temporary(directory)
            let line = try db.transaction { try Line(db) }
            last = try db.transaction { try (1...3).map { _ in try line.message() }.max() ?? 0 }
            _ = try db.transaction { try db.execute("DELETE FROM messages") }
            let next = try db.transaction { try line.message() }
            #expect(next == last + 1)
            _ = try db.transaction { try db.execute("DELETE FROM messages") }
            last = next
            db.close()
        }
        // Nor by who opens the file anew.
        let db = try Database.temporary(directory)
        let session = try #require(try db.scalar("SELECT id FROM sessions", as: Int64.self))
        try db.transaction {
            let promised = try db.nextID(in: .messages)
            #expect(promised == last + 1)
            let message = MessageRecord(
                userID: 0, sessionID: session, status: .pending, createdAt: epoch, content: "hello")
            #expect(try db.messages.insert(message) == last + 1)
        }
        #expect(try sequence(db, "messages") == last + 1)
    }

    @Test func whatWasUndoneLeavesNoGap() throws {
        try withDatabase { db in
            let first = try event(db)
            #expect(throws: Refused.self) {
                try db.savepoint {
                    #expect(try event(db) == first + 1)
                    throw Refused()
                }
            }
            #expect(try event(db) == first + 1)
        }
        let directory = TemporaryDirectory()
        let db = try Database.temporary(directory)
        #expect(throws: Refused.self) {
            try db.transaction {
                _ = try event(db)
                throw Refused()
            }
        }
        #expect(try db.transaction { try event(db) } == 1)
        #expect(try db.transaction { try event(db) } == 2)
        #expect(try sequence(db, "events") == 2)
    }

    @Test func aMessageThatIsThereAlreadyTakesNoID() throws {
        try withDatabase { db in
            let line = try Line(db)
            var message = MessageRecord(
                userID: line.userID, sessionID: line.sessionID, direction: .inbound, status: .delivered,
                createdAt: epoch,
                content: "hello")
            message.providerMessageID = "P1"
            let first = try #require(try db.messages.insertIfNew(message))
            #expect(try db.messages.insertIfNew(message) == nil)
            message.providerMessageID = "P2"
            #expect(try db.messages.insertIfNew(message) == first + 1)
        }
    }

    @Test func rowsThatWereWrittenByOthersAreHeeded() throws {
        try withDatabase { db in
            try db.execute("INSERT INTO events (cursor, at, type, body) VALUES (70, 0, 't', x'')")
            #expect(try event(db) == 71)
        }
    }

    @Test func whereNoNumberIsLeftItSaysSo() throws {
        try withDatabase { db in
            try db.execute("INSERT INTO events (cursor, at, type, body) VALUES (?, 0, 't', x'')", Int64.max - 1)
            #expect(try event(db) == .max)
            #expect(throws: StoreError.storageFull) { try event(db) }
        }
    }
}
