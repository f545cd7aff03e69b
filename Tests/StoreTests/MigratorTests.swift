// Steps from schema to schema: whole or not at all, never twice, never out of order.

import Testing

@testable import Store

@Suite struct MigratorTests {
    private let one = Migration(name: "001", sql: "CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT;")
    private let two = Migration(
        name: "002", sql: "CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER REFERENCES a (id)) STRICT;")

    private func file(_ directory: TemporaryDirectory, _ migrations: [Migration]) -> DatabaseFile {
        var file = DatabaseFile(directory: directory.path)
        file.migrator = Migrator(migrations)
        return file
    }

    private func tables(_ db: Database) throws -> Set<String> {
        Set(
            try db.query("SELECT name FROM sqlite_schema WHERE type = 'table'") {
                row throws(StoreError) -> String in try row.next()
            })
    }

    @Test func stepsAreTakenOnceAndAppended() throws {
        let directory = TemporaryDirectory()
        try file(directory, [one]).open(initialise: false, now: epoch).close()
        let db = try file(directory, [one, two]).open(initialise: false, now: epoch + .seconds(1))
        #expect(try tables(db) == ["a", "b", "migrations"])
        let applied = try db.query("SELECT name, applied_at FROM migrations ORDER BY number") {
            row throws(StoreError) -> (String, Moment) in (try row.next(), try row.next())
        }
        #expect(applied.map(\.0) == ["001", "002"])
        #expect(applied.map(\.1) == [epoch, epoch + .seconds(1)])
        #expect(try db.scalar("PRAGMA user_version", as: Int64.self) == 2)
        #expect(try db.scalar("PRAGMA foreign_keys", as: Int64.self) == 1)
    }

    /// Each prefix of a step's statements, then an error: as a kill there would leave it.
    @Test(arguments: 0..<4)
    func aStepThatBreaksOffLeavesTheSchemaBeforeIt(statements: Int) throws {
        let directory = TemporaryDirectory()
        try file(directory, [one]).open(initialise: false, now: epoch).close()
        let whole = [
            "CREATE TABLE b (id INTEGER PRIMARY KEY) STRICT;", "INSERT INTO b VALUES (1);",
            "ALTER TABLE a ADD COLUMN x TEXT;",
        ]
        let broken = Migration(name: "002", sql: whole.prefix(statements).joined() + "SELECT nothing FROM nowhere;")
        #expect(throws: StoreError.self) {
            try file(directory, [one, broken]).open(initialise: false, now: epoch)
        }
        let db = try file(directory, [one]).open(initialise: false, now: epoch)
        #expect(try tables(db) == ["a", "migrations"])
        #expect(try db.scalar("PRAGMA user_version", as: Int64.self) == 1)
        db.close()
        let mended = try file(directory, [one, two]).open(initialise: false, now: epoch)
        #expect(try tables(mended) == ["a", "b", "migrations"])
    }

    @Test func aFirstStartThatBreaksOffLeavesNoDatabase() throws {
        let directory = TemporaryDirectory()
        let broken = Migration(name: "002", sql: "SELECT nothing FROM nowhere;")
        #expect(throws: StoreError.self) {
            try file(directory, [one, broken]).open(initialise: false, now: epoch)
        }
        #expect(!directory.names().contains(DatabaseFile.name))
        try file(directory, [one, two]).open(initialise: false, now: epoch).close()
    }

    @Test func aStepThatLeavesDanglingReferencesIsUndone() throws {
        let directory = TemporaryDirectory()
        try file(directory, [one, two]).open(initialise: false, now: epoch).close()
        let dangling = Migration(name: "003", sql: "INSERT INTO b VALUES (1, 99);")
        #expect(throws: StoreError.self) {
            try file(directory, [one, two, dangling]).open(initialise: false, now: epoch)
        }
        let db = try file(directory, [one, two]).open(initialise: false, now: epoch)
        #expect(try db.scalar("SELECT count(*) FROM b", as: Int64.self) == 0)
    }

    @Test func aStepThatWasEditedSinceIsRefused() throws {
        let directory = TemporaryDirectory()
        try file(directory, [one, two]).open(initialise: false, now: epoch).close()
        let edited = Migration(name: two.name, sql: two.sql + "CREATE TABLE c (id INTEGER PRIMARY KEY) STRICT;")
        let error = try #require(throws: StoreError.self) {
            try file(directory, [one, edited]).open(initialise: false, now: epoch)
        }
        guard case .refused(.otherSchema(_, let detail)) = error else { throw error }
        #expect(detail.contains("002") && detail.contains(two.fingerprint) && two.fingerprint.utf8.count == 16)
        // Also where a step is still to be taken: nothing is done to a database that is not known.
        let more = Migration(name: "003", sql: "CREATE TABLE d (id INTEGER PRIMARY KEY) STRICT;")
        #expect(throws: StoreError.self) {
            try file(directory, [one, edited, more]).open(initialise: false, now: epoch)
        }
        let db = try file(directory, [one, two, more]).open(initialise: false, now: epoch)
        #expect(try tables(db) == ["a", "b", "d", "migrations"])
    }

    @Test func everyTableIsStrict() throws {
        let directory = TemporaryDirectory()
        let db = try Database.temporary(directory)
        let loose = try db.query("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%STRICT%'") {
            row throws(StoreError) -> String in try row.next()
        }
        #expect(loose == ["sqlite_sequence"])
    }
}
