// What keeps a database in order: the emptied WAL, the check of every page, settings read back.

import CSQLite
import Foundation
import Synchronization
import Testing

@testable import Store

@Suite(.timeLimit(.minutes(2))) struct MaintenanceTests {
    @Test func aCheckpointEmptiesTheWAL() async throws {
        let open = try OpenStore()
        _ = try await open.store.write { try $0.makeUser() }
        let before = open.store.statistics.walBytes
        #expect(before > 0)
        #expect(try await open.store.checkpoint() == .done(bytes: before))
        #expect(open.store.statistics.walBytes == 0)
        #expect(try await open.store.checkpoint() == .done(bytes: 0))
        // And it is written as before.
        _ = try await open.store.write { try $0.makeUser("grace") }
        #expect(try await open.store.read { try $0.users.count() } == 2)
    }

    @Test func aCheckpointGivesWayToWhoeverWaitsForAWrite() async throws {
        let open = try OpenStore()
        let store = open.store
        _ = try await store.write { try $0.makeUser() }
        let first = Gate()
        Task { try await store.write { _ in first.pass() } }
        while !first.hasArrived { await Task.yield() }
        // Behind the first come 128 jobs, the checkpoint among them, and then more.
        let checkpoint = Task { try await store.checkpoint() }
        while store.statistics.queuedWrites < 1 { await Task.yield() }
        let writes = (0..<200).map { number in Task { try await store.write { try $0.makeUser("u\(number)") } } }
        while store.statistics.queuedWrites < 201 { await Task.yield() }
        first.open()
        #expect(try await checkpoint.value == .busy)
        for write in writes { _ = try await write.value }
    }

    @Test func aCheckpointDoesNotWaitForAReader() async throws {
        let open = try OpenStore()
        let store = open.store
        _ = try await store.write { try $0.makeUser() }
        let gate = Gate()
        let reader = Task {
            try await store.read { db in
                let count = try db.users.count()
                gate.pass()
                return count
            }
        }
        while !gate.hasArrived { await Task.yield() }
        _ = try await store.write { try $0.makeUser("grace") }
        #expect(try await store.checkpoint() == .inUse)
        gate.open()
        #expect(try await reader.value == 1)
        guard case .done = try await store.checkpoint() else {
            Issue.record("the reader is gone and the WAL still there")
            return
        }
        // The patience of other statements is what it was.
        #expect(try await store.settings().allSatisfy { $0.holds })
    }

    @Test func theWriterDoesNotWaitForReadersWhileACheckOrABackupHoldsAState() throws {
        let directory = TemporaryDirectory()
        let db = try Database.temporary(directory)
        let checkpointer = Checkpointer(db)
        defer { checkpointer.detach() }
        let reader = try DatabaseFile(directory: directory.path).openReader()
        try reader.begin(immediate: false)
        _ = try reader.users.count()
        try db.execute("CREATE TABLE filler (bytes BLOB)")
        func write(_ rows: Int) throws {
            try db.transaction {
                for _ in 0..<rows { try db.execute("INSERT INTO filler VALUES (randomblob(40000))") }
            }
        }
        while checkpointer.walPages < Checkpointer.patience { try write(200) }
        // Counts how often the connection was about to wait, and does not.
        let waits = Monitor(0)
        sqlite3_busy_handler(
            db.handle,
            { context, _ in
                guard let context else { return 0 }
                Unmanaged<Monitor<Int>>.fromOpaque(context).takeUnretainedValue().locked { $0 += 1 }
                return 0
            }, Unmanaged.passUnretained(waits).toOpaque())
        defer { sqlite3_busy_handler(db.handle, nil, nil) }
        try checkpointer.afterCommit(isPinned: true)
        #expect(waits.locked { $0 } == 0)
        try write(500)
        try checkpointer.afterCommit(isPinned: false)
        #expect(waits.locked { $0 } > 0)
    }

    /// What the test above gives by hand is what a store's writer asks.
    @Test func theWriterKnowsWhenAStateIsHeld() async throws {
        let open = try OpenStore()
        let store = open.store
        #expect(!store.writer.isPinned())
        let gate = Gate()
        let work = Task { try await store.maintain { _, _ in gate.pass() } }
        while !gate.hasArrived { await Task.yield() }
        #expect(store.writer.isPinned())
        gate.open()
        try await work.value
        while store.writer.isPinned() { await Task.yield() }
    }

    @Test func theSettingsAreReadBackFromTheWriter() async throws {
        let open = try OpenStore()
        let settings = try await open.store.settings()
        #expect(settings.contains(StoreSetting(name: "synchronous", value: "2", expected: "2")))
        #expect(settings.contains(StoreSetting(name: "journal_mode", value: "wal", expected: "wal")))
        #expect(settings.allSatisfy { $0.holds })
        try await open.store.outside { db, _, _ throws(StoreError) in _ = try db.execute("PRAGMA synchronous = OFF") }
        #expect(
            try await open.store.settings().filter { !$0.holds }
                == [StoreSetting(name: "synchronous", value: "0", expected: "2")])
        let schema = try await open.store.schema()
        #expect(schema.version == Migrations.all.count && schema.supported == Migrations.all.count)
    }

    // MARK: Integrity

    @Test(arguments: [true, false]) func aSoundDatabaseIsSound(isFull: Bool) async throws {
        let open = try OpenStore()
        _ = try await open.store.write { try $0.makeUser() }
        let report = try await open.store.checkIntegrity(isFull: isFull)
        #expect(report.isSound && report.isFull == isFull && report.bytes >= 4096)
    }

    @Test func anIndexThatMissesARowIsFoundByTheFullCheck() async throws {
        let directory = try damaged()
        let open = try OpenStore(in: directory)
        // What a start looks at is sound.
        #expect(try await open.store.checkIntegrity(isFull: false).isSound)
        let report = try await open.store.checkIntegrity(isFull: true)
        #expect(!report.isSound && report.faults.joined().contains("sessions_unheld"), "\(report)")
    }

    /// A statement that never ends by itself.
    private func endless(_ store: Store) -> Task<Int64, any Error> {
        Task {
            try await store.maintain { db, interrupt in
                try interrupt.during(db) {
                    try db.scalar(
                        "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n") ?? 0
                }
            }
        }
    }

    @Test func longWorkEndsWithItsTaskAndWithTheStore() async throws {
        let open = try OpenStore()
        let store = open.store
        let first = endless(store)
        while !store.maintenance.isPinning { await Task.yield() }
        first.cancel()
        await #expect(throws: CancellationError.self) { try await first.value }
        let second = endless(store)
        while !store.maintenance.isPinning { await Task.yield() }
        store.close()
        await #expect(throws: CancellationError.self) { try await second.value }
        await #expect(throws: StoreError.closed) { try await store.checkIntegrity(isFull: true) }
    }

    /// A disk that hangs, or a walk through a tree in which SQLite does not look up.
    @Test func whoIsCancelledDoesNotWaitForWorkThatCannotBeStopped() async throws {
        let open = try OpenStore()
        let store = open.store
        let letGo = Atomic<Bool>(false)
        let work = Task {
            try await store.maintain { _, _ in while !letGo.load(ordering: .relaxed) { usleep(1_000) } }
        }
        while !store.maintenance.isPinning { await Task.yield() }
        work.cancel()
        await #expect(throws: CancellationError.self) { try await work.value }
        #expect(store.maintenance.isPinning)
        letGo.store(true, ordering: .relaxed)
    }

    /// On a machine with other things to do a check may be over before anybody looks: then there is another one.
    @Test func aCheckEndsWithItsTask() async throws {
        let open = try OpenStore()
        let store = open.store
        try await fill(store, mebibytes: 24)
        for _ in 0..<100 {
            let isOver = Atomic<Bool>(false)
            let check = Task {
                defer { isOver.store(true, ordering: .sequentiallyConsistent) }
                return try await store.checkIntegrity(isFull: true)
            }
            while !store.maintenance.isPinning, !isOver.load(ordering: .sequentiallyConsistent) { await Task.yield() }
            check.cancel()
            do {
                _ = try await check.value
            } catch is CancellationError {
                return
            }
        }
        Issue.record("a hundred checks went on to their end although their tasks were cancelled")
    }
}

/// A database whose pages are whole, and one of whose indexes lacks the rows that it should have.
func damaged() throws -> TemporaryDirectory {
    let directory = TemporaryDirectory()
    let db = try Database.temporary(directory)
    try db.transaction {
        let user = try db.makeUser()
        for number in 0..<20 {
            _ = try db.sessions.insert(
                SessionRecord(userID: user, name: "s\(number)", isWanted: false, createdAt: epoch))
        }
    }
    db.close()
    // With SQLite's guards off: an index over other rows than those in it.
    var handle: OpaquePointer?
    #expect(sqlite3_open(directory.database, &handle) == SQLITE_OK)
    defer { sqlite3_close(handle) }
    let sql = """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(sql, 'is_wanted = 1', 'is_wanted = 0') WHERE name = 'sessions_unheld';
        """
    #expect(sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK)
    return directory
}

/// Rows of no meaning.
func fill(_ store: Store, mebibytes: Int) async throws {
    for number in 0..<mebibytes {
        try await store.write { db in
            for part in 0..<16 {
                try db.events.append(
                    EventRecord(
                        at: epoch, type: "filler",
                        body: [UInt8](repeating: UInt8(truncatingIfNeeded: number + part), count: 65_000)))
            }
        }
    }
}
