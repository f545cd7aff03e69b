// Generated from switchboard/v1/jobs.proto by scripts/generate.sh. Do not edit.

package import RPC

/// The methods of switchboard.v1.JobsService.
package enum JobsMethods {
    package static let listJobs = Method(service: "switchboard.v1.JobsService", name: "ListJobs", kind: .unary)
    package static let runJob = Method(service: "switchboard.v1.JobsService", name: "RunJob", kind: .unary)
    package static let all = [listJobs, runJob]
}

/// What the server does by itself from time to time: rolls up usage, deletes what was kept long enough, looks after the
/// database. The schedule survives a restart; what was missed meanwhile is done once.
package protocol JobsServiceProtocol: Sendable {
    /// Lists the jobs, by name: when each runs next, and what became of its last run.
    func listJobs(_ request: ListJobsRequest, context: CallContext) async throws -> ListJobsResponse

    /// Starts a job now. One that runs already is not started again: the answer is that run.
    func runJob(_ request: RunJobRequest, context: CallContext) async throws -> Job
}

extension Router {
    /// Registers every method of switchboard.v1.JobsService.
    package mutating func register(_ service: some JobsServiceProtocol) {
        unary(JobsMethods.listJobs) { (request: ListJobsRequest, context: CallContext) async throws -> ListJobsResponse in
            try await service.listJobs(request, context: context)
        }
        unary(JobsMethods.runJob) { (request: RunJobRequest, context: CallContext) async throws -> Job in
            try await service.runJob(request, context: context)
        }
    }
}

/// Calls switchboard.v1.JobsService.
package struct JobsClient: Sendable {
    package var client: RPCClient

    package init(_ client: RPCClient) {
        self.client = client
    }

    /// Lists the jobs, by name: when each runs next, and what became of its last run.
    package func listJobs(_ request: ListJobsRequest, options: CallOptions = .init()) async throws -> ListJobsResponse {
        try await client.unary(JobsMethods.listJobs, request, options: options)
    }

    /// Starts a job now. One that runs already is not started again: the answer is that run.
    package func runJob(_ request: RunJobRequest, options: CallOptions = .init()) async throws -> Job {
        try await client.unary(JobsMethods.runJob, request, options: options)
    }
}
