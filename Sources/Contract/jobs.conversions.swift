// Generated from switchboard/v1/jobs.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CMessages
internal import CProtobufC
package import Codec

extension Job {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__job__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Job.self)
        self.name = Unpacked.string(c.pointee.name)
        self.summary = Unpacked.string(c.pointee.summary)
        self.state = Unpacked.enumeration(c.pointee.state)
        self.intervalSeconds = c.pointee.interval_seconds
        self.nextRunAt = Unpacked.message(c.pointee.next_run_at)
        self.lastStartedAt = Unpacked.message(c.pointee.last_started_at)
        self.lastFinishedAt = Unpacked.message(c.pointee.last_finished_at)
        self.lastOutcome = Unpacked.enumeration(c.pointee.last_outcome)
        self.lastDetail = Unpacked.string(c.pointee.last_detail)
        self.lastDurationMs = c.pointee.last_duration_ms
        self.rows = c.pointee.rows
        self.failures = c.pointee.failures
        self.lastStartedBy = Unpacked.string(c.pointee.last_started_by)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Job.self)
        c.pointee.name = arena.bytes(self.name)
        c.pointee.summary = arena.bytes(self.summary)
        c.pointee.state = Packed.enumeration(self.state)
        c.pointee.interval_seconds = self.intervalSeconds
        c.pointee.next_run_at = arena.message(self.nextRunAt)
        c.pointee.last_started_at = arena.message(self.lastStartedAt)
        c.pointee.last_finished_at = arena.message(self.lastFinishedAt)
        c.pointee.last_outcome = Packed.enumeration(self.lastOutcome)
        c.pointee.last_detail = arena.bytes(self.lastDetail)
        c.pointee.last_duration_ms = self.lastDurationMs
        c.pointee.rows = self.rows
        c.pointee.failures = self.failures
        c.pointee.last_started_by = arena.bytes(self.lastStartedBy)
    }
}

extension ListJobsRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_jobs_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {}

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {}
}

extension ListJobsResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_jobs_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListJobsResponse.self)
        self.jobs = Unpacked.messages(c.pointee.n_jobs, c.pointee.jobs)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListJobsResponse.self)
        (c.pointee.n_jobs, c.pointee.jobs) = arena.messages(self.jobs)
    }
}

extension RunJobRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__run_job_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RunJobRequest.self)
        self.name = Unpacked.string(c.pointee.name)
        self.wait = c.pointee.wait != 0
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RunJobRequest.self)
        c.pointee.name = arena.bytes(self.name)
        c.pointee.wait = self.wait ? 1 : 0
    }
}
