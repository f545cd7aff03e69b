// Finds out who calls (API.md 2). Credentials given always win, and wrong ones never fall back to what the socket would
// give: a call is then refused. Without credentials the operating system may vouch for the peer: an operator on the
// listener `rpc`, a bridge on the listener `bridge`, both on Unix sockets alone. Everybody else is nobody.

internal import Contract
package import RPC

/// Puts the principal into the call's context, or refuses.
package struct AuthenticationInterceptor: ServerInterceptor {
    /// The name of the listener on rpcd.sock.
    package static let operatorListener = "rpc"
    /// `nobody`: whatever is listed, never an operator.
    package static let nobodyUID: UInt32 = 65_534
    /// Their credential is in the request. Clients that put `authorization` on everything send a stale one along just
    /// when they come for a new one: that is overlooked, a wrong one is not.
    private static let carryingTheirOwn: Set<Method> = [AuthMethods.login, AuthMethods.refresh, AuthMethods.logout]

    private let credentials: LiveCredentials
    private let tokens: AccessTokens
    private let uses: KeyUses?
    private let clock: any Clock
    private let operators: [UInt32: Principal]
    private let bridges: [UInt32: Principal]

    /// - Parameters:
    ///   - tokens: what access tokens are verified with.
    ///   - uses: is told which keys were used.
    ///   - operatorUIDs: peers of rpcd.sock that are operators.
    ///   - bridgeUIDs: peers of bridge.sock that are bridges.
    package init(
        credentials: LiveCredentials, tokens: AccessTokens, uses: KeyUses? = nil, clock: any Clock,
        operatorUIDs: Set<UInt32>, bridgeUIDs: Set<UInt32>
    ) {
        self.credentials = credentials
        self.tokens = tokens
        self.uses = uses
        self.clock = clock
        operators = Self.principals(operatorUIDs.subtracting([Self.nobodyUID])) {
            Principal(kind: .operator, role: .admin, uid: $0)
        }
        bridges = Self.principals(bridgeUIDs) { Principal(kind: .bridge, role: .unspecified, uid: $0) }
    }

    private static func principals(_ uids: Set<UInt32>, _ make: (UInt32) -> Principal) -> [UInt32: Principal] {
        Dictionary(uniqueKeysWithValues: uids.map { ($0, make($0)) })
    }

    /// Callers who are in memory are known without waiting. Streams are waited for: they end with their credential.
    package func begin(_ context: CallContext) throws -> Bool {
        guard let given = try Self.given(context) else {
            if let vouched = vouchedFor(context.peer) { context[PrincipalKey.self] = vouched }
            return true
        }
        guard context.method.kind == .unary else { return false }
        switch try recall(given, context) {
        case .known(let known):
            admit(known, context)
            return true
        case .overlooked: return true
        case .unread: return false
        }
    }

    package func intercept(_ context: CallContext, _ next: () async throws -> Void) async throws {
        guard let given = try Self.given(context) else {
            _ = try begin(context)
            return try await next()
        }
        guard let known = try await identify(given, context) else { return try await next() }
        admit(known, context)
        guard context.method.kind != .unary else { return try await next() }
        try await credentials.endings.run(known.principal, expiresAt: known.expiresAt) {
            // What ended before the stream was registered did not end the stream: so ask once more.
            _ = try await identify(given, context)
            try await next()
        }
    }

    private func admit(_ known: Identified, _ context: CallContext) {
        context[PrincipalKey.self] = known.principal
        context.callerIsKnown()
    }

    /// Whom the operating system vouches for, or a certificate: the callers that are known before they have said a word.
    package static func vouching(
        operatorUIDs: Set<UInt32>, bridgeUIDs: Set<UInt32>
    ) -> @Sendable (Peer) -> Bool {
        let operatorUIDs = operatorUIDs.subtracting([nobodyUID])
        return { peer in
            // It came from an authority of ours, which is not to say what its holder may do.
            if peer.certificate != nil { return true }
            guard peer.transport == .unix, let uid = peer.uid else { return false }
            switch peer.listener {
            case operatorListener: return operatorUIDs.contains(uid)
            case AccessPolicy.bridgeListener: return bridgeUIDs.contains(uid)
            default: return false
            }
        }
    }

    private func vouchedFor(_ peer: Peer) -> Principal? {
        guard peer.transport == .unix, let uid = peer.uid else { return nil }
        switch peer.listener {
        case Self.operatorListener: return operators[uid]
        case AccessPolicy.bridgeListener: return bridges[uid]
        default: return nil
        }
    }

    private struct Identified {
        let principal: Principal
        let expiresAt: Instant?
    }

    private enum Recalled {
        case known(Identified)
        case overlooked
        /// Only the store can tell.
        case unread
    }

    /// What memory has to say about credentials.
    private func recall(_ given: String, _ context: CallContext) throws -> Recalled {
        switch try presented(given) {
        case .apiKey(let key):
            guard let known = credentials.keys.cached(key.prefix) else { return .unread }
            return .known(try judge(known, key, context))
        case .accessToken(let token):
            return try overlooking(context) { () throws -> Recalled in
                let claims = try claims(token)
                guard let known = credentials.signIns.cached(claims.family) else { return .unread }
                return .known(try judge(known, claims))
            } ?? .overlooked
        }
    }

    /// Nil where the credentials are overlooked.
    private func identify(_ given: String, _ context: CallContext) async throws -> Identified? {
        switch try presented(given) {
        case .apiKey(let key): return try judge(try await credentials.keys.find(key.prefix), key, context)
        case .accessToken(let token):
            guard let claims = try overlooking(context, { try claims(token) }) else { return nil }
            let known = try await credentials.signIns.find(claims.family)
            return try overlooking(context) { try judge(known, claims) }
        }
    }

    /// Nil where there are none. Two sets of credentials say two things: neither is believed.
    private static func given(_ context: CallContext) throws -> String? {
        guard let given = context.metadata.first(for: "authorization") else { return nil }
        guard given.isOnly else { throw invalid }
        return given.value
    }

    private func presented(_ given: String) throws -> PresentedCredentials {
        guard let presented = PresentedCredentials(given) else { throw Self.invalid }
        return presented
    }

    /// Nil for a token that has ended where that does not matter.
    private func overlooking<Value>(_ context: CallContext, _ body: () throws -> Value) throws -> Value? {
        do {
            return try body()
        } catch let error as RPCError
            where Self.staleReasons.contains(error.reason) && Self.carryingTheirOwn.contains(context.method)
        {
            return nil
        }
    }

    // MARK: API keys

    private func judge(
        _ known: KnownKey?, _ presented: PresentedKey, _ context: CallContext
    ) throws -> Identified {
        guard let known, known.digest.isEqual(to: presented.digest) else { throw Self.invalid }
        try check(known, context)
        uses?.note(known.keyID, at: clock)
        return Identified(principal: known.principal, expiresAt: known.expiresAt)
    }

    /// Whoever gets here has shown the right secret, so they may know what is the matter with it.
    private func check(_ known: KnownKey, _ context: CallContext) throws {
        if known.isRevoked { throw RPCError.make(.keyRevoked, "This API key was revoked.") }
        if let end = known.expiresAt, end <= clock.now() { throw Self.keyExpired }
        if !known.ownerIsActive { throw RPCError.make(.userInactive, "The owner of this API key is not active.") }
        if !known.networks.admits(context.peer) {
            throw RPCError.make(.ipNotAllowed, "This API key may not be used from here.")
        }
    }

    static var keyExpired: RPCError { RPCError.make(.keyExpired, "This API key has expired.") }

    // MARK: Access tokens

    private func claims(_ token: [UInt8]) throws -> AccessTokens.Claims {
        switch tokens.verify(token, at: clock.now()) {
        case .invalid: throw Self.invalid
        case .expired:
            throw RPCError.make(
                .tokenExpired, "The access token has expired.", hint: "The refresh token gets a new one.")
        case .valid(let claims): return claims
        }
    }

    private func judge(_ known: KnownSignIn?, _ claims: AccessTokens.Claims) throws -> Identified {
        // What is signed by us and known to nobody belonged to a user who was deleted.
        guard let known, known.ownerID == claims.userID, !known.hasEnded else { throw LiveCredentials.signedOut }
        guard known.ownerIsActive else { throw RPCError.make(.userInactive, "This user is not active.") }
        return Identified(principal: known.principal, expiresAt: known.expiresAt)
    }

    private static let staleReasons: Set<String> = [Reason.tokenExpired.word, Reason.tokenRevoked.word]

    private static var invalid: RPCError {
        RPCError.make(.invalidCredentials, "The credentials are not valid.")
    }
}
