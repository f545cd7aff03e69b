// What is to be deleted because its time is over or because it belongs to nothing: rows first, then, once that is
// committed, files. In portions.

extension MediaRepository {
    /// Deletes, of the next `limit` files after one whose time is over, those that no message waits to be sent with.
    /// - Returns: how many, where to go on (nil: that was all), and what may be deleted from the folder then.
    package func purge(
        expiredBefore now: Moment, after: (at: Moment, id: Int64)?, limit: Int = 200
    ) throws(StoreError) -> (deleted: Int, next: (at: Moment, id: Int64)?, names: [String]) {
        let start: (at: Moment, id: Int64) = after ?? (at: Moment(microseconds: .min), id: 0)
        let page = try db.query(
            """
            SELECT id, expires_at FROM media WHERE expires_at IS NOT NULL AND expires_at <= ?
                AND (expires_at, id) > (?, ?) ORDER BY expires_at, id LIMIT ?
            """, now, start.at, start.id, limit
        ) { row throws(StoreError) -> (id: Int64, at: Moment) in (try row.next(), try row.next()) }
        var deleted = 0
        var names: [String] = []
        for media in page {
            guard try messageWaiting(for: media.id) == nil else { continue }
            names += try delete(media.id)
            deleted += 1
        }
        guard page.count == limit, let last = page.last else { return (deleted, nil, names) }
        return (deleted, (at: last.at, id: last.id), names)
    }

    /// Deletes, of the next `limit` files in the folder after a row, those that are nobody's.
    /// - Returns: how many, where to go on (nil: that was all), and what may be deleted from the folder then.
    package func purgeUnowned(
        after id: Int64, limit: Int = 500
    ) throws(StoreError) -> (deleted: Int, next: Int64?, names: [String]) {
        let page = try storedFiles(after: id, limit: limit)
        var names: [String] = []
        for file in page {
            let owner: Int64? = try db.scalar("SELECT id FROM media WHERE file_id = ? LIMIT 1", file.id)
            guard owner == nil else { continue }
            try db.execute("DELETE FROM media_files WHERE id = ?", file.id)
            names.append(file.name)
        }
        return (names.count, page.count == limit ? page.last?.id : nil, names)
    }

    /// What should lie in the folder.
    package func storedFiles(
        after id: Int64, limit: Int
    ) throws(StoreError) -> [(id: Int64, name: String, size: Int64)] {
        try db.query("SELECT id, name, size FROM media_files WHERE id > ? ORDER BY id LIMIT ?", id, limit) {
            row throws(StoreError) -> (id: Int64, name: String, size: Int64) in
            (try row.next(), try row.next(), try row.next())
        }
    }

    /// Which of these names stand in no row: what lies under them is nobody's.
    package func unknown(_ names: [String]) throws(StoreError) -> [String] {
        var unknown: [String] = []
        for name in names {
            let stored: Int64? = try db.scalar("SELECT id FROM media_files WHERE name = ?", name)
            let coming: Int64? = try db.scalar(
                "SELECT id FROM media_uploads WHERE name = ? AND media_id IS NULL", name)
            if stored == nil, coming == nil { unknown.append(name) }
        }
        return unknown
    }

    /// Deletes whose content is lost: the file is not in the folder any more. Of those with that name all that no message
    /// waits for. Gives how many.
    package func forget(lost name: String) throws(StoreError) -> Int {
        guard let fileID: Int64 = try db.scalar("SELECT id FROM media_files WHERE name = ?", name) else { return 0 }
        let ids = try db.query("SELECT id FROM media WHERE file_id = ?", fileID) {
            row throws(StoreError) -> Int64 in try row.next()
        }
        var count = 0
        for id in ids {
            guard try messageWaiting(for: id) == nil else { continue }
            _ = try delete(id)
            count += 1
        }
        return count
    }
}
