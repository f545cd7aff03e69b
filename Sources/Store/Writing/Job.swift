// A piece of work for a store thread: runs on a database, keeps its outcome, and hands it over when it may be known.
// One thread at a time has it: whoever puts it into a queue, then whoever took it out.

/// Whether a job can fail without its batch.
package enum SavepointPolicy: Sendable {
    /// Its failure undoes what it did and nothing else.
    case own
    /// Nothing in it can fail but the disk: it saves the two statements. Should it fail all the same, the batch is
    /// rolled back and run again, each job in a savepoint.
    case none
}

class Job: @unchecked Sendable {
    let savepoint: SavepointPolicy

    init(savepoint: SavepointPolicy) {
        self.savepoint = savepoint
    }

    /// Whether it is to be run between two transactions.
    var isOutside: Bool { false }

    /// Does the work. May be called again, when the batch it was part of had to be rolled back.
    func run(_ db: Database) throws {}

    /// Replaces whatever the outcome was.
    func fail(_ error: any Error) {}

    /// Tells whoever waits. Once, with no lock held.
    func finish() {}
}

final class JobReturning<T: Sendable>: Job, @unchecked Sendable {
    private let body: @Sendable (Database) throws -> T
    private let completion: @Sendable (Result<T, any Error>) -> Void
    private var outcome: Result<T, any Error> = .failure(StoreError.closed)

    init(
        savepoint: SavepointPolicy, body: @escaping @Sendable (Database) throws -> T,
        completion: @escaping @Sendable (Result<T, any Error>) -> Void
    ) {
        self.body = body
        self.completion = completion
        super.init(savepoint: savepoint)
    }

    override func run(_ db: Database) throws { outcome = .success(try body(db)) }

    override func fail(_ error: any Error) { outcome = .failure(error) }

    override func finish() { completion(outcome) }
}
