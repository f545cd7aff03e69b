// Queries on `users`. Names are compared by their folded key, which the caller makes.

package struct UserRepository {
    let db: Database

    /// The id. Throws `.constraint` (unique `users.username_key`) where the name is taken.
    package func insert(_ user: UserRecord) throws(StoreError) -> Int64 {
        try db.insert(
            """
            INSERT INTO users (username, username_key, email, role, is_active, max_messages_per_day,
                max_messages_per_minute, password_hash, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, user.username, user.usernameKey, user.email, user.role, user.isActive, user.maxMessagesPerDay,
            user.maxMessagesPerMinute, user.passwordHash, user.createdAt, user.updatedAt)
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
}

extension Database {
    package var users: UserRepository { UserRepository(db: self) }
}
