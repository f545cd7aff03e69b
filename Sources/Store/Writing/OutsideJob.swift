// Work for the writer's connection that cannot be done inside a transaction: emptying the WAL, reading the settings back.

class OutsideJob: Job, @unchecked Sendable {
    init() { super.init(savepoint: .none) }

    override var isOutside: Bool { true }

    /// - Parameter isIdle: no caller waits for a write just now.
    func run(_ db: Database, _ checkpointer: Checkpointer, isIdle: Bool) throws(StoreError) {}
}

final class OutsideJobReturning<T: Sendable>: OutsideJob, @unchecked Sendable {
    private let body: (Database, Checkpointer, Bool) throws(StoreError) -> T
    private let completion: @Sendable (Result<T, any Error>) -> Void
    private var outcome: Result<T, any Error> = .failure(StoreError.closed)

    init(
        _ body: @escaping (Database, Checkpointer, _ isIdle: Bool) throws(StoreError) -> T,
        completion: @escaping @Sendable (Result<T, any Error>) -> Void
    ) {
        self.body = body
        self.completion = completion
    }

    override func run(_ db: Database, _ checkpointer: Checkpointer, isIdle: Bool) throws(StoreError) {
        outcome = .success(try body(db, checkpointer, isIdle))
    }

    override func fail(_ error: any Error) { outcome = .failure(error) }

    override func finish() { completion(outcome) }
}
