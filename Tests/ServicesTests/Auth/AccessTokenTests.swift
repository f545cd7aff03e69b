// Access tokens: the RFC's vector, our own round trip, and every token that must not open anything.
import Store
import Testing

@testable import Services

@Suite struct AccessTokenTests {
    private static let now = Instant(microseconds: 1_767_225_600_000_000)
    private static let second = now.seconds
    private static let family = "AAAAAAAAAAAAAAAAAAAAAA"

    private static let keys = SigningKeys(parsing: "k1 \(Base64URL.encode([UInt8](repeating: 7, count: 32)))\n")
    private let tokens: AccessTokens

    init() throws { tokens = AccessTokens(keys: try #require(Self.keys)) }

    private func verdict(_ token: String, at now: Instant = Self.now) -> AccessTokens.Verdict {
        tokens.verify(Array(token.utf8), at: now)
    }

    /// A payload that is right in everything, but for the changes.
    private static func payload(_ changes: [String: String?] = [:]) -> String {
        var claims: [String: String?] = [
            "iss": "\"switchboard\"", "aud": "\"switchboard\"", "sub": "\"5\"", "sid": "\"\(family)\"",
            "iat": "\(second)", "nbf": "\(second)", "exp": "\(second + 900)", "jti": "\"x\"",
        ]
        claims.merge(changes) { $1 }
        let members = claims.sorted { $0.key < $1.key }.compactMap { key, value in value.map { "\"\(key)\":\($0)" } }
        return "{\(members.joined(separator: ","))}"
    }

    @Test func theVectorOfTheRFCVerifies() throws {
        // RFC 7515, appendix A.1.
        let key = try #require(
            Base64URL.decode("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"))
        let input =
            "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
            + "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
        let mac = HMACKey(key).authenticate(Array(input.utf8))
        #expect(Base64URL.encode(mac) == "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
    }

    @Test func aTokenSaysWhoseItIsForAQuarterOfAnHour() {
        let claims = AccessTokens.Claims(userID: 5, family: Self.family)
        let token = tokens.make(claims, at: Self.now)
        #expect(token.utf8.count < AccessTokens.longest / 2)
        #expect(verdict(token) == .valid(claims))
        #expect(verdict(token, at: Self.now - .seconds(60)) == .valid(claims))
        #expect(verdict(token, at: Self.now - .seconds(61)) == .invalid)
        #expect(verdict(token, at: Self.now + .seconds(900 + 59)) == .valid(claims))
        #expect(verdict(token, at: Self.now + .seconds(900 + 60)) == .expired)
        #expect(verdict(token, at: Self.now + .seconds(1 << 40)) == .expired)
        #expect(tokens.make(claims, at: Self.now) != token, "two tokens are two")
    }

    @Test func theHeaderNamesItsKeyAndKind() throws {
        let token = tokens.make(.init(userID: 5, family: Self.family), at: Self.now)
        let first = String(token.prefix { $0 != "." })
        let header = try #require(Base64URL.decode(first))
        #expect(String(decoding: header, as: UTF8.self) == #"{"alg":"HS256","kid":"k1","typ":"at+jwt"}"#)
    }

    @Test func everyOtherByteOfATokenIsRefused() {
        let token = Array(tokens.sign(payload: Self.payload()).utf8)
        #expect(verdict(String(decoding: token, as: UTF8.self)) == .valid(.init(userID: 5, family: Self.family)))
        for index in token.indices {
            for other in [UInt8(ascii: "A"), UInt8(ascii: "."), UInt8(ascii: "="), 0, 0xFF] where other != token[index]
            {
                var spoilt = token
                spoilt[index] = other
                #expect(tokens.verify(spoilt, at: Self.now) == .invalid, "byte \(index)")
            }
            #expect(tokens.verify(token[..<index], at: Self.now) == .invalid, "cut at \(index)")
        }
        for more in ["=", "A", ".", " ", "\0", ".A"] {
            #expect(tokens.verify(token + Array(more.utf8), at: Self.now) == .invalid)
        }
    }

    @Test func base64ThatCouldBeWrittenOtherwiseIsRefused() throws {
        // 32 bytes of MAC are 43 characters, of which the last carries two bits that must be zero.
        var token = Array(tokens.sign(payload: Self.payload()).utf8)
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        let end = try #require(token.last)
        let last = try #require(alphabet.firstIndex(of: end))
        #expect(last % 4 == 0)
        for bits in 1...3 {
            token[token.count - 1] = alphabet[last + bits]
            #expect(tokens.verify(token, at: Self.now) == .invalid)
        }
    }

    @Test(arguments: [
        #"{"alg":"none","kid":"k1","typ":"at+jwt"}"#, #"{"alg":"none"}"#, #"{"alg":"None","typ":"JWT"}"#,
        #"{"alg":"HS384","kid":"k1","typ":"at+jwt"}"#, #"{"alg":"RS256","kid":"k1","typ":"at+jwt"}"#,
        #"{"alg":"HS256","kid":"k2","typ":"at+jwt"}"#, #"{"alg":"HS256","kid":"../../k1","typ":"at+jwt"}"#,
        #"{"alg":"HS256","kid":"' OR 1=1 --","typ":"at+jwt"}"#, #"{"alg":"HS256","typ":"at+jwt"}"#,
        #"{"alg":"HS256","kid":"k1","typ":"JWT"}"#, #"{"alg":"HS256","kid":"k1"}"#,
        #"{"alg":"HS256","kid":"k1","typ":"at+jwt","crit":["x"]}"#,
        #"{"alg":"HS256","alg":"none","kid":"k1","typ":"at+jwt"}"#,
        #"{"alg":"HS256","kid":"k1","typ":"at+jwt","jwk":{"kty":"oct","k":"AA"}}"#,
        #"{"kid":"k1","alg":"HS256","typ":"at+jwt"}"#, #"{ "alg":"HS256","kid":"k1","typ":"at+jwt"}"#,
        "", "{}", "null", #"["HS256"]"#, "\u{FEFF}{}",
    ])
    func aHeaderThatIsNotOursIsRefused(header: String) {
        // Signed with the right key over just this header, and not signed at all.
        let key = HMACKey([UInt8](repeating: 7, count: 32))
        let input =
            Base64URL.encode(Array(header.utf8)) + "." + Base64URL.encode(Array(Self.payload().utf8))
        let mac = Base64URL.encode(key.authenticate(Array(input.utf8)))
        #expect(verdict("\(input).\(mac)") == .invalid)
        #expect(verdict("\(input).") == .invalid)
        #expect(verdict(input) == .invalid)
    }

    @Test(
        arguments: [
            ["iss": "\"somebody\""], ["iss": nil], ["iss": "[\"switchboard\"]"], ["aud": "\"others\""], ["aud": nil],
            ["aud": "[\"switchboard\"]"], ["sub": nil], ["sub": "5"], ["sub": "\"\""], ["sub": "\"0\""],
            ["sub": "\"-5\""], ["sub": "\"05\""], ["sub": "\"+5\""], ["sub": "\"5 \""],
            ["sub": "\"99999999999999999999\""], ["sub": "null"], ["sid": nil], ["sid": "\"\""], ["sid": "\"AAAA\""],
            ["sid": "7"], ["iat": nil], ["iat": "\"\(second)\""], ["iat": "-1"], ["iat": "\(second + 61)"],
            ["nbf": nil], ["nbf": "\(second + 61)"], ["nbf": "true"], ["exp": nil], ["exp": "\(second + 900).5"],
            ["exp": "1e300"], ["exp": "9223372036854775807"], ["exp": "9223372036854775808"],
            ["exp": "-9223372036854775808"], ["exp": "\(second + 901)"], ["exp": "\(second)"], ["exp": "null"],
        ] as [[String: String?]])
    func claimsThatAreNotOursAreRefused(changes: [String: String?]) {
        #expect(verdict(tokens.sign(payload: Self.payload(changes))) == .invalid)
    }

    @Test(arguments: [
        #"{"sub":"5","sub":"6"}"#, "", "[]", "null", "{", "{}{}", #"{"sub":"5\u0000"}"#, "\u{0}",
        String(repeating: "[", count: 300),
    ])
    func aPayloadThatIsNoneIsRefused(payload: String) {
        #expect(verdict(tokens.sign(payload: payload)) == .invalid)
    }

    @Test func aClaimThatIsThereTwiceIsRefused() {
        let twice = String(Self.payload().dropLast()) + #","sub":"6"}"#
        #expect(verdict(tokens.sign(payload: twice)) == .invalid)
    }

    @Test func aTokenOfWhatEverLengthCostsNothing() {
        #expect(verdict(String(repeating: "A", count: 1 << 20)) == .invalid)
        #expect(verdict(String(repeating: ".", count: 1_000)) == .invalid)
        let long = Self.payload(["jti": "\"\(String(repeating: "x", count: 1_000))\""])
        #expect(verdict(tokens.sign(payload: long)) == .invalid)
    }

    @Test func anyKeyOfTheSetVerifiesAndTheFirstSigns() throws {
        let secret = Base64URL.encode([UInt8](repeating: 9, count: 32))
        let old = "k1 \(Base64URL.encode([UInt8](repeating: 7, count: 32)))\n"
        let both = AccessTokens(keys: try #require(SigningKeys(parsing: "k2 \(secret)\n" + old)))
        let claims = AccessTokens.Claims(userID: 5, family: Self.family)
        #expect(both.verify(Array(tokens.make(claims, at: Self.now).utf8), at: Self.now) == .valid(claims))
        #expect(verdict(both.make(claims, at: Self.now)) == .invalid)
        // The same name over another secret is another key.
        let other = AccessTokens(keys: try #require(SigningKeys(parsing: "k1 \(secret)\n")))
        #expect(verdict(other.make(claims, at: Self.now)) == .invalid)
    }
}

@Suite struct SigningKeysTests {
    @Test func freshKeysAreReadableAndNew() throws {
        let (one, two) = (SigningKeys.fresh(), SigningKeys.fresh())
        #expect(one != two)
        #expect(try #require(SigningKeys(parsing: one)).keys.count == 1)
        #expect(try #require(SigningKeys(parsing: one + two)).keys.count == 2)
    }

    @Test(arguments: [
        "", "\n", "k1", "k1 ", "k1 AAAA", "k1  " + String(repeating: "A", count: 43),
        " " + String(repeating: "A", count: 43), "k 1 " + String(repeating: "A", count: 43),
        "k\" " + String(repeating: "A", count: 43), "k1 " + String(repeating: "!", count: 43),
        String(repeating: "k1 \(String(repeating: "A", count: 43))\n", count: 2),
        (0..<17).map { "k\($0) \(String(repeating: "A", count: 43))" }.joined(separator: "\n"),
    ])
    func aFileThatIsNoneIsRefused(text: String) {
        #expect(SigningKeys(parsing: text) == nil)
    }
}

@Suite struct RefreshTokenTests {
    private let tokens = RefreshTokens(key: HMACKey([3]))

    @Test func aTokenSaysFamilyAndGeneration() throws {
        let family = RefreshTokens.newFamily()
        let token = tokens.make(family: family, generation: 17)
        #expect(tokens.read(token) == .init(family: family, generation: 17))
        // Derived, not drawn: the successor can be given again.
        #expect(tokens.make(family: family, generation: 17) == token)
        #expect(RefreshTokens(key: HMACKey([4])).read(token) == nil)
    }

    @Test func whatWasNotMadeHereIsNone() {
        let family = RefreshTokens.newFamily()
        let token = tokens.make(family: family, generation: 1)
        let mac = token.split(separator: ".")[2]
        for wrong in [
            "", ".", "..", "...", family, "\(family).1", "\(family).1.", "\(family).2.\(mac)", "\(family).01.\(mac)",
            "\(family).+1.\(mac)", "\(family).1.\(mac)=", "\(family).1.\(mac).", "x.1.\(mac)", token + " ", " " + token,
            String(token.dropLast()), String(repeating: "a", count: 100_000),
        ] { #expect(tokens.read(wrong) == nil, "\(wrong.prefix(80))") }
        for generation in [Int64(0), -1, .min] {
            #expect(tokens.read(tokens.make(family: family, generation: generation)) == nil)
        }
    }
}
