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

    private let keys: KeyCache
    private let uses: KeyUses?
    private let endings: CredentialEndings?
    private let clock: any Clock
    private let operators: [UInt32: Principal]
    private let bridges: [UInt32: Principal]

    /// - Parameters:
    ///   - uses: is told which keys were used.
    ///   - endings: knows the streams that keys have open, to end them with the key.
    ///   - operatorUIDs: peers of rpcd.sock that are operators.
    ///   - bridgeUIDs: peers of bridge.sock that are bridges.
    package init(
        keys: KeyCache, uses: KeyUses? = nil, endings: CredentialEndings? = nil, clock: any Clock,
        operatorUIDs: Set<UInt32>, bridgeUIDs: Set<UInt32>
    ) {
        self.keys = keys
        self.uses = uses
        self.endings = endings
        self.clock = clock
        operators = Self.principals(operatorUIDs.subtracting([Self.nobodyUID])) {
            Principal(kind: .operator, role: .admin, uid: $0)
        }
        bridges = Self.principals(bridgeUIDs) { Principal(kind: .bridge, role: .unspecified, uid: $0) }
    }

    private static func principals(_ uids: Set<UInt32>, _ make: (UInt32) -> Principal) -> [UInt32: Principal] {
        Dictionary(uniqueKeysWithValues: uids.map { ($0, make($0)) })
    }

    package func intercept(_ context: CallContext, _ next: () async throws -> Void) async throws {
        if let credentials = context.metadata["authorization"] {
            let principal = try await principal(presenting: credentials, context)
            context[PrincipalKey.self] = principal
            if context.method.kind != .unary, let endings, let keyID = principal.keyID {
                return try await endings.run(keyID: keyID, next)
            }
        } else if let vouched = vouchedFor(context.peer) {
            context[PrincipalKey.self] = vouched
        }
        try await next()
    }

    private func vouchedFor(_ peer: Peer) -> Principal? {
        guard peer.transport == .unix, let uid = peer.uid else { return nil }
        switch peer.listener {
        case Self.operatorListener: return operators[uid]
        case AccessPolicy.bridgeListener: return bridges[uid]
        default: return nil
        }
    }

    private func principal(presenting credentials: String, _ context: CallContext) async throws -> Principal {
        guard Self.isGivenOnce(context.metadata), let presented = Self.apiKey(in: credentials) else {
            throw Self.invalid
        }
        let cached = keys.cached(presented.prefix)
        guard let known = if let cached { cached } else { try await keys.key(presented.prefix) },
            known.digest.isEqual(to: presented.digest)
        else { throw Self.invalid }
        try check(known, context)
        uses?.note(known.keyID, at: clock)
        return known.principal
    }

    /// Whoever gets here has shown the right secret, so they may know what is the matter with it.
    private func check(_ known: KnownKey, _ context: CallContext) throws {
        if known.isRevoked { throw RPCError.make(.keyRevoked, "This API key was revoked.") }
        if let end = known.expiresAt, end <= clock.now() {
            throw RPCError.make(.keyExpired, "This API key has expired.")
        }
        if !known.ownerIsActive { throw RPCError.make(.userInactive, "The owner of this API key is not active.") }
        if !known.networks.admits(context.peer) {
            throw RPCError.make(.ipNotAllowed, "This API key may not be used from here.")
        }
    }

    private static var invalid: RPCError {
        RPCError.make(.invalidCredentials, "The credentials are not valid.")
    }

    /// Two sets of credentials say two things: neither is believed.
    private static func isGivenOnce(_ metadata: Metadata) -> Bool {
        var given = 0
        for (key, _) in metadata where key == "authorization" { given += 1 }
        return given == 1
    }

    /// The key in `ApiKey <key>`; the scheme's case does not matter. Access tokens (`Bearer`) are not known yet.
    static func apiKey(in credentials: String) -> PresentedKey? {
        var credentials = credentials
        return credentials.withUTF8 { text in
            let scheme = StaticString("apikey ")
            guard text.count > scheme.utf8CodeUnitCount else { return nil }
            for index in 0..<scheme.utf8CodeUnitCount where text[index] | 0x20 != scheme.utf8Start[index] { return nil }
            return PresentedKey(
                UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: text[scheme.utf8CodeUnitCount...])))
        }
    }
}
