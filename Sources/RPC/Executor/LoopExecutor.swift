// Runs the tasks of handlers on the event loop of their connection, so that a handler which does not wait costs no change
// of thread and its reply is written where it was made. Jobs that come up while the loop is busy are collected and run
// in one go per tick; whoever wrote something meanwhile is flushed once, after all of them.

internal import NIOConcurrencyHelpers
internal import NIOCore

final class LoopExecutor: TaskExecutor {
    let loop: any EventLoop
    /// Stands around each batch of jobs, on the loop.
    private let around: @Sendable (_ batch: () -> Void) -> Void

    private struct State {
        var jobs: [UnownedJob] = []
        var isScheduled = false
    }

    private let state = NIOLockedValueBox(State())

    init(loop: any EventLoop, around: @escaping @Sendable (_ batch: () -> Void) -> Void) {
        self.loop = loop
        self.around = around
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let mustSchedule = state.withLockedValue { state in
            state.jobs.append(job)
            defer { state.isScheduled = true }
            return !state.isScheduled
        }
        if mustSchedule { loop.execute { self.runBatch() } }
    }

    /// Runs what is there now; what these jobs add waits for the next tick, so that sockets get their turn.
    private func runBatch() {
        let jobs = state.withLockedValue { state in
            let jobs = state.jobs
            state.jobs = []
            return jobs
        }
        around {
            for job in jobs { job.runSynchronously(on: asUnownedTaskExecutor()) }
        }
        let goOn = state.withLockedValue { state in
            state.isScheduled = !state.jobs.isEmpty
            return state.isScheduled
        }
        if goOn { loop.execute { self.runBatch() } }
    }
}
