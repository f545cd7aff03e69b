// What is opened, what is made, what is refused and why (SAFETY.md 1).

import Foundation
import Testing

@testable import Store

@Suite struct OpeningTests {
    private func refusal(_ directory: TemporaryDirectory, initialise: Bool = false) throws -> Refusal {
        let error = try #require(throws: StoreError.self) {
            _ = try OpenStore(in: directory) { $0.initialise = initialise }
        }
        guard case .refused(let refusal) = error else { throw error }
        #expect(!refusal.description.isEmpty && !refusal.hint.isEmpty)
        return refusal
    }

    /// A directory with a database that was used and closed.
    private func used(_ extra: (Database) throws -> Void = { _ in }) throws -> TemporaryDirectory {
        let directory = TemporaryDirectory()
        let db = try Database.temporary(directory)
        try db.transaction { _ = try db.makeUser() }
        try extra(db)
        db.close()
        return directory
    }

    @Test func aMissingDirectoryIsMadeWithADatabaseOnlyItsOwnerCanRead() throws {
        let directory = TemporaryDirectory()
        let path = directory.path + "/a/b"
        let store = try Store.open(directory: path, now: epoch) { _ in }
        defer { store.close() }
        #expect(try FileStatus(path)?.mode == 0o750)
        for name in ["switchboard.db", "switchboard.db-wal", "switchboard.db-shm"] {
            #expect(try FileStatus(path + "/" + name)?.mode == 0o600, "\(name)")
        }
    }

    @Test func whatDoesNotTellOfADatabaseDoesNotCount() throws {
        let directory = TemporaryDirectory()
        for name in ["rpcd.lock", "rpcd.sock", "endpoints.json", "rpcd.log"] {
            directory.put(name)
        }
        try FileManager.default.createDirectory(
            atPath: directory.path + "/secrets", withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: directory.path + "/media", withIntermediateDirectories: true)
        directory.put("media/.switchboard-media")
        _ = try OpenStore(in: directory)
    }

    @Test(arguments: ["switchboard.db-wal", "switchboard.db.bak", "media/1", "backups/1"])
    func aMissingDatabaseIsRefusedWhereSomethingTellsOfOne(trace: String) throws {
        let directory = TemporaryDirectory()
        let path = directory.path + "/" + trace
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        directory.put(trace, "x")
        guard case .missing = try refusal(directory) else {
            Issue.record("not refused as missing")
            return
        }
        // The operator may say so; what was left of the old one is kept.
        _ = try OpenStore(in: directory) { $0.initialise = true }
        #expect(directory.names().contains { $0.hasPrefix("switchboard.db-wal.orphan-") } == (trace.hasSuffix("-wal")))
    }

    @Test func anEmptyDatabaseIsRefusedUnlessTheOperatorSaysSo() throws {
        let directory = TemporaryDirectory()
        directory.put(DatabaseFile.name)
        #expect(try refusal(directory) == .empty(path: directory.database))
        _ = try OpenStore(in: directory) { $0.initialise = true }
    }

    @Test func initialiseNeverTouchesADatabaseThatIsThere() throws {
        let directory = try used()
        let open = try OpenStore(in: directory) { $0.initialise = true }
        #expect(try open.store.readSync { try $0.users.count() } == 1)
    }

    @Test(arguments: [0, 1, 5, 20])
    func garbageInAPageIsRefusedAsDamaged(page: Int) throws {
        let directory = try used()
        try directory.overwrite(DatabaseFile.name, at: UInt64(page * 4096), count: 4096)
        let before = try Data(contentsOf: URL(fileURLWithPath: directory.database))
        for initialise in [false, true] {
            guard case .damaged = try refusal(directory, initialise: initialise) else {
                Issue.record("not refused as damaged")
                return
            }
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: directory.database)) == before)
    }

    @Test func aTruncatedDatabaseIsRefusedAsDamaged() throws {
        let directory = try used()
        let file = try #require(FileHandle(forUpdatingAtPath: directory.database))
        try file.truncate(atOffset: 4096 * 7 + 100)
        try file.close()
        guard case .damaged = try refusal(directory) else {
            Issue.record("not refused as damaged")
            return
        }
    }

    @Test func aDatabaseOfSomethingElseIsRefusedAndLeftAsItIs() throws {
        let directory = TemporaryDirectory()
        let db = try Database(path: directory.database, create: true)
        try db.execute("CREATE TABLE albums (id INTEGER)")
        db.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: directory.database))
        guard case .foreign = try refusal(directory) else {
            Issue.record("not refused as foreign")
            return
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: directory.database)) == before)
    }

    @Test func aDatabaseFromTheFutureIsRefused() throws {
        let directory = try used { db in
            try db.transaction {
                try db.execute("INSERT INTO migrations VALUES (?, '999 flying cars', '', 0)", Migrations.all.count + 1)
                try db.execute("PRAGMA user_version = \(Migrations.all.count + 1)")
            }
        }
        let known = Migrations.all.count
        #expect(
            try refusal(directory) == .newer(path: directory.database, version: known + 1, supported: known))
    }

    @Test func anotherHistoryIsRefused() throws {
        let directory = try used { try $0.execute("UPDATE migrations SET name = 'another' WHERE number = 1") }
        guard case .otherSchema = try refusal(directory) else {
            Issue.record("not refused as of another schema")
            return
        }
    }

    /// A step of the schema that was edited after this database was made of it; and one from before fingerprints.
    @Test(arguments: [
        "UPDATE migrations SET fingerprint = 'f00' WHERE number = 1", "ALTER TABLE migrations DROP COLUMN fingerprint",
    ])
    func aDatabaseOfAnotherStateOfDevelopmentIsRefusedAndLeftAsItIs(sql: String) throws {
        let directory = try used { try $0.execute(sql) }
        let before = try Data(contentsOf: URL(fileURLWithPath: directory.database))
        for initialise in [false, true] {
            let refused = try refusal(directory, initialise: initialise)
            guard case .otherSchema = refused else {
                Issue.record("refused as \(refused)")
                return
            }
            #expect(refused.hint.contains("move the data directory away"))
        }
        let error = try #require(throws: StoreError.self) { try Store.inspect(directory: directory.path) }
        guard case .refused(.otherSchema) = error else { throw error }
        #expect(try Data(contentsOf: URL(fileURLWithPath: directory.database)) == before)
    }

    @Test func aFileThatOthersCanReadIsClosedToThem() throws {
        let directory = try used()
        chmod(directory.database, 0o644)
        _ = try OpenStore(in: directory)
        #expect(try FileStatus(directory.database)?.mode == 0o600)
    }

    @Test func aDirectoryThatIsAFileIsRefused() throws {
        let directory = TemporaryDirectory()
        directory.put("data")
        let error = try #require(throws: StoreError.self) {
            _ = try Store.open(directory: directory.path + "/data", now: epoch) { _ in }
        }
        guard case .refused(.inaccessible) = error else {
            Issue.record("\(error)")
            return
        }
    }

    @Test func anUnfinishedDraftOfAnEarlierStartIsSweptAway() throws {
        let directory = TemporaryDirectory()
        for suffix in ["", "-wal", "-shm"] {
            directory.put("new-switchboard.db" + suffix, "half")
        }
        _ = try OpenStore(in: directory)
        #expect(directory.names().filter { $0.hasPrefix("new-") } == [])
    }

    @Test func theWriterIsSetUpForDurabilityAndTheReadersCannotWrite() throws {
        let directory = TemporaryDirectory()
        let writer = try Database.temporary(directory)
        let expected: [(String, Int64)] = [
            ("synchronous", 2), ("foreign_keys", 1), ("trusted_schema", 0), ("cell_size_check", 1),
            ("wal_autocheckpoint", 0), ("busy_timeout", 5000), ("journal_size_limit", 64 << 20),
            ("application_id", 0x5357_4244), ("user_version", Int64(Migrations.all.count)),
        ]
        for (name, value) in expected {
            #expect(try writer.scalar("PRAGMA \(name)", as: Int64.self) == value, "\(name)")
        }
        #expect(try writer.scalar("PRAGMA journal_mode", as: String.self) == "wal")
        let reader = try DatabaseFile(directory: directory.path).openReader()
        #expect(try reader.scalar("PRAGMA query_only", as: Int64.self) == 1)
        #expect(try reader.scalar("PRAGMA wal_autocheckpoint", as: Int64.self) == 0)
        let error = try #require(throws: StoreError.self) { try reader.makeUser() }
        guard case .readOnly = error else {
            Issue.record("\(error)")
            return
        }
    }

    @Test func aStoreThatWasClosedLeavesOneFile() throws {
        let directory = TemporaryDirectory()
        let open = try OpenStore(in: directory)
        _ = try open.store.writeSync { try $0.makeUser() }
        open.store.close()
        #expect(directory.names() == ["switchboard.db"])
    }
}

/// What `OpeningTests` leaves: the file itself is not what it should be. Whatever is refused stays as it is.
@Suite struct StrangeFileTests {
    private func refused(_ directory: TemporaryDirectory) throws -> Refusal {
        let error = try #require(throws: StoreError.self) { _ = try OpenStore(in: directory) }
        guard case .refused(let refusal) = error else { throw error }
        return refusal
    }

    private func bytes(_ directory: TemporaryDirectory) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: directory.database))
    }

    @Test func aTextFileIsNoDatabase() throws {
        let directory = TemporaryDirectory()
        directory.put(DatabaseFile.name, String(repeating: "dear diary ", count: 1_000))
        let before = try bytes(directory)
        guard case .damaged = try refused(directory) else {
            Issue.record("not refused as damaged")
            return
        }
        #expect(try bytes(directory) == before)
    }

    @Test func aDirectoryInItsPlaceIsRefused() throws {
        let directory = TemporaryDirectory()
        try FileManager.default.createDirectory(
            atPath: directory.database, withIntermediateDirectories: true)
        guard case .inaccessible = try refused(directory) else {
            Issue.record("not refused as inaccessible")
            return
        }
    }

    @Test func ourMarkOnAnothersTablesIsForeign() throws {
        let directory = TemporaryDirectory()
        let db = try Database(path: directory.database, create: true)
        try db.execute("CREATE TABLE albums (id INTEGER)")
        try db.execute("PRAGMA application_id = \(DatabaseFile.applicationID)")
        db.close()
        let before = try bytes(directory)
        guard case .foreign = try refused(directory) else {
            Issue.record("not refused as foreign")
            return
        }
        #expect(try bytes(directory) == before)
    }

    @Test func aNewerDatabaseIsLeftAsItIs() throws {
        let directory = TemporaryDirectory()
        let db = try Database.temporary(directory)
        try db.transaction {
            try db.execute("INSERT INTO migrations VALUES (?, '999', '', 0)", Migrations.all.count + 1)
            try db.execute("PRAGMA user_version = \(Migrations.all.count + 1)")
        }
        db.close()
        let before = try bytes(directory)
        guard case .newer = try refused(directory) else {
            Issue.record("not refused as newer")
            return
        }
        #expect(try bytes(directory) == before && directory.names() == [DatabaseFile.name])
    }

    /// A restore that a kill cut off leaves the old database under its dated name.
    @Test func whatARestoreSetAsideTellsOfADatabase() throws {
        let directory = TemporaryDirectory()
        directory.put("switchboard.db.before-restore-20260101T000000Z", "x")
        guard case .missing = try refused(directory) else {
            Issue.record("not refused as missing")
            return
        }
    }
}
