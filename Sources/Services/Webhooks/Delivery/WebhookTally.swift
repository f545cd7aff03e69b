// What became of tries since the start, for status and metrics.

internal import Synchronization

package final class WebhookTally: Sendable {
    package enum Outcome: String, Sendable, CaseIterable {
        case delivered, failed, dead, lost
    }

    private let counts = Mutex<[Outcome: Int64]>([:])

    package init() {}

    func add(_ outcome: Outcome, _ count: Int64 = 1) { counts.withLock { $0[outcome, default: 0] += count } }

    /// Every outcome by its name.
    package var byName: [String: Int64] {
        counts.withLock { counts in
            Dictionary(uniqueKeysWithValues: Outcome.allCases.map { ($0.rawValue, counts[$0] ?? 0) })
        }
    }
}
