// Access tokens: JWTs (RFC 7519) in the compact form of RFC 7515, signed with HMAC-SHA-256 and nothing else.
//
// Who verifies does not read the header: it is one of ours, byte for byte, or the token is nobody's. So there is no
// algorithm to choose, no key to name that is not in our own set, no `crit`, no `jwk`. Claims are read only when the
// signature is right, and still as strictly as anything from outside. Pure: the time is an argument.

internal import Codec
internal import Store

/// Makes and verifies access tokens.
package struct AccessTokens: Sendable {
    /// How long a token is good for.
    package static let lifetime: Duration = .seconds(900)
    /// By how much clocks may differ.
    static let leeway: Int64 = 60
    /// Ours have a third of it.
    static let longest = 1_024
    static let issuer = "switchboard"
    static let audience = "switchboard"
    static let type = "at+jwt"

    /// What a token says.
    package struct Claims: Sendable, Hashable {
        package var userID: Int64
        /// The sign-in that it belongs to.
        package var family: String

        package init(userID: Int64, family: String) {
            self.userID = userID
            self.family = family
        }
    }

    package enum Verdict: Sendable, Hashable {
        case valid(Claims)
        /// Ours, and its time is over.
        case expired
        case invalid
    }

    private let header: [UInt8]
    private let signer: HMACKey
    private let verifiers: [[UInt8]: HMACKey]
    /// As long as the keys stay what they are.
    private let verified = VerifiedTokens()

    package init(keys: SigningKeys) {
        let pairs = keys.keys.map { (header: Self.header(kid: $0.id), key: $0.key) }
        verifiers = Dictionary(pairs.map { ($0.header, $0.key) }, uniquingKeysWith: { first, _ in first })
        // SigningKeys is never empty.
        header = pairs.first?.header ?? []
        signer = pairs.first?.key ?? HMACKey(randomBytes(32))
    }

    private static func header(kid: String) -> [UInt8] {
        let header = JSONValue.object([
            .init("alg", .string("HS256")), .init("kid", .string(kid)), .init("typ", .string(type)),
        ])
        return Array(Base64URL.encode(Array(header.text.utf8)).utf8)
    }

    /// A new token, good from now on for `lifetime`.
    package func make(_ claims: Claims, at now: Instant) -> String {
        let begin = now.seconds
        let payload = JSONValue.object([
            .init("iss", .string(Self.issuer)), .init("aud", .string(Self.audience)),
            .init("sub", .string(String(claims.userID))), .init("sid", .string(claims.family)),
            .init("iat", .integer(begin)), .init("nbf", .integer(begin)),
            .init("exp", .integer(begin + Self.lifetime.components.seconds)),
            .init("jti", .string(Base64URL.encode(randomBytes(12)))),
        ])
        return sign(payload: payload.text)
    }

    /// Any payload under our header and signature; tests make tokens of it that we never would.
    func sign(payload: String) -> String {
        let input = header + [UInt8(ascii: ".")] + Array(Base64URL.encode(Array(payload.utf8)).utf8)
        return String(decoding: input, as: UTF8.self) + "." + Base64URL.encode(signer.authenticate(input))
    }

    /// What is to be thought of a token.
    package func verify(_ token: some Collection<UInt8>, at now: Instant) -> Verdict {
        guard token.count <= Self.longest else { return .invalid }
        let token = Array(token)
        if let known = verified.find(token) { return known.verdict(at: now) }
        guard let fresh = verify(token) else { return .invalid }
        let verdict = fresh.verdict(at: now)
        if case .valid = verdict { verified.note(fresh, token) }
        return verdict
    }

    /// What a token of ours says; nil for every other.
    private func verify(_ token: [UInt8]) -> VerifiedToken? {
        let dot = UInt8(ascii: ".")
        let parts = token.split(separator: dot, maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 3, let key = verifiers[Array(parts[0])], let mac = Base64URL.decode(parts[2]),
            isEqualInConstantTime(mac, key.authenticate(Array(parts[0]), [dot], Array(parts[1]))),
            let payload = Base64URL.decode(parts[1])
        else { return nil }
        return Self.read(payload)
    }

    private static func read(_ payload: [UInt8]) -> VerifiedToken? {
        guard let claims = try? JSONValue(parsing: payload), claims["iss"] == .string(issuer),
            claims["aud"] == .string(audience),
            case .string(let subject) = claims["sub"], let userID = Int64(subject), userID > 0,
            String(userID) == subject,
            case .string(let family) = claims["sid"], RefreshTokens.isFamily(family),
            case .integer(let issued) = claims["iat"], case .integer(let start) = claims["nbf"],
            case .integer(let end) = claims["exp"],
            // Before anything is added to them: these came from outside.
            issued >= 0, start >= 0, end > issued, end - issued <= lifetime.components.seconds
        else { return nil }
        return VerifiedToken(claims: Claims(userID: userID, family: family), begins: max(issued, start), ends: end)
    }
}
