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
    /// - Parameter limits: what it is bound by, together with others.
    package init?(_ key: KeyRecord, owner: UserRecord, limits: [KeyLimit]) {
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
            // What one message takes: of the key's own bucket, and of those of the keys that it was made with, so that
            // many keys made with one send no more than that one may.
            keyCharges: limits.compactMap { RateLimits.Charge(.key($0.bucketID), limit: $0.perMinute) })
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
                return KnownKey(key, owner: owner, limits: try db.keys.limits(of: key, deepest: KeyBounds.deepest))
            }
        }
    }
}

extension Role {
    init(_ role: UserRecord.Role) { self = role == .admin ? .admin : .user }
}
