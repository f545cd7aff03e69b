// When two frames say the same: fields may be in another order, statuses may carry more details than the recorded ones
// (reason and request id are ours), and what the recording says to vary is not compared.

import Codec

enum FrameEquivalence {
    /// Why `ours` is not as good as `recorded`; `nil` when it is.
    static func difference(_ ours: RawFrame, _ recorded: RawFrame, varies: Set<String> = []) -> String? {
        guard ours.stream == recorded.stream, ours.type == recorded.type, ours.flags == recorded.flags else {
            return "\(ours) instead of \(recorded)"
        }
        switch recorded.type {
        case 1: return request(ours, recorded, varies)
        case 2: return response(ours, recorded, varies)
        default: return ours.data == recorded.data ? nil : "\(ours) instead of \(recorded)"
        }
    }

    private static func request(_ ours: RawFrame, _ recorded: RawFrame, _ varies: Set<String>) -> String? {
        guard let a = try? EnvelopeRequest(decoding: ours.data), let b = try? EnvelopeRequest(decoding: recorded.data)
        else { return "no request" }
        guard a.service == b.service, a.method == b.method, a.payload == b.payload else {
            return "\(a) instead of \(b)"
        }
        if varies.contains("timeout_nano") {
            guard a.timeoutNano > 0, a.timeoutNano <= roundedUp(b.timeoutNano) else {
                return "timeout \(a.timeoutNano)"
            }
        } else if a.timeoutNano != b.timeoutNano {
            return "timeout \(a.timeoutNano)"
        }
        return grouped(a.metadata) == grouped(b.metadata) ? nil : "metadata \(a.metadata)"
    }

    private static func response(_ ours: RawFrame, _ recorded: RawFrame, _ varies: Set<String>) -> String? {
        guard let a = ours.response, let b = recorded.response else { return "no response" }
        let (status, expected) = (a.status ?? Status(), b.status ?? Status())
        guard a.payload == b.payload, status.code == expected.code else { return "\(ours) instead of \(recorded)" }
        let textIsFree = varies.contains("status_message") || expected.code == 4
        guard textIsFree || status.message == expected.message else { return "\(ours) instead of \(recorded)" }
        let missing = expected.details.filter { !status.details.contains($0) }
        return missing.isEmpty ? nil : "details \(missing) are missing"
    }

    /// Recorded timeouts are what was left of a round number of milliseconds.
    private static func roundedUp(_ nanoseconds: Int64) -> Int64 { (nanoseconds / 1_000_000 + 1) * 1_000_000 }

    private static func grouped(_ pairs: [EnvelopeKeyValue]) -> [String: [String]] {
        Dictionary(grouping: pairs, by: { $0.key.lowercased() }).mapValues { $0.map(\.value) }
    }
}
