// Every change of a user goes through here: one write job that reads, changes and writes, keeps the last active admin, and
// at its commit tells authentication, in whose caches the user stands, and the streams that must not go on.

internal import Contract
internal import RPC
internal import Store

extension UsersService {
    /// Changes a user in one job.
    /// - Parameters:
    ///   - etag: what the request asks of the user before; empty: nothing. `if-match` counts beside it.
    ///   - note: for the audit log, where the fields of a user do not show what was changed.
    ///   - change: of the row as it is in the job.
    /// - Returns: the user then. Where nothing differs nothing is written.
    /// - Throws: NOT_FOUND, ETAG_MISMATCH, LAST_ADMIN, ALREADY_EXISTS for a name that is taken.
    func change(
        _ id: Int64, etag: String = "", _ context: CallContext, note: String? = nil,
        _ change: @escaping @Sendable (inout UserRecord) throws -> Void
    ) async throws -> User {
        let now = clock.now()
        let credentials = credentials
        let condition = UserCondition(etag, context)
        let user = try await store.write { db -> User in
            guard let before = try db.users.get(id) else { throw Tenancy.notFound }
            try condition.check(before)
            var after = before
            try change(&after)
            guard after != before else { return User(before) }
            after.updatedAt = now
            after.version += 1
            if before.isActiveAdmin, !after.isActiveAdmin { try Self.keepAnAdmin(beside: id, in: db) }
            do {
                try db.users.update(from: before, to: after)
            } catch let error as StoreError where error.violatesUnique("users.username_key") {
                throw RPCError.usernameTaken
            }
            if before.isActive, !after.isActive {
                try db.signIns.endAll(ofUser: id, reason: "deactivated", at: now)
            } else if before.passwordHash != after.passwordHash {
                try db.signIns.endAll(ofUser: id, reason: "password", at: now)
            }
            try Audit.record(
                context, .user(after), before: User(before), after: User(after), note: note, in: db, at: now)
            db.afterCommit { [after] in Self.tell(credentials, before, after) }
            return User(after)
        }
        context.tell(etag: user.etag)
        return user
    }

    /// - Throws: LAST_ADMIN where nobody else is an active admin.
    static func keepAnAdmin(beside id: Int64, in db: Database) throws {
        guard try db.users.hasActiveAdmin(beside: id) else {
            throw RPCError.make(
                .lastAdmin, "This is the last active admin.", hint: "Make another user an active admin first.")
        }
    }

    private static func tell(_ credentials: LiveCredentials, _ before: UserRecord, _ after: UserRecord) {
        if before.isActive, !after.isActive {
            credentials.changed(
                user: after.id, endingWith: RPCError.make(.userInactive, "This user is not active any more."))
        } else if before.role != after.role {
            // They may come again, as what they are now.
            credentials.changed(
                user: after.id,
                endingWith: RPCError.make(.unavailable, "The user's role has changed.", hint: "Connect again."))
        } else {
            credentials.changed(user: after.id, endingWith: nil)
            if before.passwordHash != after.passwordHash { credentials.endedSignIns(of: after.id) }
        }
    }
}

extension UserRecord {
    var isActiveAdmin: Bool { isActive && role == .admin }
}
