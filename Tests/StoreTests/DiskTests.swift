// What "done" means when the disk does not do as told (SAFETY.md 1): synced before it is said, never said after a
// failure, and a full disk passes.

import Testing

@testable import Store

@Suite(.serialized) struct DiskTests {
    init() {
        FaultyDisk.prepare()
        FaultyDisk.set(.none)
    }

    @Test func everyCommitIsSyncedBeforeItIsAcknowledged() async throws {
        let open = try OpenStore(vfs: FaultyDisk.name)
        for number in 0..<20 {
            let before = FaultyDisk.syncCount
            _ = try await open.store.write { try $0.makeUser("u\(number)") }
            #expect(FaultyDisk.syncCount > before)
        }
    }

    @Test func aBatchIsSyncedOnce() async throws {
        let open = try OpenStore(vfs: FaultyDisk.name)
        let store = open.store
        _ = try await store.write { try $0.makeUser("first") }
        let gate = try await open.holdWriter()
        let writes = (0..<100).map { number in Task { try await store.write { try $0.makeUser("u\(number)") } } }
        while store.statistics.queuedWrites < 100 { await Task.yield() }
        let before = FaultyDisk.syncCount
        gate.open()
        for write in writes { _ = try await write.value }
        #expect(FaultyDisk.syncCount - before == 1)
    }

    @Test(arguments: [FaultyDisk.Fault.syncFails, .writeFails])
    func afterAFailureNobodyIsAcknowledgedAndNothingMoreIsWritten(fault: FaultyDisk.Fault) async throws {
        let open = try OpenStore(vfs: FaultyDisk.name)
        let store = open.store
        _ = try await store.write { try $0.makeUser("before") }
        let told = Monitor(0)
        store.observeEvents { events in told.locked { $0 += events.count } }
        let gate = try await open.holdWriter()
        let writes = (0..<300).map { number in
            Task {
                try await store.write { db in
                    try db.events.append(EventRecord(at: epoch, type: "lost"))
                    return try db.makeUser("u\(number)")
                }
            }
        }
        while store.statistics.queuedWrites < 300 { await Task.yield() }
        FaultyDisk.set(fault)
        gate.open()
        for write in writes {
            let error = await #expect(throws: StoreError.self) { try await write.value }
            switch error {
            case .ioFailure, .failed: break
            default: Issue.record("\(String(describing: error))")
            }
        }
        // The disk is well again, and is still not trusted.
        FaultyDisk.set(.none)
        let later = await #expect(throws: StoreError.self) { try await store.write { try $0.makeUser("later") } }
        guard case .failed = later else {
            Issue.record("\(String(describing: later))")
            return
        }
        #expect(open.fatalities.all.count == 1)
        #expect(store.statistics.failure != nil)
        #expect(told.locked { $0 } == 0)
        // Reads go on, on what was acknowledged.
        #expect(try await store.read { try $0.users.get(usernameKey: "before") } != nil)
        store.close()
        let again = try OpenStore(in: open.directory)
        #expect(try again.store.readSync { try $0.users.get(usernameKey: "before") } != nil)
        #expect(try again.store.writeSync { try $0.makeUser("after") } > 0)
    }

    @Test func aFullDiskIsSaidAndPassesWithoutARestart() async throws {
        let open = try OpenStore(vfs: FaultyDisk.name)
        let store = open.store
        _ = try await store.write { try $0.makeUser("before") }
        FaultyDisk.set(.diskIsFull)
        for number in 0..<3 {
            await #expect(throws: StoreError.storageFull) { try await store.write { try $0.makeUser("u\(number)") } }
        }
        #expect(try await store.read { try $0.users.count() } == 1)
        FaultyDisk.set(.none)
        #expect(try await store.write { try $0.makeUser("after") } > 0)
        #expect(try await store.read { try $0.users.list(limit: 9).map(\.username) } == ["after", "before"])
        #expect(open.fatalities.all.isEmpty)
    }

    @Test func aDatabaseAtItsLargestSizeSaysFullAlsoToAJobThatSwallowsIt() async throws {
        let open = try OpenStore()
        let store = open.store
        _ = try store.writeSync { try $0.execute("PRAGMA max_page_count = 60") }
        let big = String(repeating: "x", count: 100_000)
        for _ in 0..<2 {
            let gate = try await open.holdWriter()
            let full = Task { try await store.write { db in _ = try? db.makeUser(big + big + big) } }
            let neighbour = Task { try await store.write { try $0.makeUser("neighbour") } }
            while store.statistics.queuedWrites < 2 { await Task.yield() }
            gate.open()
            await #expect(throws: StoreError.storageFull) { try await full.value }
            await #expect(throws: StoreError.storageFull) { try await neighbour.value }
        }
        _ = try store.writeSync { try $0.execute("PRAGMA max_page_count = 1000000") }
        #expect(try await store.write { try $0.makeUser(big) } > 0)
    }

    @Test func aFailedSyncDuringACheckpointEndsTheWriter() async throws {
        let open = try OpenStore(vfs: FaultyDisk.name)
        let store = open.store
        let blob = [UInt8](repeating: 7, count: 18_000_000)
        _ = try await store.write { db in
            try db.events.append(EventRecord(at: epoch, type: "big", body: blob))
            // From here on: the commit's own sync succeeds, the checkpoint after it does not.
            db.afterCommit { FaultyDisk.set(.syncFails) }
        }
        for _ in 0..<500 where open.fatalities.all.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
        FaultyDisk.set(.none)
        #expect(open.fatalities.all.count == 1)
        await #expect(throws: StoreError.self) { try await store.write { try $0.makeUser() } }
        store.close()
        let again = try OpenStore(in: open.directory)
        #expect(try again.store.readSync { try $0.events.newestCursor() } == 1)
    }

    @Test func damageBeyondTheFirstCheckIsFoundInALargeFile() throws {
        let directory = TemporaryDirectory()
        let db = try Database.temporary(directory)
        let root = try db.scalar("SELECT rootpage FROM sqlite_schema WHERE name = 'messages'", as: Int64.self) ?? 0
        db.close()
        try directory.overwrite(DatabaseFile.name, at: UInt64((root - 1) * 4096), count: 4096)
        var file = DatabaseFile(directory: directory.path)
        file.fullCheckLimit = 0
        let error = try #require(throws: StoreError.self) { try file.open(initialise: false, now: epoch) }
        guard case .refused(.damaged) = error else {
            Issue.record("\(error)")
            return
        }
    }

    @Test func aLargeFileThatIsWholeOpens() throws {
        let directory = TemporaryDirectory()
        try Database.temporary(directory).close()
        var file = DatabaseFile(directory: directory.path)
        file.fullCheckLimit = 0
        try file.open(initialise: false, now: epoch).close()
    }
}
