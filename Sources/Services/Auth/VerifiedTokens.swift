// Access tokens that were verified a moment ago: the same token comes with every call, and its signature and its claims stay
// what they are; only its time passes. Known by their hashes, so that no token is kept. What was not verified is not
// remembered: a flood of made-up tokens pushes nobody out.

internal import Store
internal import Synchronization

/// What a token that we have signed says, and when that holds; in seconds.
struct VerifiedToken: Sendable {
    let claims: AccessTokens.Claims
    let begins: Int64
    var ends: Int64

    func verdict(at now: Instant) -> AccessTokens.Verdict {
        let now = now.seconds
        // `begins` and `ends` are not less than 0 and may be as large as they like.
        guard begins - AccessTokens.leeway <= now else { return .invalid }
        guard now - AccessTokens.leeway < ends else { return .expired }
        return .valid(claims)
    }
}

/// Bounded; thread-safe. Belongs to the keys that the tokens were verified with, and is thrown away with them.
final class VerifiedTokens: Sendable {
    private let known: Mutex<TwoGenerations<SHA256Digest, VerifiedToken>>

    init(capacity: Int = 10_000) { known = Mutex(TwoGenerations(capacity: capacity)) }

    var count: Int { known.withLock { $0.count } }

    func find(_ token: [UInt8]) -> VerifiedToken? {
        let digest = SHA256Digest(of: token)
        return known.withLock { $0.value(for: digest) }
    }

    func note(_ verified: VerifiedToken, _ token: [UInt8]) {
        let digest = SHA256Digest(of: token)
        known.withLock { $0.insert(verified, for: digest) }
    }
}
