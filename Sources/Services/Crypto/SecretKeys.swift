// The keys that secrets in the database are sealed with. The first seals, all of them open: those behind it are kept for what
// they have sealed, here and in backups. Ids are random, so that a key that was lost and a new one are never taken for
// the same. As text, one line a key: its id as eight hexadecimal digits, a space, 32 bytes in base64url.

/// A set of keys for `SecretBox`; never empty.
package struct SecretKeys: Sendable {
    package struct Key: Sendable {
        package let id: UInt32
        let bytes: [UInt8]

        /// The id as people see it.
        package var name: String { SecretKeys.name(id) }
    }

    /// More are not kept.
    package static let most = 16

    /// The first seals.
    package let keys: [Key]

    package var newest: Key { keys[0] }
    package var ids: Set<UInt32> { Set(keys.map(\.id)) }

    /// Nil for none, for more than 16, an id that is 0 or there twice, and for a key of another length.
    package init?(_ keys: [(id: UInt32, bytes: [UInt8])]) {
        guard (1...Self.most).contains(keys.count), Set(keys.map(\.id)).count == keys.count,
            keys.allSatisfy({ $0.id > 0 && $0.bytes.count == SecretBox.keyLength })
        else { return nil }
        self.keys = keys.map { Key(id: $0.id, bytes: $0.bytes) }
    }

    /// Reads what `text` wrote. Nil for anything else.
    package init?(parsing text: String) {
        var keys: [(id: UInt32, bytes: [UInt8])] = []
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 2, let id = UInt32(parts[0], radix: 16), Self.name(id) == parts[0],
                let bytes = Base64URL.decode(parts[1].utf8)
            else { return nil }
            keys.append((id, bytes))
        }
        self.init(keys)
    }

    /// How the set is kept. Secret.
    package var text: String { keys.map { "\($0.name) \(Base64URL.encode($0.bytes))\n" }.joined() }

    /// A set of one new key.
    package static func fresh() -> SecretKeys? { SecretKeys([newKey(beside: [])]) }

    /// The same with a new key before the others.
    /// - Parameter inUse: keys that something is sealed with; of the others the oldest go, where there are too many.
    /// - Returns: nil where so many are in use that there is no room for another.
    package func rotated(keeping inUse: Set<UInt32>) -> SecretKeys? {
        var former = keys.map { ($0.id, $0.bytes) }
        while former.count >= Self.most {
            guard let index = former.lastIndex(where: { !inUse.contains($0.0) }) else { return nil }
            former.remove(at: index)
        }
        return SecretKeys([Self.newKey(beside: ids)] + former)
    }

    private static func newKey(beside ids: Set<UInt32>) -> (id: UInt32, bytes: [UInt8]) {
        var id: UInt32 = 0
        while id == 0 || ids.contains(id) { id = randomBytes(4).reduce(0) { $0 << 8 | UInt32($1) } }
        return (id, randomBytes(SecretBox.keyLength))
    }

    static func name(_ id: UInt32) -> String {
        let digits = String(id, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
