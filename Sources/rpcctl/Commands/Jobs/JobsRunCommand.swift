// `rpcctl jobs run`: starts a job and, where that is asked for, waits for its end.
internal import ArgumentParser
internal import Codec
internal import Contract
internal import RPC

struct JobsRunCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Start a job now; one that runs already is not started again.",
        discussion: """
            With --wait, exit status 1 when the run fails, 75 when --timeout (default 60s) comes before its end; the job \
            goes on then. Example: rpcctl jobs run integrity-check --wait
            """)

    @Argument(help: ArgumentHelp("The job, as `jobs list` names it.", valueName: "name"))
    var name: String

    @Flag(help: "Wait until the run has ended.")
    var wait = false

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let limit = TimeLimit(rpcd.timeout ?? (wait ? Rpcd.waitTimeout : Rpcd.unaryTimeout))
        let job: Job
        do {
            job = try await rpcd.jobs.runJob(
                .with {
                    $0.name = name
                    $0.wait = wait
                }, options: CallOptions(timeout: limit.remaining))
        } catch let error as RPCError where error.code == .notFound {
            var failure = Failure(error)
            failure.hint = "`rpcctl jobs list` names the jobs that there are"
            throw failure
        } catch let error as RPCError where wait && error.code == .deadlineExceeded && limit.hasPassed {
            let jobs = try await rpcd.jobs.listJobs(.init(), options: CallOptions(timeout: Rpcd.unaryTimeout)).jobs
            if let job = jobs.first(where: { $0.name == name }) { try output.show(job) { JobText.details(job) } }
            throw Failure(
                .outOfTime, "DEADLINE_EXCEEDED", "the job goes on after \(TimeSpan(limit.whole).text)",
                hint: "`rpcctl jobs list` shows when it has ended")
        }
        try output.show(job) { JobText.details(job) }
        guard wait, job.lastOutcome != .succeeded else { return }
        throw Failure(
            .failed, job.lastOutcome == .cancelled ? "SHUTTING_DOWN" : "INTERNAL", "the job failed: \(job.lastDetail)")
    }
}
