// A bounded queue of jobs, in order. Who puts one in never waits: a full queue says so. Threads wait at the other end.

final class JobQueue: Sendable {
    private struct State {
        var jobs: [Job] = []
        /// Why nothing more is taken in.
        var stopped: StoreError?
    }

    private let monitor = Monitor(State())
    private let bound: Int

    init(bound: Int) {
        self.bound = bound
    }

    func put(_ job: Job) throws(StoreError) {
        try monitor.locked { state throws(StoreError) in
            if let stopped = state.stopped { throw stopped }
            guard state.jobs.count < bound else { throw .overloaded }
            state.jobs.append(job)
        }
        monitor.wakeOne()
    }

    /// Waits for jobs and takes up to `limit` of them. Empty: the queue was stopped, and nothing is left in it.
    func take(upTo limit: Int) -> [Job] {
        monitor.wait { state in
            if state.jobs.isEmpty { return state.stopped == nil ? nil : [] }
            guard state.jobs.count > limit else {
                let all = state.jobs
                state.jobs = []
                return all
            }
            let taken = Array(state.jobs.prefix(limit))
            state.jobs.removeFirst(limit)
            return taken
        }
    }

    /// Takes nothing more in. What is in it stays to be taken.
    func stop(_ reason: StoreError) {
        monitor.locked { state in
            if state.stopped == nil { state.stopped = reason }
        }
        monitor.wakeAll()
    }

    var count: Int { monitor.locked { $0.jobs.count } }
}
