// How often a password may be guessed: ten failures for one account from one place in a quarter of an hour (SAFETY.md 2).
// In memory. An attempt counts from its beginning, so that many at once cannot all slip in before the first has failed;
// one that succeeds, or was never judged, is taken back, and nothing is left of it. So what is remembered cost a hash, of
// which there are a few in a second: far fewer in two windows than `capacity`, which bounds the memory whatever happens.
// Names come from strangers: their length is bounded before they get here (`Username.fold`).

internal import Contract
internal import RPC
internal import Synchronization

package final class SignInLimits: Sendable {
    package static let failures = 10
    package static let window: Duration = .seconds(900)
    /// Beyond it, what was left alone the longest is forgotten: to refuse instead would lock everybody out.
    package static let capacity = 100_000

    private struct Attempt: Hashable {
        let account: String
        let place: String
    }

    /// When attempts began that failed or are not judged yet, oldest first; monotonic.
    private let attempts = Mutex(
        RotatingTable<Attempt, [Duration]>(period: SignInLimits.window, capacity: SignInLimits.capacity))

    package init() {}

    /// How many pairs of account and place are remembered.
    package var count: Int { attempts.withLock { $0.count } }

    /// Lets an attempt begin.
    /// - Parameters:
    ///   - account: what was given as a name, folded, whether or not it is anybody's.
    ///   - now: monotonic.
    /// - Throws: RATE_LIMITED, with when the next may begin.
    package func begin(account: String, place: String, at now: Duration) throws {
        let wait = attempts.withLock { table -> Duration? in
            table.update(Attempt(account: account, place: place), at: now, initial: []) { times in
                times.removeAll { $0 + Self.window <= now }
                if times.count >= Self.failures, let oldest = times.first { return oldest + Self.window - now }
                times.append(now)
                return nil
            }
        }
        guard let wait else { return }
        throw RPCError.make(
            .rateLimited, "Too many failed attempts for this account from here.", retryAfter: wait)
    }

    /// The attempt was right: what failed before is forgotten.
    package func succeeded(account: String, place: String) {
        attempts.withLock { $0.remove(Attempt(account: account, place: place)) }
    }

    /// The attempt that began at `begin` was never judged.
    package func takeBack(account: String, place: String, from begin: Duration, at now: Duration) {
        let attempt = Attempt(account: account, place: place)
        attempts.withLock { table in
            let isEmpty = table.update(attempt, at: now, initial: []) { times in
                if let index = times.lastIndex(of: begin) { times.remove(at: index) }
                return times.isEmpty
            }
            if isEmpty { table.remove(attempt) }
        }
    }
}
