// The keys that sign access tokens, by name (`kid`). The first signs; all of them verify, so that a new one can take over
// while tokens of the old one still live. As text, one line a key: its name, a space, 32 bytes or more in base64url.

/// A set of signing keys; never empty.
package struct SigningKeys: Sendable {
    package struct Key: Sendable {
        /// 1 to 32 letters, digits, `-` and `_`.
        package let id: String
        package let key: HMACKey
    }

    /// The first signs.
    package let keys: [Key]

    /// Reads what `fresh` wrote, or what a person added to it.
    /// Nil for no line at all, more than 16, a malformed one, a secret under 32 bytes, and a name that is there twice.
    package init?(parsing text: String) {
        var keys: [Key] = []
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 2, Self.isName(parts[0]), let secret = Base64URL.decode(parts[1].utf8),
                secret.count >= 32, !keys.contains(where: { $0.id == parts[0] })
            else { return nil }
            keys.append(Key(id: String(parts[0]), key: HMACKey(secret)))
        }
        guard (1...16).contains(keys.count) else { return nil }
        self.keys = keys
    }

    /// The text of a set with one new key.
    package static func fresh() -> String {
        let name = String(decoding: Base62.random(8, bytes: randomBytes), as: UTF8.self)
        return "\(name) \(Base64URL.encode(randomBytes(32)))\n"
    }

    private static func isName(_ text: Substring) -> Bool {
        (1...32).contains(text.utf8.count)
            && text.utf8.allSatisfy { Base62.isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    }
}
