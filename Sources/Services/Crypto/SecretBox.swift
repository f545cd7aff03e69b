// Secrets that must be had back in clear, at rest: AES-256-GCM under keys that are not in the database. What is sealed
// names its key, so a new key can take over while what older ones sealed still opens, until it was sealed anew. And it is
// bound to its place (table, row, column): whoever can write the database cannot give one row another one's secret.
//
// Layout: version (1), id of the key (4, big-endian), nonce (12), the secret hidden, tag (16). The first two are
// authenticated with the place.

internal import Synchronization

/// Seals and opens secrets of the database.
package final class SecretBox: Sendable {
    package static let keyLength = AESGCM.keyLength
    private static let version: UInt8 = 1
    private static let headerLength = 5

    /// Where a secret is stored.
    package struct Place: Sendable, Hashable {
        package let table: String
        package let row: Int64
        package let column: String

        package init(table: String, row: Int64, column: String) {
            self.table = table
            self.row = row
            self.column = column
        }

        /// Names have no NUL, so no two places give the same bytes.
        fileprivate var bytes: [UInt8] { Array("\(table)\0\(row)\0\(column)".utf8) }
    }

    package enum Fault: Error, Sendable, Hashable {
        /// Nothing that a box makes.
        case malformed
        /// Sealed with a key that is not here.
        case unknownKey(UInt32)
        /// Changed, or from another place.
        case refused
    }

    private struct Keys {
        var byID: [UInt32: [UInt8]] = [:]
        var newest: UInt32 = 0
    }

    private let keys: Mutex<Keys>

    /// - Parameter keys: by id, 32 bytes each; the highest id seals. nil for none, and for a key of another length.
    package init?(keys: [UInt32: [UInt8]]) {
        guard let newest = keys.keys.max(), keys.values.allSatisfy({ $0.count == Self.keyLength }) else { return nil }
        self.keys = Mutex(Keys(byID: keys, newest: newest))
    }

    /// Seals with another key from now on.
    /// - Returns: false for an id that is not above all others, and for a key of another length.
    package func add(_ key: [UInt8], id: UInt32) -> Bool {
        keys.withLock { keys in
            guard id > keys.newest, key.count == Self.keyLength else { return false }
            keys.byID[id] = key
            keys.newest = id
            return true
        }
    }

    package func seal(_ secret: [UInt8], at place: Place) -> [UInt8] {
        let (id, key) = keys.withLock { ($0.newest, $0.byID[$0.newest] ?? []) }
        let header = [Self.version] + withUnsafeBytes(of: id.bigEndian) { Array($0) }
        let nonce = randomBytes(AESGCM.nonceLength)
        return header + nonce + AESGCM.seal(secret, key: key, nonce: nonce, beside: header + place.bytes)
    }

    package func open(_ sealed: [UInt8], at place: Place) throws(Fault) -> [UInt8] {
        guard let id = Self.keyID(of: sealed) else { throw .malformed }
        guard let key = keys.withLock({ $0.byID[id] }) else { throw .unknownKey(id) }
        let header = Array(sealed.prefix(Self.headerLength))
        let nonce = Array(sealed[Self.headerLength..<Self.headerLength + AESGCM.nonceLength])
        let rest = Array(sealed.dropFirst(Self.headerLength + AESGCM.nonceLength))
        guard let secret = AESGCM.open(rest, key: key, nonce: nonce, beside: header + place.bytes) else {
            throw .refused
        }
        return secret
    }

    /// The same secret under the newest key; nil where it is already.
    package func resealed(_ sealed: [UInt8], at place: Place) throws(Fault) -> [UInt8]? {
        let secret = try open(sealed, at: place)
        return Self.keyID(of: sealed) == keys.withLock({ $0.newest }) ? nil : seal(secret, at: place)
    }

    /// Which key something was sealed with; nil for what no box made.
    package static func keyID(of sealed: [UInt8]) -> UInt32? {
        guard sealed.count >= headerLength + AESGCM.nonceLength + AESGCM.tagLength, sealed[0] == version else {
            return nil
        }
        return sealed[1..<headerLength].reduce(0) { $0 << 8 | UInt32($1) }
    }
}
