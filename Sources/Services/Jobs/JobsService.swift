// JobsService: lists the jobs of the house and starts them.

internal import Codec
package import Contract
package import RPC
internal import Store

package struct JobsService: JobsServiceProtocol {
    private let runner: JobRunner
    private let clock: any Clock

    package init(runner: JobRunner, clock: any Clock) {
        self.runner = runner
        self.clock = clock
    }

    package func listJobs(_ request: ListJobsRequest, context: CallContext) async throws -> ListJobsResponse {
        .with { $0.jobs = runner.snapshots.map { Job($0) } }
    }

    package func runJob(_ request: RunJobRequest, context: CallContext) async throws -> Job {
        let who = try context.principal.label
        guard let job = runner.snapshot(request.name) else { throw Tenancy.notFound }
        if let setting = job.definition.missingSetting {
            throw RPCError.make(
                .validationError, "This job is not configured: \(setting) is not set.",
                violations: [.init(field: "name", description: "needs the setting \(setting)")],
                hint: "Set it in the server's configuration and start the server again.")
        }
        let (name, now) = (request.name, clock.now())
        let started = runner.start(name, by: who) { db in
            try Audit.record(context, .init("job", name: name), in: db, at: now)
        }
        guard let ended = started else {
            throw RPCError.make(.shuttingDown, "The server is shutting down.")
        }
        if request.wait {
            await ended.wait()
            // The deadline, or the caller has gone: the job goes on by itself.
            try Task.checkCancellation()
        }
        guard let after = runner.snapshot(request.name) else { throw Tenancy.notFound }
        return Job(after)
    }
}

extension Job {
    init(_ snapshot: JobRunner.Snapshot) {
        self.init()
        let (definition, record) = (snapshot.definition, snapshot.record)
        name = definition.name
        summary = definition.summary
        state = definition.missingSetting != nil ? .disabled : record.isRunning ? .running : .idle
        intervalSeconds = definition.schedule.interval.components.seconds
        if state != .disabled { nextRunAt = record.nextRunAt.timestamp }
        lastStartedAt = record.startedAt?.timestamp
        lastFinishedAt = record.finishedAt?.timestamp
        lastOutcome = JobOutcome(rawValue: record.outcome.rawValue)
        lastDetail = record.detail
        let (seconds, attoseconds) = record.duration.components
        lastDurationMs = seconds * 1_000 + attoseconds / 1_000_000_000_000_000
        rows = snapshot.rowsSoFar ?? record.rows
        failures = record.failures
        lastStartedBy = record.startedBy
    }
}
