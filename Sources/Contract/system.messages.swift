// Generated from switchboard/v1/system.proto by scripts/generate.sh. Do not edit.

package import Codec

package struct GetStatusRequest: ProtoMessage {
    package init() {}
}

package struct SystemStatus: ProtoMessage {
    package var version: String = ""
    package var pid: Int64 = 0
    package var startedAt: Timestamp?
    package var uptimeSeconds: Int64 = 0
    /// What is bound, such as `unix:/run/switchboard/rpcd.sock`.
    package var listeners: [String] = []
    /// The limits in force, by name.
    package var limits: [String: Int64] = [:]
    package var live: LiveCounts?
    /// Messages by state, such as `pending`.
    package var messages: [String: Int64] = [:]
    /// Sessions by state.
    package var sessions: [String: Int64] = [:]

    package init() {}
}

/// What is held just now. After load and abuse these return to where they were.
package struct LiveCounts: ProtoMessage {
    package var connections: Int64 = 0
    package var streams: Int64 = 0
    package var runningHandlers: Int64 = 0
    package var watchers: Int64 = 0
    package var fileDescriptors: Int64 = 0
    /// Bytes.
    package var residentMemory: Int64 = 0
    /// Bytes.
    package var walSize: Int64 = 0
    package var leases: Int64 = 0
    package var bridges: Int64 = 0

    package init() {}
}
