// Sign-ins as authentication knows them: an access token says which one it belongs to, and only the sign-in says whether
// that still lives and what its user may do.

internal import Contract
package import Store

/// A sign-in with its user, as far as authentication needs them.
package struct KnownSignIn: OwnedSnapshot {
    package let principal: Principal
    package let ownerID: Int64
    package let hasEnded: Bool
    package let ownerIsActive: Bool
    /// When it runs out, unless its tokens are renewed before.
    package let expiresAt: Instant

    package init(_ signIn: SignInRecord, user: UserRecord) {
        ownerID = user.id
        hasEnded = signIn.endedAt != nil
        ownerIsActive = user.isActive
        expiresAt = signIn.expiresAt
        principal = Principal(
            kind: .user, userID: user.id, username: user.username, role: Role(user.role), signIn: signIn.family,
            messagesPerMinute: user.maxMessagesPerMinute)
    }
}

/// Sign-ins by family.
package typealias SignInCache = SnapshotCache<String, KnownSignIn>

extension SnapshotCache where Key == String, Value == KnownSignIn {
    /// Reads from `store`.
    package convenience init(capacity: Int = 10_000, store: Store) {
        self.init(capacity: capacity) { family in
            try await store.read { db in
                guard let signIn = try db.signIns.get(family: family), let user = try db.users.get(signIn.userID) else {
                    return nil
                }
                return KnownSignIn(signIn, user: user)
            }
        }
    }
}
