// Queries on `templates`.

package struct TemplateRepository {
    let db: Database

    /// The id.
    package func insert(_ template: TemplateRecord) throws(StoreError) -> Int64 {
        try db.insert(
            """
            INSERT INTO templates (user_id, name, description, text, version, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, template.userID, template.name, template.description, template.text, template.version,
            template.createdAt, template.updatedAt)
    }

    package func get(_ id: Int64) throws(StoreError) -> TemplateRecord? {
        try db.first("SELECT \(TemplateRecord.columns) FROM templates WHERE id = ?", id, row: TemplateRecord.init)
    }

    /// The id of the user's template of that name.
    package func id(userID: Int64, name: String) throws(StoreError) -> Int64? {
        try db.scalar("SELECT id FROM templates WHERE user_id = ? AND name = ?", userID, name)
    }

    /// Newest first, of one user (0 = all) and of one name (empty = any): those with ids below `before`, after skipping
    /// `offset`.
    package func list(
        userID: Int64 = 0, name: String = "", before: Int64 = .max, offset: Int = 0, limit: Int
    ) throws(StoreError) -> [TemplateRecord] {
        let filter = Self.filter(userID, name, before)
        return try db.query(
            "SELECT \(TemplateRecord.columns) FROM templates WHERE \(filter.sql) ORDER BY id DESC LIMIT ? OFFSET ?",
            values: filter.values + [limit, offset], row: TemplateRecord.init)
    }

    package func count(userID: Int64 = 0, name: String = "") throws(StoreError) -> Int64 {
        let filter = Self.filter(userID, name, .max)
        let rows = try db.query("SELECT count(*) FROM templates WHERE \(filter.sql)", values: filter.values) {
            row throws(StoreError) -> Int64 in try row.next()
        }
        return rows.first ?? 0
    }

    private static func filter(_ userID: Int64, _ name: String, _ before: Int64) -> Filter {
        var filter = Filter("id < ?", before)
        if userID != 0 { filter.and("user_id = ?", userID) }
        if !name.isEmpty { filter.and("name = ?", name) }
        return filter
    }

    package func update(from old: TemplateRecord, to new: TemplateRecord) throws(StoreError) {
        let set = MutableColumn.assignments(TemplateRecord.mutable, from: old, to: new)
        guard !set.sql.isEmpty else { return }
        try db.execute("UPDATE templates SET \(set.sql) WHERE id = ?", values: set.values + [old.id])
    }

    /// False where there is none.
    @discardableResult
    package func delete(_ id: Int64) throws(StoreError) -> Bool {
        try db.execute("DELETE FROM templates WHERE id = ?", id) == 1
    }
}

extension Database {
    package var templates: TemplateRepository { TemplateRepository(db: self) }
}
