// What WhatsApp said of numbers, kept for a while: to ask often is what restricts accounts, and a number seldom changes. In
// memory, bounded; the oldest go first. Each session has its own, so that nobody learns what others asked for.

package import Contract
internal import Synchronization

package final class NumberChecks: Sendable {
    package struct Key: Sendable, Hashable {
        package let sessionID: Int64
        package let number: String

        package init(sessionID: Int64, number: String) {
            self.sessionID = sessionID
            self.number = number
        }
    }

    private struct Known: Sendable {
        let check: NumberCheck
        /// On the monotonic clock.
        let until: Duration
    }

    /// How often WhatsApp is asked through one session in a minute.
    package static let perMinute: Int64 = 20
    /// How long it is believed that there is an account, and that there is none.
    package static let existing: Duration = .seconds(24 * 3600)
    package static let missing: Duration = .seconds(3600)

    private let limit: Int
    private let state = Mutex<[Key: Known]>([:])
    private let asked = Mutex(TokenBuckets<Int64>(period: .seconds(60), capacity: 100_000))

    /// - Parameter limit: how many are kept, of all sessions.
    package init(limit: Int = 10_000) { self.limit = limit }

    package var count: Int { state.withLock { $0.count } }

    package func known(_ key: Key, at now: Duration) -> NumberCheck? {
        state.withLock { state in
            guard let known = state[key], known.until > now else { return nil }
            return known.check
        }
    }

    /// Counts a question that WhatsApp is to be asked through a session.
    /// - Returns: how long to wait, where there were too many of late; then it is not counted.
    package func mustWait(_ sessionID: Int64, at now: Duration) -> Duration? {
        asked.withLock { asked in
            if let wait = asked.wait(for: sessionID, limit: Self.perMinute, at: now) { return wait }
            asked.take(sessionID, limit: Self.perMinute, at: now)
            return nil
        }
    }

    package func keep(_ check: NumberCheck, for key: Key, at now: Duration) {
        let known = Known(check: check, until: now + (check.exists ? Self.existing : Self.missing))
        state.withLock { state in
            state[key] = known
            guard state.count > limit else { return }
            state = state.filter { $0.value.until > now }
            // A tenth at a time: sorting is not for each one.
            guard state.count > limit else { return }
            let ends = state.values.map(\.until).sorted()
            let end = ends[min(ends.count - 1, max(1, limit / 10))]
            state = state.filter { $0.value.until > end || $0.key == key }
        }
    }
}
