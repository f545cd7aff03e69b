import Synchronization

@testable import Outbound

/// Names and what they stand for: one answer after the other, the last one again and again.
final class NameTable: NameResolving {
    private let answers: Mutex<[String: [[String]]]>
    private let asked = Mutex<[String]>([])

    init(_ answers: [String: [[String]]]) { self.answers = Mutex(answers) }

    /// All that was looked up.
    var lookups: [String] { asked.withLock { $0 } }

    func addresses(of host: String, for party: Int64) async throws -> [TargetAddress] {
        asked.withLock { $0.append(host) }
        let next = answers.withLock { answers -> [String] in
            guard let all = answers[host], let first = all.first else { return [] }
            if all.count > 1 { answers[host]?.removeFirst() }
            return first
        }
        return next.compactMap { TargetAddress($0) }
    }
}
