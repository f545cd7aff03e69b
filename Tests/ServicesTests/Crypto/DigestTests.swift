// SHA-256, HMAC and PBKDF2 against published vectors: a few here, Wycheproof's where the files are.
import Foundation
import Store
import Testing

@testable import Services

@Suite struct DigestTests {
    private func hex(_ bytes: [UInt8]) -> String { bytes.map { String(format: "%02x", $0) }.joined() }

    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func sha256IsSHA256(text: String, expected: String) {
        #expect(hex(SHA256Digest(of: text).bytes) == expected)
        #expect(hex(SHA256Digest(of: Array(text.utf8)).bytes) == expected)
    }

    @Test func sha256IsTheSameOnManyThreads() async {
        let expected = SHA256Digest(of: "abc")
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<64 {
                group.addTask { (0..<500).allSatisfy { _ in SHA256Digest(of: "abc").isEqual(to: expected) } }
            }
            for await isEqual in group { #expect(isEqual) }
        }
    }

    @Test func digestsDifferInAnyBit() throws {
        let bytes = SHA256Digest(of: "abc").bytes
        let digest = try #require(SHA256Digest(stored: bytes))
        #expect(digest.isEqual(to: SHA256Digest(of: "abc")))
        for bit in 0..<256 {
            var changed = bytes
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(try !#require(SHA256Digest(stored: changed)).isEqual(to: digest))
        }
        #expect(SHA256Digest(stored: []) == nil)
        #expect(SHA256Digest(stored: bytes + [0]) == nil)
    }

    @Test func comparingBytesLooksAtAllOfThem() {
        #expect(isEqualInConstantTime([], []))
        #expect(isEqualInConstantTime([1, 2, 3], [1, 2, 3]))
        #expect(!isEqualInConstantTime([1, 2, 3], [1, 2, 4]))
        #expect(!isEqualInConstantTime([1, 2, 3], [1, 2]))
    }

    @Test func hmacIsHMAC() {
        // RFC 4231, case 2, in one piece and in several.
        let expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        let key = HMACKey(Array("Jefe".utf8))
        #expect(hex(key.authenticate(Array("what do ya want for nothing?".utf8))) == expected)
        #expect(hex(key.authenticate(Array("what do ya ".utf8), [], Array("want for nothing?".utf8))) == expected)
        #expect(hex(HMACKey([]).authenticate([])) == "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad")
    }

    @Test func pbkdf2IsPBKDF2() {
        // RFC 7914, section 11.
        let derived = PBKDF2.derive(password: Array("passwd".utf8), salt: Array("salt".utf8), iterations: 1, count: 64)
        #expect(
            hex(derived) == "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
                + "49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783")
        #expect(PBKDF2.derive(password: [], salt: [1], iterations: 1, count: 32).count == 32)
    }

    @Test func randomBytesAreNotTheSameTwice() {
        #expect(randomBytes(32) != randomBytes(32))
        #expect(randomBytes(0).isEmpty)
    }
}

/// Files of test vectors that lie beside the repository; a checkout alone does not have them.
private enum Wycheproof {
    static func tests(_ file: String) throws -> [[String: Any]] {
        let place = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../../shared/vectors/wycheproof/\(file)").standardizedFileURL
        guard let data = FileManager.default.contents(atPath: place.path) else { return [] }
        let root = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        let groups = try #require(root["testGroups"] as? [[String: Any]])
        return groups.flatMap { group in
            (group["tests"] as? [[String: Any]] ?? []).map { $0.merging(group) { test, _ in test } }
        }
    }

    static func bytes(_ hex: Any?) throws -> [UInt8] {
        let text = try #require(hex as? String)
        return stride(from: 0, to: text.utf8.count, by: 2).compactMap { offset in
            let start = text.index(text.startIndex, offsetBy: offset)
            return UInt8(text[start..<text.index(start, offsetBy: 2)], radix: 16)
        }
    }
}

@Suite struct WycheproofTests {
    /// Where we are stricter than the vectors: signs that base64url does not have, and other spellings of a header than
    /// our own. Whatever they call acceptable, a token of ours does not look like it.
    private static let refusedByUs: Set<Int> = [372, 373, 376, 377]

    @Test func jwsAgreesWithEveryVectorOfHS256() throws {
        let tests = try Wycheproof.tests("json_web_signature.json")
        let ours = tests.filter { ($0["private"] as? [String: Any])?["alg"] as? String == "HS256" }
        #expect(tests.isEmpty || ours.count >= 40)
        // Two vectors of padding are, padding left out as they are written, the good token itself.
        let good = Set(ours.filter { $0["result"] as? String == "valid" }.compactMap { $0["jws"] as? String })
        /// The header that is taken for each key: that of the first good token.
        var headers: [String: [UInt8]] = [:]
        for test in ours {
            let key = try #require((test["private"] as? [String: Any])?["k"] as? String)
            let token = Array(try #require(test["jws"] as? String).utf8)
            let id = try #require(test["tcId"] as? Int)
            let isValid = good.contains(test["jws"] as? String ?? "")
            let jws = CompactJWS(token)
            if isValid, headers[key] == nil { headers[key] = jws?.header }
            let secret = HMACKey(try #require(Base64URL.decode(key)))
            let isAccepted = jws.map { $0.header == headers[key] && $0.payload(signedWith: secret) != nil } ?? false
            #expect(isAccepted == (isValid && !Self.refusedByUs.contains(id)), "test \(id): \(test["comment"] ?? "")")
        }
    }

    @Test func noVectorOfAnotherAlgorithmIsAToken() throws {
        let now = Instant(microseconds: 1_767_225_600_000_000)
        for test in try Wycheproof.tests("json_web_signature.json") {
            // The public half as the secret: the classic confusion.
            let key = (test["public"] ?? test["private"]) as? [String: Any]
            for secret in [key?["n"], key?["x"], key?["k"]].compactMap({ $0 as? String }) {
                guard let bytes = Base64URL.decode(secret), bytes.count >= 32,
                    let keys = SigningKeys(parsing: "k1 \(secret)\n")
                else { continue }
                let token = Array((test["jws"] as? String ?? "").utf8)
                #expect(AccessTokens(keys: keys).verify(token, at: now) == .invalid, "test \(test["tcId"] ?? "?")")
            }
        }
    }

    @Test func hmacAgreesWithEveryVector() throws {
        for test in try Wycheproof.tests("hmac_sha256.json") {
            let mac = HMACKey(try Wycheproof.bytes(test["key"])).authenticate(try Wycheproof.bytes(test["msg"]))
            let length = try #require(test["tagSize"] as? Int) / 8
            let isEqual = isEqualInConstantTime(Array(mac.prefix(length)), try Wycheproof.bytes(test["tag"]))
            #expect(isEqual == (test["result"] as? String == "valid"), "test \(test["tcId"] ?? "?")")
        }
    }

    @Test func pbkdf2AgreesWithEveryVector() throws {
        for test in try Wycheproof.tests("pbkdf2_hmacsha256.json") {
            let derived = PBKDF2.derive(
                password: try Wycheproof.bytes(test["password"]), salt: try Wycheproof.bytes(test["salt"]),
                iterations: try #require(test["iterationCount"] as? Int), count: try #require(test["dkLen"] as? Int))
            let isEqual = derived == (try Wycheproof.bytes(test["dk"]))
            #expect(isEqual == (test["result"] as? String == "valid"), "test \(test["tcId"] ?? "?")")
        }
    }
}
