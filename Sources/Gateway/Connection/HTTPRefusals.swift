// What the gateway refused before it was a call, counted for /metrics and told to the log: calls have their lines, and
// what never became one would else leave no trace. No flood of them becomes a flood of lines.

package import Logging
internal import NIOCore
internal import Synchronization

/// Counts of what was refused or cut, by the limit that did it.
package final class HTTPRefusals: Sendable {
    /// The words are labels of `switchboard_http_refused_total`.
    package enum Kind: String, CaseIterable, Sendable {
        /// No HTTP, or HTTP that could be read in two ways.
        case malformed
        case headBytes = "head_bytes"
        case headFields = "head_fields"
        case headTime = "head_time"
        case bodyBytes = "body_bytes"
        case bodyTime = "body_time"
        case connections
        case connectionsPerAddress = "connections_per_address"
        /// Took too long, or came to nothing.
        case tlsHandshake = "tls_handshake"
        /// Cut, because nothing was read.
        case writeStall = "write_stall"
        case path
        case method
        /// Given twice.
        case credentials
        /// Asked for while the server shuts down.
        case draining
    }

    private struct State {
        var counts: [Kind: Int] = [:]
        var second: Int64 = 0
        var lines = 0
        var untold = 0
    }

    /// Lines a second.
    private static let lineLimit = 10
    private let state = Mutex(State())
    private let logger: Logger

    package init(logger: Logger) { self.logger = logger }

    /// How often each limit was in the way since the start; all of them, those never met included.
    package var counts: [(kind: Kind, count: Int)] {
        let counts = state.withLock { $0.counts }
        return Kind.allCases.map { ($0, counts[$0] ?? 0) }
    }

    /// Counts what has a line in the log already, since it became a call.
    func count(_ kind: Kind) {
        state.withLock { $0.counts[kind, default: 0] += 1 }
    }

    /// Counts and tells.
    /// - Parameters:
    ///   - status: what the client was answered.
    ///   - reason: in our own words, or in words that were cut to what a log may keep.
    func note(
        _ kind: Kind, status: String, reason: String, peer: String, endpoint: String = "", requestID: String = ""
    ) {
        let untold: Int? = state.withLock { state in
            state.counts[kind, default: 0] += 1
            let second = Int64(NIODeadline.now().uptimeNanoseconds / 1_000_000_000)
            if second != state.second {
                state.second = second
                state.lines = 0
            }
            guard state.lines < Self.lineLimit else {
                state.untold += 1
                return nil
            }
            state.lines += 1
            defer { state.untold = 0 }
            return state.untold
        }
        guard let untold else { return }
        var fields: Logger.Metadata = [
            "limit": "\(kind.rawValue)", "status": "\(status)", "reason": "\(reason)",
            "peer": "\(peer.isEmpty ? "unix" : peer)",
        ]
        if !endpoint.isEmpty { fields["endpoint"] = "\(endpoint)" }
        if !requestID.isEmpty { fields["request_id"] = "\(requestID)" }
        if untold > 0 { fields["untold_before"] = "\(untold)" }
        logger.info("http refused", metadata: fields)
    }
}
