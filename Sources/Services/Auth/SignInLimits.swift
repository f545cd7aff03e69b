// How often a password may be guessed (SAFETY.md 2), in three circles, so that a guesser is stopped and a victim is not:
// - for one account from one network: ten failures in a quarter of an hour;
// - from one network, whatever the accounts: a hundred in a quarter of an hour, and then one now and then;
// - for one account from everywhere: a hundred, and then one every quarter of an hour. This one does not hold for networks
//   from which somebody has signed in to the account: whoever fails elsewhere cannot shut its owner out at home.
//
// And a fourth for who is in already: for one sign-in ten wrong passwords, and then it ends (ChangePassword).
//
// In memory. An attempt is reserved when its turn at the hasher has come, so that many at once cannot all slip in before
// the first has failed; and only one that has failed counts. Whoever finds the rest reserved by others that are under way
// is told to come again in a second: those may be right. So what is remembered cost a hash, of which there are a few in a
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
        /// From all networks of an IPv6 /48, in `window`.
        package var perSite = 500
        /// For one account, in `accountWindow`.
        package var perAccount = 100
        /// For one sign-in, of its own password.
        package var perSignIn = 10

        package init() {}
    }

    package static let window: Duration = .seconds(900)
    package static let accountWindow: Duration = .seconds(24 * 3600)
    /// Beyond it, what was left alone the longest is forgotten: to refuse instead would lock everybody out.
    package static let capacity = 100_000
    /// So many may be on their way to the hasher when an account is nearly used up.
    private static let onTheirWay: Int64 = 40

    private struct Pair: Hashable {
        let account: String
        let network: String
    }

    private enum Subject: Hashable {
        case pair(Pair)
        case network(String)
        case site(String)
        case account(String)
        case signIn(String)
    }

    private struct State {
        /// When attempts were found wrong, oldest first; monotonic.
        var pairs = RotatingTable<Pair, [Duration]>(period: SignInLimits.window, capacity: SignInLimits.capacity)
        var networks = TokenBuckets<String>(period: SignInLimits.window, capacity: SignInLimits.capacity)
        var sites = TokenBuckets<String>(period: SignInLimits.window, capacity: SignInLimits.capacity)
        var accounts = TokenBuckets<String>(period: SignInLimits.accountWindow, capacity: SignInLimits.capacity)
        /// How many were wrong since the last that was right.
        var signIns = RotatingTable<String, Int>(period: RefreshTokens.lifetime, capacity: SignInLimits.capacity)
        /// Attempts that are not judged yet: no more than are hashed at a time.
        var underWay: [Subject: Int] = [:]
        var refused: [String: Int] = [:]
    }

    /// Somebody who wants to try a password.
    package struct Attempt: Sendable {
        fileprivate let account: String
        fileprivate let network: String
        fileprivate let signIn: String?
        /// Whether the account's own limit counts it.
        fileprivate let countsForAccount: Bool

        /// - Parameters:
        ///   - account: what was given as a name, folded, whether or not it is anybody's.
        ///   - network: `Peer.network`.
        ///   - isKnown: whether somebody has signed in to the account from there.
        ///   - signIn: the family of who is in already.
        package init(account: String, network: String, isKnown: Bool, signIn: String? = nil) {
            self.account = account
            self.network = network
            self.signIn = signIn
            countsForAccount = !isKnown
        }
    }

    private let settings: Settings
    private let state = Mutex(State())

    package init(_ settings: Settings = Settings()) { self.settings = settings }

    /// How many pairs of account and network are remembered.
    package var count: Int { state.withLock { $0.pairs.count } }

    /// How often each of the limits was in the way, by its name.
    package var refused: [String: Int] {
        state.withLock { state in
            let names = [
                "sign_in_failures", "sign_in_failures_per_address", "sign_in_failures_per_site",
                "sign_in_failures_per_account",
            ]
            return Dictionary(uniqueKeysWithValues: names.map { ($0, state.refused[$0] ?? 0) })
        }
    }

    /// Whether an account has had so many failures that before long only networks are let through which it knows: then
    /// the caller has to find out whether this is one.
    package func asksForKnownNetworks(_ account: String, at now: Duration) -> Bool {
        let limit = Int64(settings.perAccount)
        return state.withLock { $0.accounts.state(of: account, limit: limit, at: now).remaining <= Self.onTheirWay }
    }

    /// Refuses an attempt that cannot be let through, before it waits for its turn.
    /// - Parameter now: monotonic.
    /// - Throws: RATE_LIMITED, with when the next may begin.
    package func check(_ attempt: Attempt, at now: Duration) throws {
        try admit(attempt, at: now, reserving: false)
    }

    /// Lets an attempt begin: it has to be told of as right or wrong.
    /// - Parameter now: monotonic.
    /// - Throws: RATE_LIMITED, with when the next may begin.
    package func begin(_ attempt: Attempt, at now: Duration) throws {
        try admit(attempt, at: now, reserving: true)
    }

    private func admit(_ attempt: Attempt, at now: Duration, reserving: Bool) throws {
        let refusal = state.withLock { state -> (name: String, wait: Duration)? in
            let refusal = whatStops(attempt, at: now, reserving: reserving, in: state)
            if let refusal {
                state.refused[refusal.name, default: 0] += 1
                // Who goes on guessing is not forgotten for those who come after them.
                state.pairs.keep(Pair(account: attempt.account, network: attempt.network))
                state.networks.keep(attempt.network)
                if let site = Self.site(of: attempt.network) { state.sites.keep(site) }
                state.accounts.keep(attempt.account)
            } else if reserving {
                for subject in Self.subjects(of: attempt) { state.underWay[subject, default: 0] += 1 }
            }
            return refusal
        }
        guard let refusal else { return }
        // One answer for all: which it is would tell whether the account is under attack.
        throw RPCError.make(
            .rateLimited, "Too many failed attempts for this account, or from here.", retryAfter: refusal.wait)
    }

    /// The attempt was right: what failed before from there is forgotten, and no more than that; else whoever owns one
    /// account could wipe out what they failed at with others.
    package func succeeded(_ attempt: Attempt) {
        state.withLock { state in
            release(attempt, in: &state)
            state.pairs.remove(Pair(account: attempt.account, network: attempt.network))
            if let signIn = attempt.signIn { state.signIns.remove(signIn) }
        }
    }

    /// The attempt was wrong.
    package func failed(_ attempt: Attempt, at now: Duration) {
        let pair = Pair(account: attempt.account, network: attempt.network)
        state.withLock { state in
            release(attempt, in: &state)
            state.pairs.update(pair, at: now, initial: []) { times in
                times.removeAll { $0 + Self.window <= now }
                times.append(now)
            }
            state.networks.take(attempt.network, limit: Int64(settings.perNetwork), at: now)
            if let site = Self.site(of: attempt.network) {
                state.sites.take(site, limit: Int64(settings.perSite), at: now)
            }
            if attempt.countsForAccount {
                state.accounts.take(attempt.account, limit: Int64(settings.perAccount), at: now)
            }
            if let signIn = attempt.signIn { state.signIns.update(signIn, at: now, initial: 0) { $0 += 1 } }
        }
    }

    /// Whether a sign-in has been used for so many guesses that it has to end.
    package func hasGuessedTooOften(signIn: String) -> Bool {
        state.withLock { $0.signIns.value(for: signIn) ?? 0 } >= settings.perSignIn
    }

    private func whatStops(
        _ attempt: Attempt, at now: Duration, reserving: Bool, in state: State
    ) -> (name: String, wait: Duration)? {
        func reserved(_ subject: Subject) -> Int { reserving ? state.underWay[subject] ?? 0 : 0 }
        let pair = Pair(account: attempt.account, network: attempt.network)
        let recent = (state.pairs.value(for: pair) ?? []).filter { $0 + Self.window > now }
        if recent.count >= settings.perPair, let oldest = recent.first {
            return ("sign_in_failures", oldest + Self.window - now)
        }
        if recent.count + reserved(.pair(pair)) >= settings.perPair { return ("sign_in_failures", Self.soon) }
        var buckets: [(String, TokenBuckets<String>, Subject, String, Int)] = [
            (
                "sign_in_failures_per_address", state.networks, .network(attempt.network), attempt.network,
                settings.perNetwork
            )
        ]
        if let site = Self.site(of: attempt.network) {
            buckets.append(("sign_in_failures_per_site", state.sites, .site(site), site, settings.perSite))
        }
        if attempt.countsForAccount {
            buckets.append(
                (
                    "sign_in_failures_per_account", state.accounts, .account(attempt.account), attempt.account,
                    settings.perAccount
                ))
        }
        for (name, bucket, subject, key, limit) in buckets {
            if let wait = bucket.wait(for: key, limit: Int64(limit), at: now) { return (name, wait) }
            if bucket.state(of: key, limit: Int64(limit), at: now).remaining <= Int64(reserved(subject)) {
                return (name, Self.soon)
            }
        }
        if let signIn = attempt.signIn {
            let wrong = state.signIns.value(for: signIn) ?? 0
            if wrong + reserved(.signIn(signIn)) >= settings.perSignIn { return ("sign_in_failures", Self.soon) }
        }
        return nil
    }

    private static func subjects(of attempt: Attempt) -> [Subject] {
        var subjects: [Subject] = [
            .pair(Pair(account: attempt.account, network: attempt.network)), .network(attempt.network),
        ]
        if let site = site(of: attempt.network) { subjects.append(.site(site)) }
        if attempt.countsForAccount { subjects.append(.account(attempt.account)) }
        if let signIn = attempt.signIn { subjects.append(.signIn(signIn)) }
        return subjects
    }

    /// When those that are under way are judged.
    private static let soon: Duration = .seconds(1)

    private func release(_ attempt: Attempt, in state: inout State) {
        for subject in Self.subjects(of: attempt) {
            let left = (state.underWay[subject] ?? 0) - 1
            state.underWay[subject] = left > 0 ? left : nil
        }
    }

    /// The /48 that a network of IPv6 is a part of; nil for all else.
    static func site(of network: String) -> String? {
        guard network.hasSuffix("/64"), network.utf8.count == 19 else { return nil }
        return network.prefix(12) + "/48"
    }
}
