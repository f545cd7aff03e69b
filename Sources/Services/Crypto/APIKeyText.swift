// The text of an API key (API.md 5): `sbk_`, 8 base62 characters of prefix, `_`, 43 of secret, 6 of CRC-32 over all that
// stands before them. The prefix is shown and looked up, the secret is shown once, at rest there is the SHA-256 of the
// whole text. What presents itself as a key is untrusted: it is checked byte by byte and never indexed by its content.

/// The part of a key that is safe to show: eight base62 characters, packed so that it can be a hash key for nothing.
package struct KeyPrefix: Sendable, Hashable {
    private let packed: UInt64

    fileprivate init?(characters: some Collection<UInt8>) {
        guard characters.count == 8, characters.allSatisfy(Base62.isDigit) else { return nil }
        packed = characters.reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Reads a prefix with or without `sbk_`.
    package init?(parsing text: String) {
        let bytes = Array(text.utf8)
        let digits = bytes.starts(with: APIKeyText.head) ? bytes[4...] : bytes[...]
        self.init(characters: digits)
    }

    /// `sbk_` and the eight characters.
    package var text: String {
        let characters = (0..<8).map { UInt8(truncatingIfNeeded: packed >> UInt64(56 - 8 * $0)) }
        return String(decoding: APIKeyText.head + characters, as: UTF8.self)
    }
}

/// A key as presented by a caller: well formed, not yet known to be anybody's.
package struct PresentedKey: Sendable {
    package let prefix: KeyPrefix
    package let digest: SHA256Digest

    /// Nil for anything that is not a key with a right checksum.
    package init?(_ text: UnsafeRawBufferPointer) {
        guard text.count == APIKeyText.length, text.starts(with: APIKeyText.head), text[12] == UInt8(ascii: "_"),
            let prefix = KeyPrefix(characters: text[4..<12]),
            text[13...].allSatisfy(Base62.isDigit)
        else { return nil }
        let body = UnsafeRawBufferPointer(rebasing: text[..<APIKeyText.checkedLength])
        guard Base62.value(text[APIKeyText.checkedLength...]) == UInt64(CRC32.checksum(body)) else { return nil }
        self.prefix = prefix
        digest = SHA256Digest(of: text)
    }

    package init?(_ text: String) {
        var text = text
        guard let key = text.withUTF8({ PresentedKey(UnsafeRawBufferPointer($0)) }) else { return nil }
        self = key
    }
}

package enum APIKeyText {
    static let head = Array("sbk_".utf8)
    static let length = 62
    /// What the checksum covers.
    static let checkedLength = 56

    /// A new key.
    /// - Parameter random: gives that many random bytes; libcrypto's generator but in tests.
    package static func make(random: (Int) -> [UInt8] = randomBytes) -> String {
        let characters = Base62.random(8 + 43, bytes: random)
        let body = head + characters[..<8] + [UInt8(ascii: "_")] + characters[8...]
        let sum = body.withUnsafeBytes { CRC32.checksum($0) }
        return String(decoding: body + Base62.digits(UInt64(sum), count: 6), as: UTF8.self)
    }
}

/// Numbers and random text in `0-9A-Za-z`.
enum Base62 {
    private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

    private static func value(of character: UInt8) -> UInt64? {
        switch character {
        case 0x30...0x39: UInt64(character - 0x30)
        case 0x41...0x5A: UInt64(character - 0x41 + 10)
        case 0x61...0x7A: UInt64(character - 0x61 + 36)
        default: nil
        }
    }

    static func isDigit(_ character: UInt8) -> Bool { value(of: character) != nil }

    /// The number that the digits spell; nil for other characters and for more than fits in ten digits.
    static func value(_ digits: some Collection<UInt8>) -> UInt64? {
        guard digits.count <= 10 else { return nil }
        var sum: UInt64 = 0
        for digit in digits {
            guard let value = value(of: digit) else { return nil }
            sum = sum * 62 + value
        }
        return sum
    }

    /// The last `count` digits of `number`, with leading zeros.
    static func digits(_ number: UInt64, count: Int) -> [UInt8] {
        var rest = number
        var digits: [UInt8] = []
        for _ in 0..<count {
            digits.append(alphabet[Int(rest % 62)])
            rest /= 62
        }
        return digits.reversed()
    }

    /// Evenly distributed characters: bytes that would favour some of them are thrown away.
    static func random(_ count: Int, bytes: (Int) -> [UInt8]) -> [UInt8] {
        var characters: [UInt8] = []
        while characters.count < count {
            characters += bytes(count - characters.count).lazy.filter { $0 < 248 }.map { alphabet[Int($0 % 62)] }
        }
        return characters
    }
}
