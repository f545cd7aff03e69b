// Runs the jobs of the house: each in a task of its own, never one twice at a time. What it knows of a job is in the database
// as well, written when a run begins and when it ends, so that a schedule survives a restart and a run that a crash cut off
// is known for one.

package import Logging
package import Store
internal import Synchronization

package final class JobRunner: Sendable {
    /// A job as it is just now.
    package struct Snapshot: Sendable {
        package let definition: JobDefinition
        package let record: JobRecord
        /// Of the run that goes on; nil: none does.
        package let rowsSoFar: Int64?
    }

    private struct Run {
        let progress: JobProgress
        let ended: Latch
        var task: Task<Void, Never>?
    }

    private struct State {
        var records: [String: JobRecord] = [:]
        var runs: [String: Run] = [:]
        var isStopping = false
    }

    /// Between two looks at the wall clock, which may be set meanwhile.
    private static let look: Duration = .seconds(60)

    private let store: Store
    private let clock: any Clock
    private let logger: Logger
    private let definitions: [String: JobDefinition]
    private let random: @Sendable () -> Double
    private let settling: Duration
    private let state = Mutex(State())
    private let changed = Wake()

    /// - Parameters:
    ///   - settling: how long a server that has just started is left alone.
    ///   - random: 0 up to, not including, 1.
    package init(
        _ definitions: [JobDefinition], store: Store, clock: any Clock, logger: Logger,
        settling: Duration = .seconds(10), random: @escaping @Sendable () -> Double = { .random(in: 0..<1) }
    ) {
        self.store = store
        self.clock = clock
        self.logger = logger
        self.settling = settling
        self.random = random
        self.definitions = Dictionary(definitions.map { ($0.name, $0) }) { first, _ in first }
    }

    /// Takes up the schedule where the last life of the server left it. Before anything else.
    package func load() async throws {
        let now = clock.now()
        let (definitions, random) = (definitions, random)
        let records = try await store.write { db in
            let kept = Dictionary(uniqueKeysWithValues: try db.jobs.all().map { ($0.name, $0) })
            for name in kept.keys where definitions[name] == nil { try db.jobs.delete(name) }
            return try definitions.mapValues { definition in
                let name = definition.name
                let adopted = definition.schedule.adopted(kept[name], name: name, at: now, random: random())
                if adopted != kept[name] { try db.jobs.put(adopted) }
                return adopted
            }
        }
        state.withLock { $0.records = records }
    }

    /// All jobs, by name.
    package var snapshots: [Snapshot] {
        state.withLock { state in
            definitions.values.sorted { $0.name < $1.name }.compactMap { snapshot($0, state) }
        }
    }

    package func snapshot(_ name: String) -> Snapshot? {
        guard let definition = definitions[name] else { return nil }
        return state.withLock { snapshot(definition, $0) }
    }

    private func snapshot(_ definition: JobDefinition, _ state: borrowing State) -> Snapshot? {
        state.records[definition.name].map { record in
            Snapshot(
                definition: definition, record: record, rowsSoFar: state.runs[definition.name]?.progress.rows)
        }
    }

    /// Starts a job, unless it runs already.
    /// - Parameters:
    ///   - who: for the record, such as `operator(0)`.
    ///   - note: what else is written in the transaction that notes the beginning, where this call begins the run.
    /// - Returns: opens when that run has ended; nil: there is no such job, it lacks its setting, or the server is ending.
    @discardableResult
    package func start(
        _ name: String, by who: String, noting note: @escaping @Sendable (Database) throws -> Void = { _ in }
    ) -> Latch? {
        guard let definition = definitions[name], definition.missingSetting == nil else { return nil }
        let now = clock.now()
        return state.withLock { state in
            if let run = state.runs[name] { return run.ended }
            guard !state.isStopping, let record = state.records[name] else { return nil }
            let begun = definition.schedule.begun(record, by: who, at: now)
            let run = Run(progress: JobProgress(), ended: Latch())
            state.records[name] = begun
            state.runs[name] = run
            // It waits for this lock before it can tell of its end.
            state.runs[name]?.task = Task { await self.perform(definition, begun, run.progress, note) }
            return run.ended
        }
    }

    /// Starts what is due, until the task is cancelled or `stop` was called; then waits for what runs.
    package func run() async {
        let settled = clock.monotonic() + settling
        while !Task.isCancelled, !state.withLock({ $0.isStopping }) {
            let left = settled - clock.monotonic()
            let pause = left > .zero ? left : startDue()
            await withTaskGroup(of: Void.self) { group in
                group.addTask { [changed] in await changed.wait() }
                group.addTask { [clock] in try? await clock.sleep(for: pause) }
                await group.next()
                group.cancelAll()
            }
        }
        stop()
        for task in state.withLock({ $0.runs.values.compactMap(\.task) }) { await task.value }
    }

    /// Starts nothing more, and ends what runs after its present portion.
    package func stop() {
        let tasks = state.withLock { state in
            state.isStopping = true
            return state.runs.values.compactMap(\.task)
        }
        for task in tasks { task.cancel() }
        changed.notify()
    }

    /// - Returns: how long to wait for the next one.
    private func startDue() -> Duration {
        let now = clock.now()
        var pause = Self.look
        for (name, definition) in definitions where definition.missingSetting == nil {
            let left: Duration? = state.withLock { state in
                guard state.runs[name] == nil, let record = state.records[name] else { return nil }
                let sane = definition.schedule.sane(record, at: now)
                state.records[name] = sane
                return sane.nextRunAt - now
            }
            guard let left else { continue }
            if left <= .zero { start(name, by: "schedule") } else { pause = min(pause, left) }
        }
        return pause
    }

    private func perform(
        _ definition: JobDefinition, _ begun: JobRecord, _ progress: JobProgress,
        _ note: @escaping @Sendable (Database) throws -> Void
    ) async {
        let since = clock.monotonic()
        var outcome = JobRecord.Outcome.succeeded
        var detail: String
        do {
            try await store.write { db in
                try db.jobs.put(begun)
                try note(db)
            }
            try Task.checkCancellation()
            detail = try await definition.work(progress)
        } catch is CancellationError {
            (outcome, detail) = (.cancelled, "the server was asked to end")
        } catch StoreError.closed {
            (outcome, detail) = (.cancelled, "the server was asked to end")
        } catch {
            (outcome, detail) = (.failed, String("\(error)".prefix(500)))
        }
        let ended = definition.schedule.ended(
            begun, outcome, detail, rows: progress.rows, after: clock.monotonic() - since, at: clock.now(),
            random: random())
        do {
            try await store.write { db in try db.jobs.put(ended) }
        } catch {
            // The next start will take it for one that was cut off.
            logger.warning("the end of a job was not written", metadata: ["job": "\(begun.name)", "error": "\(error)"])
        }
        tell(definition, ended)
        let latch = state.withLock { state in
            state.records[begun.name] = ended
            return state.runs.removeValue(forKey: begun.name)?.ended
        }
        latch?.open()
        changed.notify()
    }

    private func tell(_ definition: JobDefinition, _ job: JobRecord) {
        let (seconds, attoseconds) = job.duration.components
        let facts: Logger.Metadata = [
            "job": "\(job.name)", "rows": "\(job.rows)", "detail": "\(job.detail)",
            "ms": "\(seconds * 1_000 + attoseconds / 1_000_000_000_000_000)",
        ]
        switch job.outcome {
        case .failed: logger.error("a job failed", metadata: facts)
        case .cancelled: logger.info("a job was cut short", metadata: facts)
        default: logger.log(level: definition.level, "a job ran", metadata: facts)
        }
    }
}
