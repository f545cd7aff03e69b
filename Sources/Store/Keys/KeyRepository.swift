// Queries on `api_keys`.

package struct KeyRepository {
    let db: Database

    /// The id. Throws `.constraint` (unique `api_keys.prefix`) where the prefix is taken: make another.
    package func insert(_ key: KeyRecord) throws(StoreError) -> Int64 {
        try db.insert(
            """
            INSERT INTO api_keys (user_id, name, prefix, hash, scopes, allowed_ips, max_messages_per_minute, expires_at,
                revoked_at, last_used_at, rotated_from, made_by, bucket_id, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, key.userID, key.name, key.prefix, key.hash, WordList(key.scopes), WordList(key.allowedIPs),
            key.maxMessagesPerMinute, key.expiresAt, key.revokedAt, key.lastUsedAt, Reference(key.rotatedFrom),
            Reference(key.madeBy), Reference(key.bucketID), key.createdAt, key.updatedAt)
    }

    package func get(_ id: Int64) throws(StoreError) -> KeyRecord? {
        try db.first("SELECT \(KeyRecord.columns) FROM api_keys WHERE id = ?", id, row: KeyRecord.init)
    }

    package func get(prefix: String) throws(StoreError) -> KeyRecord? {
        try db.first("SELECT \(KeyRecord.columns) FROM api_keys WHERE prefix = ?", prefix, row: KeyRecord.init)
    }

    /// Whether a key has a successor.
    package func isRotated(_ id: Int64) throws(StoreError) -> Bool {
        let successor: Int64? = try db.scalar("SELECT id FROM api_keys WHERE rotated_from = ? LIMIT 1", id)
        return successor != nil
    }

    /// The key that a key was made with, the one that that was made with, and so on: at most `limit`.
    package func makers(of key: KeyRecord, limit: Int) throws(StoreError) -> [KeyRecord] {
        var makers: [KeyRecord] = []
        var next = key.madeBy
        while next != 0, makers.count < limit, let maker = try get(next) {
            makers.append(maker)
            next = maker.madeBy
        }
        return makers
    }

    /// Newest first, of one user (0 = all): those with ids below `before`, after skipping `offset`.
    package func list(
        userID: Int64 = 0, before: Int64 = .max, offset: Int = 0, limit: Int
    ) throws(StoreError) -> [KeyRecord] {
        var filter = Filter("id < ?", before)
        if userID != 0 { filter.and("user_id = ?", userID) }
        return try db.query(
            "SELECT \(KeyRecord.columns) FROM api_keys WHERE \(filter.sql) ORDER BY id DESC LIMIT ? OFFSET ?",
            values: filter.values + [limit, offset], row: KeyRecord.init)
    }

    /// Those of a user that open something at `now`, newest first.
    package func live(ofUser userID: Int64, at now: Moment, limit: Int) throws(StoreError) -> [KeyRecord] {
        try db.query(
            """
            SELECT \(KeyRecord.columns) FROM api_keys
            WHERE user_id = ? AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)
            ORDER BY id DESC LIMIT ?
            """, userID, now, limit, row: KeyRecord.init)
    }

    /// How many those are.
    package func liveCount(ofUser userID: Int64, at now: Moment) throws(StoreError) -> Int {
        let count: Int64? = try db.scalar(
            """
            SELECT count(*) FROM api_keys
            WHERE user_id = ? AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)
            """, userID, now)
        return Int(clamping: count ?? 0)
    }

    package func count(userID: Int64 = 0) throws(StoreError) -> Int64 {
        userID == 0
            ? try db.scalar("SELECT count(*) FROM api_keys") ?? 0
            : try db.scalar("SELECT count(*) FROM api_keys WHERE user_id = ?", userID) ?? 0
    }

    /// Writes what differs between two readings of a key; `updatedAt` is the caller's to set.
    package func update(from before: KeyRecord, to after: KeyRecord) throws(StoreError) {
        let set = MutableColumn.assignments(KeyRecord.mutable, from: before, to: after)
        guard !set.sql.isEmpty else { return }
        try db.execute("UPDATE api_keys SET \(set.sql) WHERE id = ?", values: set.values + [before.id])
    }

    /// Ends a key for good; the time of the first revocation stays. False where there is no such key.
    package func revoke(_ id: Int64, at now: Moment) throws(StoreError) -> Bool {
        try db.execute(
            "UPDATE api_keys SET revoked_at = coalesce(revoked_at, ?), updated_at = ? WHERE id = ?", now, now, id) == 1
    }

    /// Notes when a key was last used; never moves backwards.
    package func touch(_ id: Int64, at time: Moment) throws(StoreError) {
        try db.execute(
            "UPDATE api_keys SET last_used_at = ? WHERE id = ? AND (last_used_at IS NULL OR last_used_at < ?)",
            time, id, time)
    }
}

extension Database {
    package var keys: KeyRepository { KeyRepository(db: self) }
}
