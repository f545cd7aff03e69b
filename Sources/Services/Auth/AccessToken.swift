// Access tokens: JWTs (RFC 7519) in the compact form of RFC 7515, signed with HMAC-SHA-256 and nothing else.
//
// Who verifies does not read the header: it is one of ours, byte for byte, or the token is nobody's. So there is no
// algorithm to choose, no key to name that is not in our own set, no `crit`, no `jwk`. Claims are read only when the
// signature is right, and still as strictly as anything from outside. Pure: the time is an argument.

internal import Codec
internal import Store
internal import Synchronization

/// Makes and verifies access tokens.
package final class AccessTokens: Sendable {
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

    private struct Verifier {
        let key: HMACKey
        /// From this second on whatever it signed has expired.
        let retiresAt: Int64
    }

    private final class Keys: Sendable {
        let header: [UInt8]
        let signer: HMACKey
        /// By the header that their tokens have.
        let verifiers: [[UInt8]: Verifier]
        /// As long as the keys stay what they are.
        let verified = VerifiedTokens()

        init(_ keys: SigningKeys) {
            let pairs = keys.keys.map {
                (AccessTokens.header(kid: $0.id), Verifier(key: $0.key, retiresAt: $0.retiresAt ?? .max))
            }
            verifiers = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
            // SigningKeys is never empty.
            header = pairs.first?.0 ?? []
            signer = pairs.first?.1.key ?? HMACKey(randomBytes(32))
        }
    }

    private let keys: Mutex<Keys>

    package init(keys: SigningKeys) {
        self.keys = Mutex(Keys(keys))
    }

    /// From now on goes by these keys.
    func use(_ keys: SigningKeys) {
        let next = Keys(keys)
        self.keys.withLock { $0 = next }
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
        let keys = keys.withLock { $0 }
        return CompactJWS.make(header: keys.header, payload: Array(payload.utf8), key: keys.signer)
    }

    /// What is to be thought of a token.
    package func verify(_ token: some Collection<UInt8>, at now: Instant) -> Verdict {
        guard token.count <= Self.longest else { return .invalid }
        let token = Array(token)
        let keys = keys.withLock { $0 }
        if let known = keys.verified.find(token) { return known.verdict(at: now) }
        guard let jws = CompactJWS(token), let verifier = keys.verifiers[jws.header],
            let payload = jws.payload(signedWith: verifier.key), var fresh = Self.read(payload)
        else { return .invalid }
        // Whatever it says itself: who holds a former key must not make tokens with it for ever.
        fresh.ends = min(fresh.ends, verifier.retiresAt - Self.leeway)
        let verdict = fresh.verdict(at: now)
        if case .valid = verdict { keys.verified.note(fresh, token) }
        return verdict
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
