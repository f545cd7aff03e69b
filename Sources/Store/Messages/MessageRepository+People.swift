// Somebody may be known by number and by WhatsApp's own id (LID). Which of them go together is known from those who wrote and
// were named by both: asked by whoever looks for somebody's messages.

extension MessageRepository {
    /// The names of whoever has this one: the one that is given, and the other one where it is known.
    /// - Parameter userID: whose messages tell; 0 = anybody's.
    package func names(of name: String, userID: Int64) throws(StoreError) -> [String] {
        let other: String? =
            name.hasSuffix("@lid")
            ? try newest("sender", "sender_lid = ? AND sender <> sender_lid", name, userID)
            : try newest("sender_lid", "direction = 2 AND sender = ? AND sender_lid IS NOT NULL", name, userID)
        guard let other, other != name else { return [name] }
        return [name, other]
    }

    private func newest(
        _ column: String, _ condition: String, _ name: String, _ userID: Int64
    ) throws(StoreError) -> String? {
        var filter = Filter(condition, name)
        if userID != 0 { filter.and("user_id = ?", userID) }
        let rows = try db.query(
            "SELECT \(column) FROM messages WHERE \(filter.sql) ORDER BY id DESC LIMIT 1", values: filter.values
        ) { row throws(StoreError) -> String in try row.next() }
        return rows.first
    }
}
