// How often a password may be guessed (SAFETY.md 2), in three circles, so that a guesser is stopped and a victim is not:
// - for one account from one network: ten failures in a quarter of an hour;
// - from one network, whatever the accounts: a hundred in a quarter of an hour, and then one now and then;
// - for one account from everywhere: a hundred, and then one every quarter of an hour. This one does not hold for networks
//   from which somebody has signed in to the account: whoever fails elsewhere cannot shut its owner out at home.
//
// In memory. An attempt counts from its beginning, so that many at once cannot all slip in before the first has failed;
// one that succeeds, or was never judged, is taken back. So what is remembered cost a hash, of which there are a few in a
// second: far fewer in two windows than `capacity`, which bounds the memory whatever happens. Names come from strangers:
// their length is bounded before they get here (`Username.fold`).

internal import Contract
internal import RPC
internal import Synchronization

package final class SignInLimits: Sendable {
    /// How many failures are let through.
    package struct Settings: Sendable, Hashable {
        /// For one account from one network, in `window`.
        package var perPair = 10
        /// From one network, in `window`.
        package var perNetwork = 100
        /// For one account, in `accountWindow`.
        package var perAccount = 100

        package init() {}
    }

    package static let window: Duration = .seconds(900)
    package static let accountWindow: Duration = .seconds(24 * 3600)
    /// Beyond it, what was left alone the longest is forgotten: to refuse instead would lock everybody out.
    package static let capacity = 100_000

    private struct Pair: Hashable {
        let account: String
        let network: String
    }

    private struct State {
        /// When attempts began that failed or are not judged yet, oldest first; monotonic.
        var pairs = RotatingTable<Pair, [Duration]>(period: SignInLimits.window, capacity: SignInLimits.capacity)
        var networks = TokenBuckets<String>(period: SignInLimits.window, capacity: SignInLimits.capacity)
        var accounts = TokenBuckets<String>(period: SignInLimits.accountWindow, capacity: SignInLimits.capacity)
        var refused: [String: Int] = [:]
    }

    /// An attempt that was let through.
    package struct Attempt: Sendable {
        fileprivate let account: String
        fileprivate let network: String
        fileprivate let begin: Duration
        /// Whether the account's own limit counts it.
        fileprivate let countsForAccount: Bool
    }

    private let settings: Settings
    private let state = Mutex(State())

    package init(_ settings: Settings = Settings()) { self.settings = settings }

    /// How many pairs of account and network are remembered.
    package var count: Int { state.withLock { $0.pairs.count } }

    /// How often each of the limits was in the way, by its name.
    package var refused: [String: Int] {
        state.withLock { state in
            let names = ["sign_in_failures", "sign_in_failures_per_address", "sign_in_failures_per_account"]
            return Dictionary(uniqueKeysWithValues: names.map { ($0, state.refused[$0] ?? 0) })
        }
    }

    /// Whether an account has had so many failures that only networks are let through which it knows: then the caller has
    /// to find out whether this is one.
    package func asksForKnownNetworks(_ account: String, at now: Duration) -> Bool {
        state.withLock { $0.accounts.wait(for: account, limit: Int64(settings.perAccount), at: now) != nil }
    }

    /// Lets an attempt begin.
    /// - Parameters:
    ///   - account: what was given as a name, folded, whether or not it is anybody's.
    ///   - network: `Peer.network`.
    ///   - isKnown: whether somebody has signed in to the account from there.
    ///   - now: monotonic.
    /// - Throws: RATE_LIMITED, with when the next may begin.
    package func begin(account: String, network: String, isKnown: Bool, at now: Duration) throws -> Attempt {
        let attempt = Attempt(account: account, network: network, begin: now, countsForAccount: !isKnown)
        let refusal = state.withLock { state -> (name: String, wait: Duration)? in
            let refusal = whatStops(attempt, in: state)
            if let refusal {
                state.refused[refusal.name, default: 0] += 1
                // Who goes on guessing is not forgotten for those who come after them.
                state.pairs.keep(Pair(account: account, network: network))
                state.networks.keep(network)
                state.accounts.keep(account)
            } else {
                note(attempt, in: &state)
            }
            return refusal
        }
        guard let refusal else { return attempt }
        // One answer for all three: which it is would tell whether the account is under attack.
        throw RPCError.make(
            .rateLimited, "Too many failed attempts for this account, or from here.", retryAfter: refusal.wait)
    }

    /// The attempt was right: what failed before from there is forgotten.
    package func succeeded(_ attempt: Attempt, at now: Duration) {
        state.withLock { state in
            state.pairs.remove(Pair(account: attempt.account, network: attempt.network))
            giveBack(attempt, at: now, in: &state)
        }
    }

    /// The attempt was never judged.
    package func takeBack(_ attempt: Attempt, at now: Duration) {
        let pair = Pair(account: attempt.account, network: attempt.network)
        state.withLock { state in
            let isEmpty = state.pairs.update(pair, at: now, initial: []) { times in
                if let index = times.lastIndex(of: attempt.begin) { times.remove(at: index) }
                return times.isEmpty
            }
            if isEmpty { state.pairs.remove(pair) }
            giveBack(attempt, at: now, in: &state)
        }
    }

    private func whatStops(_ attempt: Attempt, in state: borrowing State) -> (name: String, wait: Duration)? {
        let now = attempt.begin
        let times = state.pairs.value(for: Pair(account: attempt.account, network: attempt.network)) ?? []
        let recent = times.filter { $0 + Self.window > now }
        if recent.count >= settings.perPair, let oldest = recent.first {
            return ("sign_in_failures", oldest + Self.window - now)
        }
        if let wait = state.networks.wait(for: attempt.network, limit: Int64(settings.perNetwork), at: now) {
            return ("sign_in_failures_per_address", wait)
        }
        if attempt.countsForAccount,
            let wait = state.accounts.wait(for: attempt.account, limit: Int64(settings.perAccount), at: now)
        {
            return ("sign_in_failures_per_account", wait)
        }
        return nil
    }

    private func note(_ attempt: Attempt, in state: inout State) {
        let now = attempt.begin
        state.pairs.update(Pair(account: attempt.account, network: attempt.network), at: now, initial: []) { times in
            times.removeAll { $0 + Self.window <= now }
            times.append(now)
        }
        state.networks.take(attempt.network, limit: Int64(settings.perNetwork), at: now)
        if attempt.countsForAccount {
            state.accounts.take(attempt.account, limit: Int64(settings.perAccount), at: now)
        }
    }

    /// One token each and no more: else whoever owns one account could wipe out what they failed at with others.
    private func giveBack(_ attempt: Attempt, at now: Duration, in state: inout State) {
        state.networks.giveBack(attempt.network, limit: Int64(settings.perNetwork), at: now)
        if attempt.countsForAccount {
            state.accounts.giveBack(attempt.account, limit: Int64(settings.perAccount), at: now)
        }
    }
}
