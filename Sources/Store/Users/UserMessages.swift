// What becomes of the messages of a user who is deleted: in portions, because there may be a million of them, and every
// other write waits for each portion.

extension UserRepository {
    /// Makes up to `limit` messages of a user nobody's. Gives how many.
    package func disownMessages(of userID: Int64, limit: Int = 500) throws(StoreError) -> Int {
        try db.execute(
            """
            UPDATE messages SET user_id = NULL WHERE id IN (SELECT id FROM messages WHERE user_id = ? LIMIT ?)
            """, userID, limit)
    }

    /// Deletes up to `limit` messages of a user. Gives how many.
    package func purgeMessages(of userID: Int64, limit: Int = 500) throws(StoreError) -> Int {
        let page = try db.query("SELECT id, status FROM messages WHERE user_id = ? LIMIT ?", userID, limit) {
            row throws(StoreError) -> (id: Int64, status: MessageRecord.Status) in (try row.next(), try row.next())
        }
        for message in page {
            try db.execute("DELETE FROM messages WHERE id = ?", message.id)
            db.count(message.status, of: userID, by: -1)
        }
        return page.count
    }
}
