// Group commit: what waits is committed together, each job stands for itself, nobody hears of it too early.

import Testing

@testable import Store

@Suite struct WriterTests {
    struct Refused: Error {}

    @Test func whatWaitsIsCommittedTogether() async throws {
        let open = try OpenStore()
        let store = open.store
        let gate = try await open.holdWriter()
        let before = store.statistics.commits
        let writes = (0..<200).map { number in
            Task { try await store.write { db in try db.makeUser("user\(number)") } }
        }
        while store.statistics.queuedWrites < 200 { await Task.yield() }
        gate.open()
        var ids: Set<Int64> = []
        for write in writes { ids.insert(try await write.value) }
        #expect(ids.count == 200)
        // The one that held it, then 128 and 72.
        #expect(store.statistics.commits - before == 3)
        #expect(try await store.read { try $0.users.count() } == 200)
    }

    @Test(arguments: [SavepointPolicy.own, .none])
    func aJobThatFailsIsUndoneAloneAndItsNeighboursStay(policy: SavepointPolicy) async throws {
        let open = try OpenStore()
        let store = open.store
        let gate = try await open.holdWriter()
        let writes = (0..<30).map { number in
            Task {
                try await store.write(savepoint: policy) { db in
                    let id = try db.makeUser("user\(number)")
                    try db.events.append(EventRecord(at: epoch, type: "made", userID: id))
                    if number % 3 == 0 { throw Refused() }
                    if number % 3 == 1 { _ = try db.makeUser("user\(number)") }
                }
            }
        }
        while store.statistics.queuedWrites < 30 { await Task.yield() }
        gate.open()
        for (number, write) in writes.enumerated() {
            switch (number % 3, await write.result) {
            case (0, .failure(is Refused)), (2, .success): break
            case (1, .failure(let error as StoreError)): #expect(error.violatesUnique("users.username_key"))
            default: Issue.record("job \(number) ended otherwise")
            }
        }
        #expect(try await store.read { try $0.users.count() } == 10)
        #expect(try await store.read { try $0.events.list(after: 0, limit: 100).events.count } == 10)
    }

    @Test func aLoneJobThatFailsIsUndone() async throws {
        let open = try OpenStore()
        await #expect(throws: Refused.self) {
            try await open.store.write { db in
                _ = try db.makeUser()
                throw Refused()
            }
        }
        #expect(try open.store.readSync { try $0.users.count() } == 0)
        #expect(try await open.store.write { try $0.makeUser() } > 0)
    }

    @Test func effectsComeAfterTheCommitInOrderAndBeforeTheCallers() async throws {
        let open = try OpenStore()
        let store = open.store
        let seen = Monitor<[String]>([])
        let reader = try DatabaseFile(directory: open.directory.path).openReader()
        let committed = Monitor(reader)
        store.observeEvents { events in
            // Another connection sees them already.
            let visible = committed.locked { db in (try? db.events.newestCursor()) ?? 0 }
            seen.locked { list in
                list += events.map { "\($0.type) \(visible >= $0.cursor)" }
            }
        }
        let gate = try await open.holdWriter()
        let writes = (0..<5).map { number in
            Task {
                try await store.write { db in
                    try db.events.append(EventRecord(at: epoch, type: "event"))
                    db.afterCommit { seen.locked { $0.append("action") } }
                    if number == 2 { throw Refused() }
                }
                return seen.locked { $0.count }
            }
        }
        while store.statistics.queuedWrites < 5 { await Task.yield() }
        gate.open()
        for (number, write) in writes.enumerated() where number != 2 {
            // Everything of the batch was told before any of its callers went on.
            #expect(try await write.value == 8)
        }
        _ = await writes[2].result
        #expect(seen.locked { $0 } == Array(repeating: "action", count: 4) + Array(repeating: "event true", count: 4))
    }

    @Test func cursorsAreInCommitOrder() async throws {
        let open = try OpenStore()
        let store = open.store
        let cursors = Monitor<[Int64]>([])
        store.observeEvents { events in cursors.locked { $0 += events.map(\.cursor) } }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<300 {
                group.addTask { _ = try await store.write { try $0.events.append(EventRecord(at: epoch, type: "e")) } }
            }
            try await group.waitForAll()
        }
        #expect(cursors.locked { $0 } == Array(1...300))
    }

    @Test func aFullQueueSaysSoAtOnceAndRunsNothing() async throws {
        let open = try OpenStore { $0.queueBound = 3 }
        let store = open.store
        let gate = try await open.holdWriter()
        let waiting = (0..<3).map { number in Task { try await store.write { try $0.makeUser("u\(number)") } } }
        while store.statistics.queuedWrites < 3 { await Task.yield() }
        await #expect(throws: StoreError.overloaded) { try await store.write { try $0.makeUser("late") } }
        gate.open()
        for task in waiting { _ = try await task.value }
        #expect(try await store.read { try $0.users.get(usernameKey: "late") } == nil)
    }

    @Test func closingFinishesWhatWaitsAndThenRefuses() async throws {
        let open = try OpenStore()
        let store = open.store
        let gate = try await open.holdWriter()
        let waiting = (0..<50).map { number in Task { try await store.write { try $0.makeUser("u\(number)") } } }
        while store.statistics.queuedWrites < 50 { await Task.yield() }
        let closing = try WorkerThread(name: "closing") { store.close() }
        gate.open()
        closing.join()
        for task in waiting { _ = try await task.value }
        await #expect(throws: StoreError.closed) { try await store.write { _ in } }
        await #expect(throws: StoreError.closed) { try await store.read { _ in } }
        store.close()
        let again = try OpenStore(in: open.directory)
        #expect(try again.store.readSync { try $0.users.count() } == 50)
    }

    @Test func aJobThatEndsTheTransactionItselfFailsItsBatchAndNotTheStore() async throws {
        let open = try OpenStore()
        await #expect(throws: StoreError.self) {
            try await open.store.write { db in
                _ = try db.makeUser()
                try db.execute("ROLLBACK")
            }
        }
        #expect(try await open.store.write { try $0.makeUser() } > 0)
        #expect(open.fatalities.all.isEmpty)
    }

    @Test func aReadSeesWhatWasAcknowledgedAndOneStateThroughout() async throws {
        let open = try OpenStore()
        let store = open.store
        _ = try await store.write { try $0.makeUser("first") }
        let counts = try await store.read { db in
            let before = try db.users.count()
            _ = try store.writeSync { try $0.makeUser("second") }
            return (before, try db.users.count())
        }
        #expect(counts == (1, 1))
        #expect(try await store.read { try $0.users.count() } == 2)
    }

    @Test func aReadCannotWrite() async throws {
        let open = try OpenStore()
        await #expect(throws: StoreError.self) { try await open.store.read { try $0.makeUser() } }
        #expect(try open.store.readSync { try $0.users.count() } == 0)
    }

    @Test func theWALIsCheckpointedAndBeginsAgain() async throws {
        let open = try OpenStore()
        let store = open.store
        let blob = [UInt8](repeating: 7, count: 200_000)
        for _ in 0..<250 {
            _ = try await store.write { try $0.events.append(EventRecord(at: epoch, type: "big", body: blob)) }
        }
        // 250 × 49 pages went through it.
        #expect(store.statistics.checkpoints >= 2)
        #expect(store.statistics.walBytes < 30 << 20)
        #expect(try await store.read { try $0.events.newestCursor() } == 250)
    }
}
