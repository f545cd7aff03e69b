// The names of the limits, as counters have them, and the counters: how often each was the reason to refuse a call, not to
// take a connection or to cut one. Refusals are rare, or somebody's attack: a lock is good enough.

internal import Synchronization

/// What stood in a peer's way.
enum ServerLimitName: String, CaseIterable {
    case connections
    case connectionsPerAddress = "connections_per_address"
    case descriptors
    case firstFrame = "first_frame"
    case tlsHandshake = "tls_handshake"
    case idle
    case frame = "frame_bytes"
    case frameTime = "frame_time"
    /// How often a connection was not read for a while.
    case parsing = "parsing_bytes"
    case streams = "streams_per_connection"
    case handlers = "running_handlers"
    case metadata
    case streamBuffer = "stream_buffer"
    case writeStall = "write_stall"
    /// No limit, but of the same kind: frames and messages against the rules.
    case malformed

    /// Of a refusal on a stream; `nil` for those that no limit is the reason of.
    init?(reason: String) {
        switch reason {
        case "FRAME_TOO_LARGE": self = .frame
        case "TOO_MANY_STREAMS": self = .streams
        case "OVERLOADED": self = .handlers
        case "METADATA_TOO_LARGE": self = .metadata
        case "STREAM_OVERFLOW": self = .streamBuffer
        case "MALFORMED_REQUEST": self = .malformed
        default: return nil
        }
    }
}

final class RefusalCounts: Sendable {
    private let counts = Mutex([Int](repeating: 0, count: ServerLimitName.allCases.count))
    private static let index = Dictionary(
        uniqueKeysWithValues: ServerLimitName.allCases.enumerated().map { ($1, $0) })

    func add(_ limit: ServerLimitName) {
        guard let index = Self.index[limit] else { return }
        counts.withLock { $0[index] += 1 }
    }

    /// Counts a refusal on a stream where a limit is behind it.
    func add(_ error: RPCError) {
        if let limit = ServerLimitName(reason: error.reason) { add(limit) }
    }

    var all: [String: Int] {
        let counts = counts.withLock { $0 }
        return Dictionary(uniqueKeysWithValues: ServerLimitName.allCases.enumerated().map { ($1.rawValue, counts[$0]) })
    }
}

extension Server {
    /// How often each limit refused a call, did not take a connection or cut one, since the start; by the limit's name,
    /// all of them, 0 included. `malformed` counts frames and requests against the rules.
    public var refused: [String: Int] { core.refused.all }
}
