// PyJWT reads our tokens, and makes those that must not open anything; one that is like ours in everything does, so that
// it is each change that the others are refused for.
import Codec
import Store
import Testing

@testable import Services

@Suite(.enabled(if: Others.areAsked, "Django and PyJWT are not there: make test fetches them"))
struct PyJWTTests {
    private static let now = Instant(microseconds: 1_767_225_600_000_000)
    private static let secret = Base64URL.encode([UInt8](repeating: 7, count: 32))
    private static let family = "AAAAAAAAAAAAAAAAAAAAAA"
    private let tokens: AccessTokens

    init() throws { tokens = AccessTokens(keys: try #require(SigningKeys(parsing: "k1 \(Self.secret)\n"))) }

    private static func merged(_ base: [(String, JSONValue)], _ changes: [(String, JSONValue?)]) -> JSONValue {
        var members = base
        for (name, value) in changes {
            members.removeAll { $0.0 == name }
            if let value { members.append((name, value)) }
        }
        return Others.object(members)
    }

    private static let header: [(String, JSONValue)] = [("kid", .string("k1")), ("typ", .string("at+jwt"))]
    private static var claims: [(String, JSONValue)] {
        let second = now.seconds
        return [
            ("iss", .string("switchboard")), ("aud", .string("switchboard")), ("sub", .string("5")),
            ("sid", .string(family)), ("iat", .integer(second)), ("nbf", .integer(second)),
            ("exp", .integer(second + 900)), ("jti", .string("x")),
        ]
    }

    @Test func itReadsOurTokens() throws {
        let token = tokens.make(.init(userID: 5, family: Self.family), at: Self.now)
        func question(key: String, audience: String = "switchboard", issuer: String = "switchboard") -> JSONValue {
            Others.object([
                ("ask", .string("read_token")), ("token", .string(token)), ("key", .string(key)),
                ("audience", .string(audience)), ("issuer", .string(issuer)),
            ])
        }
        let answers = try Others.ask([
            question(key: Self.secret), question(key: Base64URL.encode([UInt8](repeating: 8, count: 32))),
            question(key: Self.secret, audience: "others"), question(key: Self.secret, issuer: "others"),
        ])
        let read = answers[0].at("answer")
        #expect(read.at("header").at("alg").string == "HS256")
        #expect(read.at("header").at("kid").string == "k1")
        #expect(read.at("header").at("typ").string == "at+jwt")
        #expect(read.at("claims").at("sub").string == "5")
        #expect(read.at("claims").at("exp") == .integer(Self.now.seconds + 900))
        #expect(
            answers[1...].map { $0.at("error").string } == [
                "InvalidSignatureError", "InvalidAudienceError", "InvalidIssuerError",
            ])
    }

    private typealias Change = (header: [(String, JSONValue?)], claims: [(String, JSONValue?)], algorithm: String)

    private static let hostile: [(name: String, change: Change)] = {
        let second = now.seconds
        func header(_ name: String, _ value: JSONValue?) -> Change { ([(name, value)], [], "HS256") }
        func claim(_ name: String, _ value: JSONValue?) -> Change { ([], [(name, value)], "HS256") }
        return [
            ("alg none", ([], [], "none")), ("HS384", ([], [], "HS384")), ("HS512", ([], [], "HS512")),
            ("no kid", header("kid", nil)), ("another kid", header("kid", .string("k2"))),
            ("a path as kid", header("kid", .string("../../../../dev/null"))),
            ("SQL as kid", header("kid", .string("k1' UNION SELECT 'x' --"))),
            ("jku", header("jku", .string("https://evil.example/keys"))),
            ("x5u", header("x5u", .string("https://evil.example/cert"))),
            ("jwk", header("jwk", Others.object([("kty", .string("oct")), ("k", .string(secret))]))),
            ("crit", header("crit", .array([.string("exp")]))), ("typ JWT", header("typ", .string("JWT"))),
            ("typ refresh", header("typ", .string("refresh"))), ("cty", header("cty", .string("JWT"))),
            ("another issuer", claim("iss", .string("others"))), ("no issuer", claim("iss", nil)),
            ("another audience", claim("aud", .string("others"))),
            ("a list of audiences", claim("aud", .array([.string("switchboard")]))), ("no audience", claim("aud", nil)),
            ("expired", claim("exp", .integer(second - 60))), ("no exp", claim("exp", nil)),
            ("float exp", claim("exp", .number(Double(second) + 0.5))), ("1e30 as exp", claim("exp", .number(1e30))),
            ("exp far away", claim("exp", .integer(second + 901))), ("huge exp", claim("exp", .integer(.max))),
            ("exp as text", claim("exp", .string("\(second + 900)"))),
            ("nbf in the future", claim("nbf", .integer(second + 61))),
            ("iat in the future", claim("iat", .integer(second + 61))),
            ("no nbf", claim("nbf", nil)), ("no subject", claim("sub", nil)), ("subject 0", claim("sub", .string("0"))),
            ("another family", claim("sid", .string("x"))),
        ]
    }()

    @Test func whatItMakesOpensNothingUnlessItIsLikeOurs() throws {
        let changes: [(name: String, change: Change)] = [("like ours", ([], [], "HS256"))] + Self.hostile
        let made = try Others.ask(
            changes.map { _, change in
                Others.object([
                    ("ask", .string("make_token")), ("key", .string(Self.secret)),
                    ("algorithm", .string(change.algorithm)), ("header", Self.merged(Self.header, change.header)),
                    ("claims", Self.merged(Self.claims, change.claims)),
                ])
            })
        for (index, answer) in made.enumerated() {
            let name = changes[index].name
            let token = answer.at("answer").string
            #expect(!token.isEmpty, "\(name) was not made: \(answer)")
            let verdict = tokens.verify(Array(token.utf8), at: Self.now)
            switch index {
            case 0: #expect(verdict == .valid(.init(userID: 5, family: Self.family)))
            default: #expect(verdict == .invalid, "\(name)")
            }
        }
    }
}
