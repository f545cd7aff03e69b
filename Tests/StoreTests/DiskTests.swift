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

    @Test func aCommitIsWrittenInFewCallsAndAllOfItBeforeItsSync() async throws {
        let open = try OpenStore(vfs: FaultyDisk.name)
        _ = try await open.store.write { try $0.makeUser("first") }
        let (writes, syncs) = (FaultyDisk.writeCount, FaultyDisk.syncCount)
        try await open.store.write { db in
            for _ in 0..<200 {
                try db.events.append(EventRecord(at: epoch, type: "made", body: [UInt8](repeating: 7, count: 500)))
            }
        }
        // Thirty pages or more, each of which SQLite writes by two calls.
        #expect((1...6).contains(FaultyDisk.writeCount - writes))
        #expect(FaultyDisk.syncCount - syncs == 1)
        // Another process would see it.
        let reader = try DatabaseFile(directory: open.directory.path).openReader()
        #expect(try reader.events.newestCursor() == 200)
    }

    @Test func whatWasGatheredIsThereToBeReadWhereATransactionOutgrowsItsMemory() throws {
        let directory = TemporaryDirectory()
        var file = DatabaseFile(directory: directory.path)
        file.vfs = FaultyDisk.name
        let db = try file.open(initialise: false, now: epoch)
        defer { db.close() }
        struct Refused: Error {}
        try db.execute("PRAGMA cache_size = 10")
        func fill(_ letter: UInt8) throws {
            for number in 0..<300 {
                try db.events.append(
                    EventRecord(
                        at: epoch, type: "\(number)", messageID: Int64(1 + number * 7919 % 300),
                        body: [UInt8](repeating: letter, count: 100 + number * 131 % 4_000)))
                if number % 10 == 0 { _ = try db.makeUser("u\(letter)-\(number)") }
            }
        }
        func isWhole(_ letter: UInt8, from first: Int64) throws {
            let events = try db.events.list(after: first, limit: 1000).events
            #expect(events.map(\.type) == (0..<300).map { "\($0)" })
            #expect(events.allSatisfy { $0.body.allSatisfy { $0 == letter } })
            #expect(try db.events.timeline(ofMessage: 1 + 7919 % 300).contains { $0.type == "1" })
        }
        try db.transaction {
            try fill(1)
            try isWhole(1, from: 0)
        }
        #expect(throws: Refused.self) {
            try db.transaction {
                try fill(2)
                throw Refused()
            }
        }
        try db.transaction { try fill(3) }
        try isWhole(3, from: 300)
        #expect(try db.scalar("PRAGMA integrity_check", as: String.self) == "ok")
        try Checkpointer(db).finish()
        let reader = try DatabaseFile(directory: directory.path).openReader()
        #expect(try reader.events.newestCursor() == 600)
        #expect(try reader.scalar("PRAGMA integrity_check", as: String.self) == "ok")
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

    @Test func whetherThereIsRoomIsToldAfterEachBatchThatShowsIt() async throws {
        let open = try OpenStore(vfs: FaultyDisk.name)
        let store = open.store
        let told = Monitor<[Bool]>([])
        store.observeRoom { hasRoom in told.locked { $0.append(hasRoom) } }
        _ = try await store.write { try $0.makeUser("before") }
        FaultyDisk.set(.diskIsFull)
        for number in 0..<2 {
            await #expect(throws: StoreError.storageFull) { try await store.write { try $0.makeUser("u\(number)") } }
        }
        // Neither needs any room.
        _ = try await store.write { try $0.users.count() }
        await #expect(throws: StoreError.self) { try await store.write { _ in throw StoreError.noSuchRow("x") } }
        FaultyDisk.set(.none)
        _ = try await store.write { try $0.makeUser("after") }
        // Behind what was told.
        _ = try await store.write { try $0.makeUser("last") }
        #expect(told.locked { Array($0.prefix(4)) } == [true, false, false, true])
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
