// API keys as authentication knows them.

internal import Contract
package import Store

/// A key with its owner, as far as authentication needs them.
package struct KnownKey: OwnedSnapshot {
    package let digest: SHA256Digest
    package let principal: Principal
    package let keyID: Int64
    package let ownerID: Int64
    package let isRevoked: Bool
    package let ownerIsActive: Bool
    package let expiresAt: Instant?
    package let networks: NetworkList

    /// Nil where the row holds something that this version does not understand: such a key opens nothing.
    /// - Parameter makers: the key that it was made with, the one that that was made with, and so on.
    package init?(_ key: KeyRecord, owner: UserRecord, makers: [KeyRecord] = []) {
        guard let digest = SHA256Digest(stored: key.hash), let networks = NetworkList(key.allowedIPs) else {
            return nil
        }
        // A scope that a newer version knew is a scope less here, never one more.
        let scopes = ScopeSet(key.scopes.compactMap { ScopeSet(word: $0) })
        self.digest = digest
        self.networks = networks
        keyID = key.id
        ownerID = owner.id
        isRevoked = key.revokedAt != nil
        ownerIsActive = owner.isActive
        expiresAt = key.expiresAt
        principal = Principal(
            kind: scopes == .bridge ? .bridge : .apiKey, userID: owner.id, username: owner.username,
            role: Role(owner.role), keyPrefix: key.prefix, keyID: key.id, scopes: scopes,
            messagesPerMinute: owner.maxMessagesPerMinute, keyMessagesPerMinute: key.maxMessagesPerMinute,
            keyCharges: Self.charges([key] + makers))
    }
}

extension KnownKey {
    /// What one message takes: of the key's own bucket, and of those of the keys that it was made with, so that many
    /// keys made with one send no more than that one may.
    private static func charges(_ keys: [KeyRecord]) -> [RateLimits.Charge] {
        var charges: [RateLimits.Charge] = []
        for key in keys {
            let bucket = RateLimits.Subject.key(key.bucketID == 0 ? key.id : key.bucketID)
            guard let charge = RateLimits.Charge(bucket, limit: key.maxMessagesPerMinute),
                !charges.contains(where: { $0.subject == bucket })
            else { continue }
            charges.append(charge)
        }
        return charges
    }
}

/// Keys by prefix.
package typealias KeyCache = SnapshotCache<KeyPrefix, KnownKey>

extension SnapshotCache where Key == KeyPrefix, Value == KnownKey {
    /// Reads from `store`.
    package convenience init(capacity: Int = 10_000, store: Store) {
        self.init(capacity: capacity) { prefix in
            try await store.read { db in
                guard let key = try db.keys.get(prefix: prefix.text), let owner = try db.users.get(key.userID) else {
                    return nil
                }
                return KnownKey(key, owner: owner, makers: try db.keys.makers(of: key, limit: KeyBounds.deepest))
            }
        }
    }
}

extension Role {
    init(_ role: UserRecord.Role) { self = role == .admin ? .admin : .user }
}
