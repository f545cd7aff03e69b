// Refresh tokens (API.md 5): `family.generation.MAC`, where the MAC is an HMAC-SHA-256 with a key of the server. The
// successor of a token can be derived, so it can be given again when an answer was lost, though nothing but family and
// generation is stored; and without the server's key the database opens nothing.

/// Makes and reads refresh tokens. Whether one is still good is for the store to say.
package struct RefreshTokens: Sendable {
    /// How long a token is good for, from its making.
    package static let lifetime: Duration = .seconds(30 * 24 * 3600)
    /// How long the successor of a token that was exchanged is given again.
    package static let grace: Duration = .seconds(10)
    private static let familyBytes = 16

    /// What a token says.
    package struct Claims: Sendable, Hashable {
        package var family: String
        package var generation: Int64
    }

    private let key: HMACKey

    /// - Parameter key: secret, the same over restarts, or every sign-in ends.
    package init(key: HMACKey) {
        self.key = key
    }

    /// A name for a new sign-in: 128 random bits.
    package static func newFamily() -> String { Base64URL.encode(randomBytes(familyBytes)) }

    /// Whether a text can be a family's name.
    static func isFamily(_ text: String) -> Bool { Base64URL.decode(text)?.count == familyBytes }

    package func make(family: String, generation: Int64) -> String {
        "\(family).\(generation).\(Base64URL.encode(mac(family, String(generation))))"
    }

    /// What a token says that `make` made; nil for everything else.
    package func read(_ token: String) -> Claims? {
        guard token.utf8.count <= 128 else { return nil }
        let parts = token.split(separator: ".", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let given = Base64URL.decode(parts[2]),
            isEqualInConstantTime(given, mac(parts[0], parts[1])),
            Self.isFamily(parts[0]), let generation = Int64(parts[1]), generation > 0
        else { return nil }
        return Claims(family: parts[0], generation: generation)
    }

    /// Neither part holds a dot, so no two pairs give the same bytes.
    private func mac(_ family: String, _ generation: String) -> [UInt8] {
        key.authenticate(Array("refresh.\(family).\(generation)".utf8))
    }
}
