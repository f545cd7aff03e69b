// Generated from switchboard/v1/jobs.proto by scripts/generate.sh. Do not edit.

package import Codec

package enum JobState: ProtoEnum {
    case unspecified
    /// Waits for its time.
    case idle
    case running
    /// Its setting is missing; `summary` names it.
    case disabled
    /// A number that this version does not know.
    case unrecognized(Int32)

    package init() { self.init(rawValue: 0) }

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .idle
        case 2: self = .running
        case 3: self = .disabled
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .idle: 1
        case .running: 2
        case .disabled: 3
        case .unrecognized(let number): number
        }
    }
}

/// How a run ended.
package enum JobOutcome: ProtoEnum {
    /// It has not run yet.
    case unspecified
    case succeeded
    case failed
    /// The server was asked to end; the rest is done after its next start.
    case cancelled
    /// The server ended in the middle of it, without having been asked.
    case interrupted
    /// A number that this version does not know.
    case unrecognized(Int32)

    package init() { self.init(rawValue: 0) }

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .succeeded
        case 2: self = .failed
        case 3: self = .cancelled
        case 4: self = .interrupted
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .succeeded: 1
        case .failed: 2
        case .cancelled: 3
        case .interrupted: 4
        case .unrecognized(let number): number
        }
    }
}

/// Something that the server does from time to time.
package struct Job: ProtoMessage {
    /// Such as `purge-events`.
    package var name: String = ""
    /// What it does.
    package var summary: String = ""
    package var state: JobState = .init()
    /// From the end of a run to the next one, give or take a tenth.
    package var intervalSeconds: Int64 = 0
    /// Absent while it is disabled.
    package var nextRunAt: Timestamp?
    package var lastStartedAt: Timestamp?
    /// Absent while the first run goes on, or before it.
    package var lastFinishedAt: Timestamp?
    /// Of the last run that ended.
    package var lastOutcome: JobOutcome = .init()
    /// What it found, or why it failed; may be empty.
    package var lastDetail: String = ""
    package var lastDurationMs: Int64 = 0
    /// Rows dealt with: so far, while it runs; else by the last run.
    package var rows: Int64 = 0
    /// Runs that failed since the last one that did not. After each of them the job waits longer before it tries again.
    package var failures: Int32 = 0
    /// Who started the last run: `schedule`, or a caller such as `operator(0)`.
    package var lastStartedBy: String = ""

    package init() {}
}

package struct ListJobsRequest: ProtoMessage {
    package init() {}
}

package struct ListJobsResponse: ProtoMessage {
    package var jobs: [Job] = []

    package init() {}
}

package struct RunJobRequest: ProtoMessage {
    package var name: String = ""
    /// Answer when the run has ended, instead of at once. Where the call's deadline passes before that, the job goes on.
    package var wait: Bool = false

    package init() {}
}
