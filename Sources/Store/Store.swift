// The store: one database file, one thread that writes it, a few that read it. Everything that was answered with success
// by `write` is committed and synced. Repositories hang on the `Database` that a job is given: `db.messages.get(id)`.

internal import Synchronization

package final class Store: Sendable {
    let writer: Writer
    private let readers: ReaderPool
    let maintenance: Maintenance
    let place: FilePlace
    private let threads: Mutex<(writer: WorkerThread?, readers: [WorkerThread], upkeep: WorkerThread?)>
    package let path: String

    /// Opens the database in `directory`, makes or migrates it as Opening's rules allow, and starts the threads.
    /// Blocks. Throws `StoreError.refused` with the reason and a hint for the operator.
    ///
    /// - Parameters:
    ///   - now: stamped on the migrations that run.
    ///   - onFatal: called once, on the writer's thread, when a write or sync failed: from then on every write is
    ///     refused with `.failed`, and the process should say so and exit.
    package static func open(
        directory: String, options: StoreOptions = StoreOptions(), now: Moment,
        onFatal: @escaping @Sendable (StoreError) -> Void
    ) throws -> Store {
        try open(DatabaseFile(directory: directory), options: options, now: now, onFatal: onFatal)
    }

    static func open(
        _ file: DatabaseFile, options: StoreOptions, now: Moment, onFatal: @escaping @Sendable (StoreError) -> Void
    ) throws -> Store {
        let writing = try file.open(initialise: options.initialise, now: now)
        let reading = try (0..<max(1, options.readers)).map { _ in try file.openReader() }
        return try Store(file, options, writing, reading, onFatal)
    }

    private init(
        _ file: DatabaseFile, _ options: StoreOptions, _ writing: Database, _ reading: [Database],
        _ onFatal: @escaping @Sendable (StoreError) -> Void
    ) throws {
        path = file.path
        let place = try FilePlace(file.path)
        self.place = place
        let maintenance = Maintenance()
        let writer = Writer(
            queueBound: options.queueBound, batchLimit: options.batchLimit, isPinned: { maintenance.isPinning },
            onFatal: onFatal)
        let readers = ReaderPool(queueBound: options.queueBound)
        self.writer = writer
        self.readers = readers
        self.maintenance = maintenance
        let writing = Handover(db: writing)
        let writerThread = try WorkerThread(name: "store-writer") { writer.run(writing.db) }
        let readerThreads = try reading.map { db in
            let db = Handover(db: db)
            return try WorkerThread(name: "store-reader") { readers.run(db.db) }
        }
        let upkeep = try WorkerThread(name: "store-upkeep") {
            maintenance.run {
                // It opens whatever has the name by now.
                if let what = place.displacement() { throw StoreError.readOnly(what) }
                return try file.openReader()
            }
        }
        threads = Mutex((writerThread, readerThreads, upkeep))
    }

    /// Runs `body` in a transaction together with whatever else waits, and returns when it is committed and synced.
    ///
    /// An error of `body` undoes what it did and nothing else, and is thrown here. `body` may run twice (its batch was
    /// rolled back): it must have no effect but on the database; for what else is to happen there is
    /// `db.afterCommit`. It must not wait for anything. Cancelling the task does not take the job back: what was
    /// queued may still be committed.
    ///
    /// Throws `.overloaded` (queue full, nothing was run), `.storageFull`, `.failed` (the writer has stopped),
    /// `.closed`, `.ioFailure` (not acknowledged: it may or may not be there after a restart).
    package func write<T: Sendable>(
        savepoint: SavepointPolicy = .own, _ body: @escaping @Sendable (Database) throws -> T
    ) async throws -> T {
        try await withUnsafeThrowingContinuation { continuation in
            enqueue(JobReturning(savepoint: savepoint, body: body) { continuation.resume(with: $0) }, on: writer.put)
        }
    }

    /// Runs `body` on a reader, in one snapshot that holds everything acknowledged before this call. `body` cannot
    /// write. Throws `.overloaded`, `.closed`, and what `body` throws.
    package func read<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws -> T {
        try await withUnsafeThrowingContinuation { continuation in
            enqueue(JobReturning(savepoint: .none, body: body) { continuation.resume(with: $0) }, on: readers.put)
        }
    }

    /// `write` for tools and tests: blocks the calling thread. Never on an event loop, never inside a job.
    package func writeSync<T: Sendable>(
        savepoint: SavepointPolicy = .own, _ body: @escaping @Sendable (Database) throws -> T
    ) throws -> T {
        let answer = Monitor<Result<T, any Error>?>(nil)
        enqueue(JobReturning(savepoint: savepoint, body: body) { answer.settle($0) }, on: writer.put)
        return try answer.wait { $0 }.get()
    }

    /// `read` for tools and tests: blocks the calling thread.
    package func readSync<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) throws -> T {
        let answer = Monitor<Result<T, any Error>?>(nil)
        enqueue(JobReturning(savepoint: .none, body: body) { answer.settle($0) }, on: readers.put)
        return try answer.wait { $0 }.get()
    }

    /// From now on `observer` gets the events of each batch after its commit, in the order of their cursors, before the
    /// callers of the batch hear of it; on the writer's thread: it must be quick and must not wait for the store.
    package func observeEvents(_ observer: @escaping @Sendable ([EventRecord]) -> Void) { writer.observe(observer) }

    /// From now on `observer` is told after each batch whether there was room for it on the disk: false where it was refused for
    /// want of room, true where something was written. What writes nothing is no sign. On the writer's thread.
    package func observeRoom(_ observer: @escaping @Sendable (Bool) -> Void) { writer.observeRoom(observer) }

    /// Takes nothing more in, finishes what waits, empties the WAL into the file and closes it. Blocks until then.
    /// A second call does nothing. Not from a job or an observer.
    package func close() {
        let (writerThread, readerThreads, upkeep) = threads.withLock { threads in
            defer { threads = (nil, [], nil) }
            return threads
        }
        maintenance.stop()
        readers.stop()
        for thread in readerThreads { thread.join() }
        if let upkeep, maintenance.hasEnded(within: .seconds(2)) { upkeep.join() }
        writer.stop()
        writerThread?.join()
    }

    package var statistics: StoreStatistics {
        let counters = writer.statistics
        return StoreStatistics(
            commits: counters.commits, writes: counters.jobs, checkpoints: counters.checkpoints,
            queuedWrites: writer.waiting, queuedReads: readers.waiting, walBytes: FileStatus.size(of: path + "-wal"),
            failure: counters.failure)
    }

    func enqueue(_ job: Job, on put: (Job) throws(StoreError) -> Void) {
        do {
            try put(job)
        } catch {
            job.fail(error)
            job.finish()
        }
    }

    /// A connection that goes to its thread and is not used by this one again.
    private struct Handover: @unchecked Sendable {
        let db: Database
    }
}

extension Monitor {
    fileprivate func settle<T>(_ result: T) where State == T? {
        locked { $0 = result }
        wakeAll()
    }
}

/// How a store is opened and how much it takes on.
package struct StoreOptions: Sendable {
    /// Make a new database also where the directory shows that there was one. An existing database is never touched by
    /// it.
    package var initialise = false
    /// Threads that read.
    package var readers = 2
    /// Jobs that may wait, for the writer and for the readers each; beyond that `.overloaded`.
    package var queueBound = 4096
    /// Jobs in one transaction at most. More than 64 gained nothing when it was measured.
    package var batchLimit = 128

    package init() {}
}

/// What the store is doing. Counts are since it was opened.
package struct StoreStatistics: Sendable, Equatable {
    package let commits: Int
    /// Jobs that were in those commits.
    package let writes: Int
    package let checkpoints: Int
    package let queuedWrites: Int
    package let queuedReads: Int
    package let walBytes: Int64
    /// Why the writer stopped, where it did.
    package let failure: StoreError?
}
