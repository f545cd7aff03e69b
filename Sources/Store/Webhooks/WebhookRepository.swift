// Queries on `webhooks`: what somebody sets. How far deliveries have come is in WebhookRepository+Progress.swift.

package struct WebhookRepository {
    let db: Database

    /// The id.
    package func insert(_ webhook: WebhookRecord) throws(StoreError) -> Int64 {
        try db.insert(
            """
            INSERT INTO webhooks (user_id, session_id, url, description, types, header_names, is_active, inactive_reason,
                former_secret_until, version, position, sequence, delivered, lost, last_success_at, last_failure_at,
                last_error, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, webhook.userID, Reference(webhook.sessionID), webhook.url, webhook.description,
            WordList(webhook.types), WordList(webhook.headerNames), webhook.isActive, webhook.inactiveReason,
            webhook.formerSecretUntil, webhook.version, webhook.position, webhook.sequence, webhook.delivered,
            webhook.lost, webhook.lastSuccessAt, webhook.lastFailureAt, webhook.lastError, webhook.createdAt,
            webhook.updatedAt)
    }

    package func get(_ id: Int64) throws(StoreError) -> WebhookRecord? {
        try db.first("SELECT \(WebhookRecord.columns) FROM webhooks WHERE id = ?", id, row: WebhookRecord.init)
    }

    /// Newest first, of one user (0 = all): those with ids below `before`, after skipping `offset`.
    package func list(
        userID: Int64 = 0, before: Int64 = .max, offset: Int = 0, limit: Int
    ) throws(StoreError) -> [WebhookRecord] {
        var filter = Filter("id < ?", before)
        if userID != 0 { filter.and("user_id = ?", userID) }
        return try db.query(
            "SELECT \(WebhookRecord.columns) FROM webhooks WHERE \(filter.sql) ORDER BY id DESC LIMIT ? OFFSET ?",
            values: filter.values + [limit, offset], row: WebhookRecord.init)
    }

    /// Of one user (0 = all).
    package func count(userID: Int64 = 0) throws(StoreError) -> Int64 {
        guard userID != 0 else { return try db.scalar("SELECT count(*) FROM webhooks") ?? 0 }
        return try db.scalar("SELECT count(*) FROM webhooks WHERE user_id = ?", userID) ?? 0
    }

    /// All of them, by id, with whose they are.
    package func owners() throws(StoreError) -> [(id: Int64, userID: Int64)] {
        try db.query("SELECT id, user_id FROM webhooks ORDER BY id") { row throws(StoreError) -> (Int64, Int64) in
            (try row.next(), try row.next())
        }
    }

    /// Writes what somebody has set.
    package func update(from old: WebhookRecord, to new: WebhookRecord) throws(StoreError) {
        let set = MutableColumn.assignments(WebhookRecord.mutable, from: old, to: new)
        guard !set.sql.isEmpty else { return }
        try db.execute("UPDATE webhooks SET \(set.sql) WHERE id = ?", values: set.values + [old.id])
    }

    /// False where there is none. Deliveries go with it: empty it first where there may be many.
    @discardableResult
    package func delete(_ id: Int64) throws(StoreError) -> Bool {
        try db.execute("DELETE FROM webhooks WHERE id = ?", id) == 1
    }

    /// What a delivery is allowed by: the webhook's version and whether both it and its owner are active; nil: it is gone.
    package func standing(_ id: Int64) throws(StoreError) -> (version: Int64, isActive: Bool)? {
        try db.first(
            """
            SELECT webhooks.version, webhooks.is_active AND users.is_active FROM webhooks
            JOIN users ON users.id = webhooks.user_id WHERE webhooks.id = ?
            """, id
        ) { row throws(StoreError) -> (version: Int64, isActive: Bool) in (try row.next(), try row.next()) }
    }
}

extension Database {
    package var webhooks: WebhookRepository { WebhookRepository(db: self) }
}
