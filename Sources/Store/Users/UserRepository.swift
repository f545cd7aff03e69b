// Queries on `users`. Names are compared by their folded key, which the caller makes.

package struct UserRepository {
    let db: Database

    /// The id. Throws `.constraint` (unique `users.username_key`) where the name is taken.
    package func insert(_ user: UserRecord) throws(StoreError) -> Int64 {
        try db.insert(
            """
            INSERT INTO users (username, username_key, email, role, is_active, max_messages_per_day,
                max_messages_per_minute, password_hash, version, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, user.username, user.usernameKey, user.email, user.role, user.isActive, user.maxMessagesPerDay,
            user.maxMessagesPerMinute, user.passwordHash, user.version, user.createdAt, user.updatedAt)
    }

    package func get(_ id: Int64) throws(StoreError) -> UserRecord? {
        try db.first("SELECT \(UserRecord.columns) FROM users WHERE id = ?", id, row: UserRecord.init)
    }

    package func get(usernameKey: String) throws(StoreError) -> UserRecord? {
        try db.first(
            "SELECT \(UserRecord.columns) FROM users WHERE username_key = ?", usernameKey, row: UserRecord.init)
    }

    /// Newest first: those with ids below `before`, after skipping `offset`.
    package func list(before: Int64 = .max, offset: Int = 0, limit: Int) throws(StoreError) -> [UserRecord] {
        try db.query(
            "SELECT \(UserRecord.columns) FROM users WHERE id < ? ORDER BY id DESC LIMIT ? OFFSET ?",
            before, limit, offset, row: UserRecord.init)
    }

    package func count() throws(StoreError) -> Int64 {
        try db.scalar("SELECT count(*) FROM users") ?? 0
    }

    /// The most iterations that a stored password was hashed with, of those up to `most`; 0 where there is none.
    package func dearestHash(upTo most: Int) throws(StoreError) -> Int {
        let dearest: Int64? = try db.scalar(
            """
            SELECT max(CAST(substr(password_hash, 15) AS INTEGER)) FROM users
            WHERE password_hash IS NOT NULL AND CAST(substr(password_hash, 15) AS INTEGER) <= ?
            """, most)
        return Int(dearest ?? 0)
    }

    /// Whether anybody but this user is an active admin. Goes through all users: for the rare call that would take one
    /// away.
    package func hasActiveAdmin(beside id: Int64) throws(StoreError) -> Bool {
        let found: Int64? = try db.scalar(
            "SELECT id FROM users WHERE role = ? AND is_active = 1 AND id <> ? LIMIT 1", UserRecord.Role.admin, id)
        return found != nil
    }

    /// Writes what differs between two readings of a user; `updatedAt` and `version` are the caller's to set. Throws `.constraint`
    /// (unique `users.username_key`) where the name is taken.
    package func update(from before: UserRecord, to after: UserRecord) throws(StoreError) {
        let set = MutableColumn.assignments(UserRecord.mutable, from: before, to: after)
        guard !set.sql.isEmpty else { return }
        try db.execute("UPDATE users SET \(set.sql) WHERE id = ?", values: set.values + [before.id])
    }

    /// Deletes a user with their keys, sign-ins, sessions and usage; messages that remain are nobody's. False where
    /// there is no such user.
    package func delete(_ id: Int64) throws(StoreError) -> Bool {
        // These carry no foreign key: they are written by folds.
        try db.execute("DELETE FROM usage WHERE user_id = ?", id)
        try db.execute("DELETE FROM message_counts WHERE user_id = ?", id)
        return try db.execute("DELETE FROM users WHERE id = ?", id) == 1
    }
}

extension Database {
    package var users: UserRepository { UserRepository(db: self) }
}
