// Savepoints undo what they contain, with everything that was left for the commit.

import Testing

@testable import Store

@Suite struct TransactionTests {
    struct Refused: Error {}

    @Test func aFailedSavepointUndoesItsRowsCountsEventsAndActions() throws {
        try withDatabase { db in
            let line = try Line(db)
            let kept = try line.message()
            try db.events.append(EventRecord(at: epoch, type: "kept"))
            let today = UsageKey(userID: line.userID, day: 1)
            #expect(try db.usage.accept(today).used == 1)
            let folds = db.effects.folds.count
            #expect(throws: Refused.self) {
                try db.savepoint {
                    _ = try line.message()
                    try db.events.append(EventRecord(at: epoch, type: "dropped"))
                    db.afterCommit {}
                    #expect(try db.usage.accept(today).used == 2)
                    throw Refused()
                }
            }
            #expect(try db.messages.list(MessageFilter(), limit: 10).map(\.id) == [kept])
            #expect(db.effects.events.map(\.type) == ["kept"])
            #expect(db.effects.actions.isEmpty)
            #expect(db.effects.folds.count == folds)
            #expect(try db.usage.accept(today).used == 2)
        }
    }

    @Test func savepointsNest() throws {
        try withDatabase { db in
            try db.savepoint {
                _ = try db.makeUser("outer")
                _ = try? db.savepoint {
                    _ = try db.makeUser("inner")
                    throw Refused()
                }
            }
            #expect(try db.users.list(limit: 10).map(\.username) == ["outer"])
        }
    }

    @Test func aFailedTransactionLeavesNothing() throws {
        let directory = TemporaryDirectory()
        let db = try Database.temporary(directory)
        #expect(throws: Refused.self) {
            try db.transaction {
                _ = try db.makeUser()
                throw Refused()
            }
        }
        #expect(try db.users.count() == 0)
        #expect(!db.isInTransaction)
    }

    @Test func whatAJobTookInMemoryIsGivenBackOnceWhereItIsUndoneAndNowhereElse() throws {
        let directory = TemporaryDirectory()
        let db = try Database.temporary(directory)
        let back = Monitor<[String]>([])
        func take(_ what: String) { db.ifUndone { back.locked { $0.append(what) } } }
        try db.transaction {
            take("kept")
            #expect(throws: Refused.self) {
                try db.savepoint {
                    take("first")
                    take("second")
                    throw Refused()
                }
            }
            #expect(back.locked { $0 } == ["second", "first"])
        }
        #expect(back.locked { $0 } == ["second", "first"], "what was committed is not given back")
        #expect(throws: Refused.self) {
            try db.transaction {
                take("third")
                try db.savepoint { take("fourth") }
                throw Refused()
            }
        }
        #expect(back.locked { $0 } == ["second", "first", "fourth", "third"])
        try db.transaction { _ = try db.makeUser() }
        db.rollback()
        #expect(back.locked { $0.count } == 4)
    }

    @Test func aSpoiledTransactionIsNotCommittedWhateverTheJobThinks() throws {
        let directory = TemporaryDirectory()
        let db = try Database.temporary(directory)
        #expect(throws: StoreError.storageFull) {
            try db.transaction {
                _ = try db.makeUser()
                db.spoiled = .storageFull
            }
        }
        #expect(try db.users.count() == 0)
    }
}
