// Forgetting keys that nobody can use any more.

extension KeyRepository {
    /// Deletes up to `limit` keys after an id that were revoked, or ran out, before `time`. What still binds others stays
    /// as long as they do: the keys that others were made with, and of a line the newer ones. They go at a later time.
    /// - Returns: how many, and the id to go on after; nil: that was the last.
    package func forget(
        endedBefore time: Moment, after id: Int64, limit: Int
    ) throws(StoreError) -> Purged {
        // By id and not by an index over times: there are few keys, and this runs once a day or so.
        let page = try db.query("SELECT id FROM api_keys WHERE id > ? ORDER BY id LIMIT ?", id, limit) {
            row throws(StoreError) -> Int64 in try row.next()
        }
        guard let last = page.last else { return Purged(deleted: 0, next: nil) }
        let deleted = try db.execute(
            """
            DELETE FROM api_keys WHERE id > ? AND id <= ?
                AND (coalesce(revoked_at, ?) < ? OR coalesce(expires_at, ?) < ?)
                AND NOT EXISTS (SELECT 1 FROM api_keys AS made WHERE made.made_by = api_keys.id)
                AND NOT EXISTS (SELECT 1 FROM api_keys AS first WHERE first.id = api_keys.bucket_id)
                AND NOT EXISTS (
                    SELECT 1 FROM api_keys AS older
                    WHERE older.bucket_id = api_keys.bucket_id AND older.id < api_keys.id)
            """, id, last, time, time, time, time)
        return Purged(deleted: deleted, next: page.count == limit ? last : nil)
    }
}
