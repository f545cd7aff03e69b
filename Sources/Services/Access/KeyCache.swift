// What is known about API keys, in memory, so that a call with a key that was used before reads no database.
// Invariant: nothing older than the last invalidation is kept: a read that began before one is used once and not stored.
// Keys that do not exist are not remembered; a flood of made-up keys costs reads, and pushes no good key out.

internal import Contract
package import Store
internal import Synchronization

/// A key with its owner, as far as authentication needs them.
package struct KnownKey: Sendable {
    package let digest: SHA256Digest
    package let principal: Principal
    package let keyID: Int64
    package let ownerID: Int64
    package let isRevoked: Bool
    package let ownerIsActive: Bool
    package let expiresAt: Instant?
    package let networks: NetworkList

    /// Nil where the row holds something that this version does not understand: such a key opens nothing.
    package init?(_ key: KeyRecord, owner: UserRecord) {
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
            role: owner.role == .admin ? .admin : .user, keyPrefix: key.prefix, keyID: key.id, scopes: scopes)
    }
}

/// Keys by prefix. Thread-safe; never blocks for long.
package final class KeyCache: Sendable {
    package typealias Source = @Sendable (KeyPrefix) async throws -> KnownKey?

    private struct State {
        var known: TwoGenerations<KeyPrefix, KnownKey>
        var generation: UInt64 = 0
    }

    private let state: Mutex<State>
    private let source: Source

    /// - Parameter source: reads a key and its owner from where they are kept.
    package init(capacity: Int = 10_000, source: @escaping Source) {
        state = Mutex(State(known: TwoGenerations(capacity: capacity)))
        self.source = source
    }

    /// Reads from `store`.
    package convenience init(capacity: Int = 10_000, store: Store) {
        self.init(capacity: capacity) { prefix in
            try await store.read { db in
                guard let key = try db.keys.get(prefix: prefix.text), let owner = try db.users.get(key.userID) else {
                    return nil
                }
                return KnownKey(key, owner: owner)
            }
        }
    }

    /// What is in memory. No database, no waiting.
    package func cached(_ prefix: KeyPrefix) -> KnownKey? {
        state.withLock { $0.known.value(for: prefix) }
    }

    /// What is in memory, else what the source knows.
    package func key(_ prefix: KeyPrefix) async throws -> KnownKey? {
        let (cached, generation) = state.withLock { ($0.known.value(for: prefix), $0.generation) }
        if let cached { return cached }
        guard let read = try await source(prefix) else { return nil }
        state.withLock { state in
            if state.generation == generation { state.known.insert(read, for: prefix) }
        }
        return read
    }

    /// Forgets one key: it was revoked or changed. Call it after the commit.
    package func forget(_ prefix: KeyPrefix) {
        state.withLock { state in
            state.generation &+= 1
            state.known.remove(prefix)
        }
    }

    /// Forgets all keys of a user: they were changed. Call it after the commit.
    package func forgetKeys(of userID: Int64) {
        state.withLock { state in
            state.generation &+= 1
            state.known.removeAll { $0.ownerID == userID }
        }
    }
}
