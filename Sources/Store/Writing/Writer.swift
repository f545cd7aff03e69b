// The one thread that writes. It takes whatever waits, runs it in one transaction, syncs once, and then answers all of
// it: nobody waits for company, and nobody hears "done" before the disk has it. A failed write or sync ends it for
// good; a full disk does not.

internal import Synchronization

final class Writer: Sendable {
    struct Counters: Sendable {
        var commits = 0
        var jobs = 0
        var checkpoints = 0
        var walPages: Int32 = 0
        var failure: StoreError?
        /// Whether that was said.
        fileprivate var isFailureTold = false
    }

    private let queue: JobQueue
    private let counters = Mutex(Counters())
    private let observers: Mutex<[@Sendable ([EventRecord]) -> Void]> = Mutex([])
    private let roomObservers: Mutex<[@Sendable (Bool) -> Void]> = Mutex([])
    private let ending = Atomic<Bool>(false)
    private let onFatal: @Sendable (StoreError) -> Void
    private let batchLimit: Int
    let isPinned: @Sendable () -> Bool

    /// - Parameter isPinned: whether somebody reads one state of the database for long.
    init(
        queueBound: Int, batchLimit: Int, isPinned: @escaping @Sendable () -> Bool = { false },
        onFatal: @escaping @Sendable (StoreError) -> Void
    ) {
        queue = JobQueue(bound: queueBound)
        self.batchLimit = batchLimit
        self.isPinned = isPinned
        self.onFatal = onFatal
    }

    func put(_ job: Job) throws(StoreError) { try queue.put(job) }

    func observe(_ observer: @escaping @Sendable ([EventRecord]) -> Void) { observers.withLock { $0.append(observer) } }

    func observeRoom(_ observer: @escaping @Sendable (Bool) -> Void) { roomObservers.withLock { $0.append(observer) } }

    func stop() {
        ending.store(true, ordering: .relaxed)
        queue.stop(.closed)
    }

    /// Whether the store is being closed.
    var isEnding: Bool { ending.load(ordering: .relaxed) }

    var waiting: Int { queue.count }

    var statistics: Counters { counters.withLock { $0 } }

    /// The thread's whole life: until the queue is stopped and empty. Closes the connection.
    func run(_ db: Database) {
        let batch = Batch(db: db)
        let checkpointer = Checkpointer(db)
        while true {
            let jobs = queue.take(upTo: batchLimit)
            guard !jobs.isEmpty else { break }
            if let failure = counters.withLock({ $0.failure }) {
                answer(jobs, failure: .failed("\(failure)"))
                continue
            }
            let outside = jobs.contains(where: \.isOutside) ? jobs.compactMap { $0 as? OutsideJob } : []
            let commits = checkpointer.commits
            perform(outside.isEmpty ? jobs : jobs.filter { !$0.isOutside }, batch)
            if checkpointer.commits != commits { noteRoom(true) }
            do throws(StoreError) {
                try checkpointer.afterCommit(isPinned: isPinned())
            } catch {
                fail(error)
            }
            for job in outside { perform(job, checkpointer, db) }
            counters.withLock {
                $0.walPages = checkpointer.walPages
                $0.checkpoints = checkpointer.done
            }
        }
        if counters.withLock({ $0.failure }) != nil || (try? checkpointer.finish()) == nil { db.keepWAL() }
        checkpointer.detach()
        db.close()
    }

    /// Work between two transactions, where nobody else waits; else it is told so and comes another time.
    private func perform(_ job: OutsideJob, _ checkpointer: Checkpointer, _ db: Database) {
        if let failure = counters.withLock({ $0.failure }) {
            job.fail(StoreError.failed("\(failure)"))
        } else {
            do throws(StoreError) {
                try job.run(db, checkpointer, isIdle: queue.count == 0)
            } catch {
                job.fail(error)
                if error.isFatal { fail(error) }
            }
        }
        job.finish()
    }

    private func perform(_ jobs: [Job], _ batch: Batch) {
        guard !jobs.isEmpty else { return }
        switch batch.run(jobs) {
        case .success(let effects):
            counters.withLock {
                $0.commits += 1
                $0.jobs += jobs.count
            }
            for action in effects.actions { action() }
            if !effects.events.isEmpty {
                for observer in observers.withLock({ $0 }) { observer(effects.events) }
            }
            for job in jobs { job.finish() }
        case .failure(let error):
            if error.isFatal { fail(error) }
            if error == .storageFull { noteRoom(false) }
            answer(jobs, failure: error)
        }
    }

    private func noteRoom(_ hasRoom: Bool) {
        for observer in roomObservers.withLock({ $0 }) { observer(hasRoom) }
    }

    private func answer(_ jobs: [Job], failure: StoreError) {
        for job in jobs {
            job.fail(failure)
            job.finish()
        }
    }

    /// Nothing is written from now on: what waits and what comes is refused. On the writer's thread, which has something to
    /// do before the end is told.
    func suspend(_ error: StoreError) {
        counters.withLock { $0.failure = $0.failure ?? error }
        queue.stop(.failed("\(error)"))
        answer(queue.take(upTo: .max), failure: .failed("\(error)"))
    }

    /// The same, for good.
    private func fail(_ error: StoreError) {
        let isFirst = counters.withLock { counters in
            guard !counters.isFailureTold else { return false }
            counters.isFailureTold = true
            counters.failure = error
            return true
        }
        guard isFirst else { return }
        queue.stop(.failed("\(error)"))
        onFatal(error)
    }
}
