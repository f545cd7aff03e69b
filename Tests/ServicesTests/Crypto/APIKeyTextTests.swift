// Keys as text: what we make we read, and of everything else only what has the right form and checksum.
import Testing

@testable import Services

@Suite struct APIKeyTextTests {
    /// `sbk_` + prefix + `_` + secret, with the checksum worked out elsewhere (zlib).
    private let fixed = APIKeyText.make { [UInt8]((0..<$0).map { UInt8(truncatingIfNeeded: $0) }) }

    @Test func crc32IsTheOneOfZlib() {
        let sum = Array("123456789".utf8).withUnsafeBytes { CRC32.checksum($0) }
        #expect(sum == 0xCBF4_3926)
        #expect([UInt8]().withUnsafeBytes { CRC32.checksum($0) } == 0)
    }

    @Test func aKeyHasTheFormOfTheContract() throws {
        let key = APIKeyText.make()
        let pattern = /sbk_[0-9A-Za-z]{8}_[0-9A-Za-z]{43}[0-9A-Za-z]{6}/
        #expect(try pattern.wholeMatch(in: key) != nil, "\(key)")
        #expect(key != APIKeyText.make())
        let presented = try #require(PresentedKey(key))
        #expect(presented.prefix.text == String(key.prefix(12)))
        #expect(presented.digest.isEqual(to: SHA256Digest(of: key)))
    }

    @Test func theAlphabetIsDigitsThenCapitalsThenSmallLetters() {
        #expect(fixed.hasPrefix("sbk_01234567_89ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmno"), "\(fixed)")
        #expect(PresentedKey(fixed) != nil)
    }

    @Test func anyChangedCharacterIsFoundBeforeAnythingIsLookedUp() {
        let characters = Array(fixed)
        for index in characters.indices {
            for other in ["0", "z", "_", " ", "é"] where Character(other) != characters[index] {
                var changed = characters
                changed[index] = Character(other)
                #expect(PresentedKey(String(changed)) == nil, "\(index): \(other)")
            }
        }
    }

    @Test func twoSwappedNeighboursAreFound() {
        let characters = Array(fixed)
        for index in 13..<61 where characters[index] != characters[index + 1] {
            var changed = characters
            changed.swapAt(index, index + 1)
            #expect(PresentedKey(String(changed)) == nil)
        }
    }

    @Test(arguments: [
        "", "s", "sbk_", "sbk_01234567", "SBK_01234567_", String(repeating: "a", count: 62),
        String(repeating: "_", count: 62),
        "sbk_\0\0\0\0\0\0\0\0_" + String(repeating: "0", count: 49), String(repeating: "\u{10FFFF}", count: 62),
        String(repeating: "sbk_01234567_", count: 10_000),
    ])
    func hostileTextIsNoKey(text: String) {
        #expect(PresentedKey(text) == nil)
        #expect(key(in: text) == nil)
        #expect(key(in: "ApiKey " + text) == nil)
    }

    @Test func randomBytesAreNoKeysAndDoNotHurt() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...80, using: &generator)
            var bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            if Bool.random(using: &generator) { bytes = Array("sbk_".utf8) + bytes }
            #expect(bytes.withUnsafeBytes { PresentedKey($0) } == nil)
        }
    }

    @Test func everyTruncationAndExtensionIsRefused() {
        for length in 0..<fixed.utf8.count { #expect(PresentedKey(String(fixed.prefix(length))) == nil) }
        #expect(PresentedKey(fixed + "0") == nil)
        #expect(PresentedKey(" " + fixed) == nil)
        #expect(PresentedKey(fixed + "\n") == nil)
    }

    private func key(in credentials: String) -> PresentedKey? {
        guard case .apiKey(let key) = PresentedCredentials(credentials) else { return nil }
        return key
    }

    @Test(arguments: ["ApiKey ", "apikey ", "APIKEY ", "aPiKeY "])
    func theSchemeIsReadWithoutCase(scheme: String) {
        #expect(key(in: scheme + fixed) != nil)
    }

    @Test(arguments: ["", "ApiKey", "ApiKey  ", "ApiKey\t", "ApiKey\0", "Bearer ", "Basic ", "xApiKey ", "@PIKEY "])
    func otherSchemesAreNone(scheme: String) {
        #expect(key(in: scheme + fixed) == nil)
    }

    @Test func prefixesAreReadWithAndWithoutTheirHead() {
        #expect(KeyPrefix(parsing: "sbk_01234567")?.text == "sbk_01234567")
        #expect(KeyPrefix(parsing: "01234567")?.text == "sbk_01234567")
        for wrong in ["", "sbk_", "0123456", "012345678", "sbk_0123456!", "sbk_sbk_0123", "0123456\u{E9}"] {
            #expect(KeyPrefix(parsing: wrong) == nil, "\(wrong)")
        }
    }

    @Test func base62CountsLikeBase62() {
        #expect(String(decoding: Base62.digits(61, count: 3), as: UTF8.self) == "00z")
        #expect(String(decoding: Base62.digits(62, count: 3), as: UTF8.self) == "010")
        #expect(String(decoding: Base62.digits(UInt64(UInt32.max), count: 6), as: UTF8.self) == "4gfFC3")
        #expect(Base62.value(Array("4gfFC3".utf8)) == UInt64(UInt32.max))
        #expect(Base62.value(Array("zzzzzz".utf8)) == 56_800_235_583)
        #expect(Base62.value(Array("zzzzzzzzzzz".utf8)) == nil)
        #expect(Base62.value(Array("-1".utf8)) == nil)
    }

    @Test func randomCharactersFavourNoOne() {
        // 248 to 255 would make eight characters likelier; they are thrown away.
        let fed: [UInt8] = [255, 248, 247, 0, 61, 62]
        var rest = fed[...]
        let made = Base62.random(3) { count in
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }
        #expect(String(decoding: made, as: UTF8.self) == "z0z")
    }
}

@Suite struct Base64URLTests {
    @Test(arguments: [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("\u{FF}\u{FE}", "w7_Dvg")])
    func itIsTheOneOfTheRFC(text: String, encoded: String) {
        #expect(Base64URL.encode(Array(text.utf8)) == encoded)
        #expect(Base64URL.decode(encoded) == Array(text.utf8))
    }

    @Test(arguments: ["Z", "Zg==", "Zh", "Zm9", "Zm+v", "Zm/v", "Zm 9v", "Zm9v\n", "Zm9\u{E9}", "AAAAA"])
    func thereIsOneTextForOneValue(text: String) {
        #expect(Base64URL.decode(text) == nil)
    }
}
