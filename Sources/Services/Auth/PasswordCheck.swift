// Whether somebody knows a user's password, within the limits of guessing. Who asks learns nothing about who exists: an
// unknown name costs the same hash and counts the same.

internal import Contract
internal import RPC
internal import Store

extension AuthService {
    /// An attempt that is refused is noted for the audit log.
    /// - Parameters:
    ///   - account: the folded name that was given, and so no longer than one can be.
    ///   - user: of that name; nil where there is none.
    ///   - signIn: the caller's own, where they are in already.
    ///   - isKnown: whether the user is known to be where the peer is; asked only where it matters.
    /// - Throws: RATE_LIMITED, OVERLOADED.
    func isPassword(
        _ password: String, of account: String, _ user: UserRecord?, _ context: CallContext,
        signIn: String? = nil, isKnown: () async throws -> Bool
    ) async throws -> Bool {
        let stored = user?.passwordHash
        let begin = clock.monotonic()
        let (limits, clock, network) = (limits, clock, context.peer.network)
        let isRight: Bool
        do {
            // First the limits that hold wherever the user is known to be: a refusal that needs no look into the store
            // takes as long for a name that is nobody's.
            try limits.check(.init(account: account, network: network, isKnown: true, signIn: signIn), at: begin)
            let isKnown = limits.asksForKnownNetworks(account, at: begin) ? try await isKnown() : false
            let attempt = SignInLimits.Attempt(account: account, network: network, isKnown: isKnown, signIn: signIn)
            try limits.check(attempt, at: begin)
            isRight = try await passwords.verify(password, against: stored) {
                try limits.begin(attempt, at: clock.monotonic())
                return { isRight in
                    if isRight { limits.succeeded(attempt) } else { limits.failed(attempt, at: clock.monotonic()) }
                }
            }
        } catch let error as RPCError where error.reason == Reason.rateLimited.word {
            failures.note(context, user: user, outcome: error.reason, at: clock.now())
            throw error
        }
        if !isRight {
            failures.note(context, user: user, outcome: Reason.invalidCredentials.word, at: clock.now())
        }
        return isRight
    }

    /// Whether a user has signed in from the same network before, as far as that is remembered: a month, and the last
    /// hundred sign-ins.
    func hasSignedIn(_ userID: Int64?, from peer: Peer) async throws -> Bool {
        // Asked for nobody too, so that the answer takes as long.
        let addresses = try await store.read { db in try db.signIns.addresses(ofUser: userID ?? 0) }
        let network = peer.network
        return addresses.contains { Peer.network(ofPlace: $0) == network }
    }
}

/// What a password must be.
enum PasswordRule {
    static let complaint = "must be 8 to 1,024 bytes"

    static func accepts(_ password: String) -> Bool { (8...1_024).contains(password.utf8.count) }
}
