// Secrets at rest: the algorithm is the one of the books, what was sealed opens in its place and nowhere else, and a new
// key takes over without losing what older ones sealed.
import Testing

@testable import Services

@Suite struct SecretBoxTests {
    private let place = SecretBox.Place(table: "webhooks", row: 7, column: "secret")
    private let secret = Array("whsec_canary".utf8)

    private func key(_ byte: UInt8) -> [UInt8] { [UInt8](repeating: byte, count: 32) }

    private func box(_ keys: (id: UInt32, bytes: [UInt8])...) throws -> SecretBox {
        SecretBox(try #require(SecretKeys(keys)))
    }

    /// Test cases 13 to 16 of "The Galois/Counter Mode of Operation" (McGrew, Viega).
    @Test(arguments: [
        (
            String(repeating: "00", count: 32), String(repeating: "00", count: 12), "", "",
            "530f8afbc74536b9a963b4f1c4cb738b"
        ),
        (
            String(repeating: "00", count: 32), String(repeating: "00", count: 12), String(repeating: "00", count: 16),
            "", "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"
        ),
        (
            "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308", "cafebabefacedbaddecaf888",
            """
            d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72\
            1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39
            """,
            "feedfacedeadbeeffeedfacedeadbeefabaddad2",
            """
            522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa\
            8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b
            """
        ),
    ])
    func theAlgorithmIsTheOneOfTheBooks(
        key: String, nonce: String, plain: String, beside: String, sealed: String
    ) throws {
        func bytes(_ text: String) throws -> [UInt8] { try #require(Hexadecimal.bytes(text)) }
        let made = AESGCM.seal(
            try bytes(plain), key: try bytes(key), nonce: try bytes(nonce), beside: try bytes(beside))
        #expect(Hexadecimal.text(made) == sealed)
        let opened = AESGCM.open(made, key: try bytes(key), nonce: try bytes(nonce), beside: try bytes(beside))
        #expect(opened == (try bytes(plain)))
    }

    @Test func whatIsSealedOpensInItsPlaceAndNowhereElse() throws {
        let box = try self.box((1, key(1)))
        let sealed = box.seal(secret, at: place)
        #expect(try box.open(sealed, at: place) == secret)
        #expect(sealed.count == secret.count + 33)
        #expect(sealed.firstRange(of: secret) == nil)
        for other in [
            SecretBox.Place(table: "bridges", row: 7, column: "secret"),
            SecretBox.Place(table: "webhooks", row: 8, column: "secret"),
            SecretBox.Place(table: "webhooks", row: 7, column: "previous"),
        ] {
            #expect(throws: SecretBox.Fault.refused) { try box.open(sealed, at: other) }
        }
        #expect(box.seal(secret, at: place) != sealed, "no nonce is used twice")
        #expect(try box.open(box.seal([], at: place), at: place) == [])
    }

    @Test func aChangeToAnyByteIsNoticed() throws {
        let box = try self.box((2, key(2)), (1, key(1)))
        let sealed = box.seal(secret, at: place)
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(throws: SecretBox.Fault.self, "byte \(index)") { try box.open(changed, at: place) }
        }
        for count in 0..<sealed.count {
            #expect(throws: SecretBox.Fault.self) { try box.open(Array(sealed.prefix(count)), at: place) }
        }
        #expect(throws: SecretBox.Fault.self) { try box.open(sealed + [0], at: place) }
    }

    @Test func theFirstKeySealsAndAllOfThemOpen() throws {
        let old = try box((9, key(1)))
        let sealed = old.seal(secret, at: place)
        let both = try box((3, key(2)), (9, key(1)))
        #expect(try both.open(sealed, at: place) == secret)
        #expect(SecretBox.keyID(of: both.seal(secret, at: place)) == 3)
        let anew = try #require(try both.resealed(sealed, at: place))
        #expect(SecretBox.keyID(of: anew) == 3)
        #expect(try both.open(anew, at: place) == secret)
        #expect(try both.resealed(anew, at: place) == nil)
        #expect(throws: SecretBox.Fault.unknownKey(3)) { try old.open(anew, at: place) }
        old.use(both.keys)
        #expect(try old.open(anew, at: place) == secret)
        #expect(SecretBox.keyID(of: old.seal(secret, at: place)) == 3)
    }
}
