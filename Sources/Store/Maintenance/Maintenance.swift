// A thread for work that reads all of the database: checks and backups. It opens a connection for each piece of work, so
// that the readers stay free for callers, has the lowest claim to the processor, and can be told to stop in the middle of
// a statement.
//
// Such work sees one state of the database to its end, which keeps the WAL from beginning again at its start: meanwhile
// the writer does not wait for readers at its checkpoints (`isPinning`).

internal import CSQLite
internal import Glibc
internal import Synchronization

final class Maintenance: Sendable {
    private let queue = JobQueue(bound: 16)
    private let pins = Atomic<Int>(0)
    private let ending = Atomic<Bool>(false)
    private let ended = Atomic<Bool>(false)

    /// Whether some work holds on to a state of the database.
    var isPinning: Bool { pins.load(ordering: .relaxed) > 0 }

    /// Whether the store is being closed.
    var isEnding: Bool { ending.load(ordering: .relaxed) }

    func put(_ job: Job) throws(StoreError) { try queue.put(job) }

    /// Takes nothing more in, and stops what runs.
    func stop() {
        ending.store(true, ordering: .relaxed)
        queue.stop(.closed)
    }

    /// Whether the thread has come to its end, waited for a while: SQLite 3.40 walks through a tree without ever looking
    /// whether it should stop, and that can take minutes. What it still reads then harms nobody.
    func hasEnded(within limit: Duration) -> Bool {
        let end = ContinuousClock.now + limit
        while !ended.load(ordering: .acquiring) {
            guard ContinuousClock.now < end else { return false }
            usleep(5_000)
        }
        return true
    }

    /// The thread's whole life.
    func run(open: () throws -> Database) {
        defer { ended.store(true, ordering: .releasing) }
        // Of this thread alone, as Linux has it.
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
        while let job = queue.take(upTo: 1).first {
            do {
                if isEnding { throw StoreError.closed }
                let db = try open()
                defer { db.close() }
                pins.add(1, ordering: .relaxed)
                defer { pins.subtract(1, ordering: .relaxed) }
                try job.run(db)
            } catch {
                job.fail(error)
            }
            job.finish()
        }
    }
}

/// What can stop a piece of long work: its caller, or the end of the store.
final class Interrupt: Sendable {
    private let flag = Atomic<Bool>(false)
    private let maintenance: Maintenance

    init(_ maintenance: Maintenance) { self.maintenance = maintenance }

    func set() { flag.store(true, ordering: .relaxed) }

    var isSet: Bool { flag.load(ordering: .relaxed) || maintenance.isEnding }

    /// - Throws: `CancellationError` where it is set.
    func check() throws { if isSet { throw CancellationError() } }

    /// Runs `body`, in which each statement of a connection ends with an error once this is set.
    /// - Throws: `CancellationError` where it was set.
    func during<T>(_ db: Database, _ body: () throws -> T) throws -> T {
        sqlite3_progress_handler(
            db.handle, 10_000,
            { context in
                guard let context else { return 0 }
                return Unmanaged<Interrupt>.fromOpaque(context).takeUnretainedValue().isSet ? 1 : 0
            }, Unmanaged.passUnretained(self).toOpaque())
        defer { sqlite3_progress_handler(db.handle, 0, nil, nil) }
        do {
            let result = try body()
            try check()
            return result
        } catch {
            throw isSet ? CancellationError() : error
        }
    }
}
