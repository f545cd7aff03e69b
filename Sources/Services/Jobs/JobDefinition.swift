// A job of the house: what it is called, how often it runs, what it does. When it runs is the runner's affair.

package import Logging
internal import Synchronization

package struct JobDefinition: Sendable {
    package let name: String
    /// One sentence for people.
    package let summary: String
    package let schedule: JobSchedule
    /// The setting without which it does not run; nil: it runs.
    package var missingSetting: String?
    /// How loudly a run that went well is told.
    package var level: Logger.Level = .debug
    /// Does it, in small portions, and says what is worth knowing. Ends early where its task is cancelled.
    package let work: @Sendable (JobProgress) async throws -> String

    package init(
        _ name: String, _ summary: String, schedule: JobSchedule,
        work: @escaping @Sendable (JobProgress) async throws -> String
    ) {
        self.name = name
        self.summary = summary
        self.schedule = schedule
        self.work = work
    }
}

/// How far a run has come.
package final class JobProgress: Sendable {
    private let count = Atomic<Int64>(0)

    package init() {}

    package var rows: Int64 { count.load(ordering: .relaxed) }

    package func add(_ rows: Int) { count.add(Int64(rows), ordering: .relaxed) }
}

/// Why a job failed, in words for the operator.
package struct JobFailure: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
