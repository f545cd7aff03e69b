// The keys that sign access tokens, by name (`kid`). The first signs; those behind it verify what they signed before
// their turn was over, until that has expired. They are kept for longer than that, so that whoever comes with an old
// token is told that it has expired (and gets the next by their refresh token) instead of that it is nobody's.
// As text, one line a key: its name, a space, 32 bytes or more in base64url, and for a former key a space and the second
// (since 1970) from which on it verifies nothing.

internal import Store

/// A set of signing keys; never empty.
package struct SigningKeys: Sendable {
    package struct Key: Sendable {
        /// 1 to 32 letters, digits, `-` and `_`.
        package let id: String
        package let key: HMACKey
        /// From this second on it verifies nothing; nil: it has no end yet.
        package fileprivate(set) var retiresAt: Int64?
        fileprivate let secret: String
    }

    /// More than so many are not kept.
    static let most = 16
    /// How long a former key is remembered: longer than a sign-in can last without coming back.
    private static let memory: Int64 = 31 * 24 * 3600

    /// The first signs.
    package let keys: [Key]

    private init(_ keys: [Key]) { self.keys = keys }

    /// Reads what `text` wrote, or what a person added to it.
    /// Nil for no line at all, more than 16, a malformed one, a secret under 32 bytes, a name that is there twice, and a
    /// first key that is a former one.
    package init?(parsing text: String) {
        var keys: [Key] = []
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            guard (2...3).contains(parts.count), Self.isName(parts[0]), let secret = Base64URL.decode(parts[1].utf8),
                secret.count >= 32, !keys.contains(where: { $0.id == parts[0] })
            else { return nil }
            let retiresAt = parts.count == 3 ? Int64(parts[2]) : nil
            guard parts.count == 2 || retiresAt.map({ $0 > 0 && String($0) == parts[2] }) == true else { return nil }
            keys.append(
                Key(
                    id: String(parts[0]), key: HMACKey(secret), retiresAt: retiresAt, secret: String(parts[1])))
        }
        guard (1...Self.most).contains(keys.count), keys.first?.retiresAt == nil else { return nil }
        self.keys = keys
    }

    /// How the set is kept. Secret.
    package var text: String {
        keys.map { key in "\(key.id) \(key.secret)\(key.retiresAt.map { " \($0)" } ?? "")\n" }.joined()
    }

    /// The text of a set with one new key.
    package static func fresh() -> String {
        let name = String(decoding: Base62.random(8, bytes: randomBytes), as: UTF8.self)
        return "\(name) \(Base64URL.encode(randomBytes(32)))\n"
    }

    /// The same with a new key before the others, which are former ones from now on.
    /// - Parameter rest: for how long a former key verifies.
    /// - Returns: nil where so many are still needed that there is no room for another.
    func rotated(at now: Instant, former rest: Duration) -> SigningKeys? {
        guard let new = SigningKeys(parsing: Self.fresh())?.keys.first else { return nil }
        let now = now.seconds
        var former = keys.map { key in
            var key = key
            key.retiresAt = key.retiresAt ?? now + rest.components.seconds
            return key
        }
        former.removeAll { $0.id == new.id || $0.retiresAt.map { end in end + Self.memory <= now } ?? false }
        // The longest gone is the first to be forgotten, and none that is still needed.
        while former.count >= Self.most {
            guard let end = former.last?.retiresAt, end <= now else { return nil }
            former.removeLast()
        }
        return SigningKeys([new] + former)
    }

    private static func isName(_ text: Substring) -> Bool {
        (1...32).contains(text.utf8.count)
            && text.utf8.allSatisfy { Base62.isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    }
}
