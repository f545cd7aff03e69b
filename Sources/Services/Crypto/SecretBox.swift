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

    private let state: Mutex<SecretKeys>

    package init(_ keys: SecretKeys) { state = Mutex(keys) }

    /// The keys in force.
    package var keys: SecretKeys { state.withLock { $0 } }

    /// Seals with the first of these from now on, and opens with all of them.
    package func use(_ keys: SecretKeys) { state.withLock { $0 = keys } }

    package func seal(_ secret: [UInt8], at place: Place) -> [UInt8] {
        let key = keys.newest
        let header = [Self.version] + withUnsafeBytes(of: key.id.bigEndian) { Array($0) }
        let nonce = randomBytes(AESGCM.nonceLength)
        return header + nonce + AESGCM.seal(secret, key: key.bytes, nonce: nonce, beside: header + place.bytes)
    }

    package func open(_ sealed: [UInt8], at place: Place) throws(Fault) -> [UInt8] {
        guard let id = Self.keyID(of: sealed) else { throw .malformed }
        guard let key = keys.keys.first(where: { $0.id == id }) else { throw .unknownKey(id) }
        let header = Array(sealed.prefix(Self.headerLength))
        let nonce = Array(sealed[Self.headerLength..<Self.headerLength + AESGCM.nonceLength])
        let rest = Array(sealed.dropFirst(Self.headerLength + AESGCM.nonceLength))
        guard let secret = AESGCM.open(rest, key: key.bytes, nonce: nonce, beside: header + place.bytes) else {
            throw .refused
        }
        return secret
    }

    /// The same secret under the newest key; nil where it is already.
    package func resealed(_ sealed: [UInt8], at place: Place) throws(Fault) -> [UInt8]? {
        let secret = try open(sealed, at: place)
        return Self.keyID(of: sealed) == keys.newest.id ? nil : seal(secret, at: place)
    }

    /// Which key something was sealed with; nil for what no box made.
    package static func keyID(of sealed: [UInt8]) -> UInt32? {
        guard sealed.count >= headerLength + AESGCM.nonceLength + AESGCM.tagLength, sealed[0] == version else {
            return nil
        }
        return sealed[1..<headerLength].reduce(0) { $0 << 8 | UInt32($1) }
    }
}
