// A row of `jobs`: when a job of the house runs next, and what became of its last run. Which jobs there are, and when they
// are due, is the services' to know.

package struct JobRecord: Sendable, Equatable {
    /// How the last run that ended did.
    package enum Outcome: Int32, StoredCode {
        case none = 0
        case succeeded = 1
        case failed = 2
        case cancelled = 3
        case interrupted = 4
    }

    package var name: String
    package var isRunning = false
    package var nextRunAt: Moment
    /// Of the last run, which may be the one that goes on.
    package var startedAt: Moment?
    package var startedBy = ""
    /// Of the last run that ended.
    package var finishedAt: Moment?
    package var outcome = Outcome.none
    package var detail = ""
    package var duration: Duration = .zero
    package var rows: Int64 = 0
    /// In a row.
    package var failures: Int32 = 0

    package init(name: String, nextRunAt: Moment) {
        self.name = name
        self.nextRunAt = nextRunAt
    }

    static let columns = """
        name, is_running, next_run_at, started_at, started_by, finished_at, outcome, detail, duration_us, rows, failures
        """

    var values: [any Bindable] {
        let (seconds, attoseconds) = duration.components
        return [
            name, isRunning, nextRunAt, startedAt, startedBy, finishedAt, outcome, detail,
            seconds * 1_000_000 + attoseconds / 1_000_000_000_000, rows, failures,
        ]
    }

    init(_ row: inout Row) throws(StoreError) {
        name = try row.next()
        isRunning = try row.next()
        nextRunAt = try row.next()
        startedAt = try row.next()
        startedBy = try row.next()
        finishedAt = try row.next()
        outcome = try row.next()
        detail = try row.next()
        duration = .microseconds(try row.next(Int64.self))
        rows = try row.next()
        failures = try row.next()
    }
}
