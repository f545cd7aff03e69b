// A few threads that read, each on its own connection that cannot write. A job sees one state of the database from
// beginning to end: the last one committed when it began.

final class ReaderPool: Sendable {
    private let queue: JobQueue

    init(queueBound: Int) {
        queue = JobQueue(bound: queueBound)
    }

    func put(_ job: Job) throws(StoreError) { try queue.put(job) }

    func stop() { queue.stop(.closed) }

    var waiting: Int { queue.count }

    /// One thread's whole life. Closes the connection.
    func run(_ db: Database) {
        while let job = queue.take(upTo: 1).first {
            do {
                try db.begin(immediate: false)
                defer { db.rollback() }
                try job.run(db)
            } catch {
                job.fail(error)
            }
            job.finish()
        }
        db.close()
    }
}
