// When a job runs: a while after its last run ended, give or take a tenth, so that jobs spread over time by themselves; what
// was missed is done once. A job that fails waits a minute, then two, then four, up to its interval or an hour. Pure: the
// time and the dice are arguments.

package import Store

package struct JobSchedule: Sendable, Hashable {
    package var interval: Duration
    /// Whether a run that failed is repeated before its time. Not for a check that found what it looks for.
    package var retriesSooner: Bool

    package init(every interval: Duration, retriesSooner: Bool = true) {
        self.interval = interval
        self.retriesSooner = retriesSooner
    }

    static let firstRetry: Duration = .seconds(60)
    static let longestRetry: Duration = .seconds(3_600)

    /// Until the next run after one that ended.
    /// - Parameters:
    ///   - failures: how many failed in a row, this one included.
    ///   - random: 0 up to, not including, 1.
    package func pause(failures: Int32, random: Double) -> Duration {
        var pause = interval
        if failures > 0, retriesSooner {
            let doublings = Int(min(failures - 1, 20))
            pause = min(Self.firstRetry * (1 << doublings), max(interval, Self.longestRetry))
        }
        return pause * (0.9 + 0.2 * random)
    }

    /// No plan is longer than this: what is farther away was planned by a clock that has been set back since.
    private var longest: Duration { max(interval, Self.longestRetry) * 1.2 }

    /// What a job has before it at a start of the server.
    /// - Parameter record: what was kept of it; nil: it is new.
    package func adopted(_ record: JobRecord?, name: String, at now: Instant, random: Double) -> JobRecord {
        guard var job = record else { return JobRecord(name: name, nextRunAt: now + interval * random) }
        if job.isRunning {
            job.isRunning = false
            job.outcome = .interrupted
            job.finishedAt = now
            job.detail = "the server ended in the middle of it"
            job.duration = .zero
            // What ended the server may have been this job.
            job.failures = Self.increased(job.failures)
            job.nextRunAt = now + pause(failures: job.failures, random: random)
        }
        return sane(job, at: now)
    }

    /// The same, with a next run that is not farther away than any plan.
    package func sane(_ job: JobRecord, at now: Instant) -> JobRecord {
        guard job.nextRunAt > now + longest else { return job }
        var job = job
        job.nextRunAt = now + interval
        return job
    }

    package func begun(_ job: JobRecord, by who: String, at now: Instant) -> JobRecord {
        var job = job
        job.isRunning = true
        job.startedAt = now
        job.startedBy = who
        return job
    }

    package func ended(
        _ job: JobRecord, _ outcome: JobRecord.Outcome, _ detail: String, rows: Int64, after duration: Duration,
        at now: Instant, random: Double
    ) -> JobRecord {
        var job = job
        job.isRunning = false
        job.finishedAt = now
        job.outcome = outcome
        job.detail = detail
        job.rows = rows
        job.duration = duration
        switch outcome {
        case .failed: job.failures = Self.increased(job.failures)
        case .succeeded, .none: job.failures = 0
        case .cancelled, .interrupted: break
        }
        // Cut short by the end of the server, it goes on after the next start.
        job.nextRunAt = outcome == .cancelled ? now : now + pause(failures: job.failures, random: random)
        return job
    }

    private static func increased(_ failures: Int32) -> Int32 { failures == .max ? .max : failures + 1 }
}
