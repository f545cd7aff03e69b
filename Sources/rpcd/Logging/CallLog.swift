// The line of each call: which method, by whom, how it ended, how long it took, and over HTTP by which route and with which
// status. Never what was in it, the path's own values among that.

internal import Logging
internal import RPC
internal import Services
internal import Store

extension LogSink {
    /// Logs a call that is over.
    func record(_ call: CallRecord) {
        let level = Self.level(of: call)
        guard admits(level) else { return }
        var fields: [(name: String, value: String)] = [
            ("method", call.method.path), ("status", call.code.name), ("ms", Self.milliseconds(call.duration)),
            ("caller", call.caller), ("request_id", call.requestID), ("peer", Self.peer(call.peer)),
        ]
        if !call.peer.route.isEmpty {
            fields += [("route", call.peer.route), ("http_status", String(ApiLogRecord.httpStatus(call)))]
        }
        if !call.reason.isEmpty { fields.insert(("reason", call.reason), at: 2) }
        if let cause = call.cause { fields.append(("cause", "\(cause)")) }
        log(level, "call", fields)
    }

    /// Faults of the server are errors; refusals are part of the day's work; health checks come every second.
    private static func level(of call: CallRecord) -> Logger.Level {
        switch call.code {
        case .internalError, .dataLoss, .unknown: .error
        case .ok where call.method.service == "grpc.health.v1.Health": .debug
        default: .info
        }
    }

    private static func milliseconds(_ duration: Duration) -> String {
        let microseconds = duration.components.seconds * 1_000_000 + duration.components.attoseconds / 1_000_000_000_000
        let rest = microseconds % 1_000
        return "\(microseconds / 1_000)\(rest < 10 ? ".00" : rest < 100 ? ".0" : ".")\(rest)"
    }

    private static func peer(_ peer: Peer) -> String {
        switch peer.transport {
        case .unix: "\(peer.listener)(\(peer.uid.map { String($0) } ?? "?"))"
        default: peer.address.isEmpty ? peer.transport.rawValue : peer.address
        }
    }
}
