// Queries on `media` and `media_files`. Nothing here touches a file: what may be deleted from the folder is handed to the
// caller by name, to be deleted once that is committed.

package struct MediaRepository {
    let db: Database

    /// Adds a file to a user's. Where its content is here already, under another name, that name is its name.
    /// - Parameter replaces: the name of a file that is known to be gone: ours takes its place.
    /// - Returns: the row; its `storedName` is not the one given where the content was here.
    package func insert(_ media: MediaRecord, replacing lost: String? = nil) throws(StoreError) -> MediaRecord {
        let fileID: Int64
        let name: String
        if let known = try file(withHash: media.sha256) {
            fileID = known.id
            if known.name == lost {
                try db.execute("UPDATE media_files SET name = ? WHERE id = ?", media.storedName, known.id)
                name = media.storedName
            } else {
                name = known.name
            }
        } else {
            fileID = try db.insert(
                "INSERT INTO media_files (sha256, size, name, created_at) VALUES (?, ?, ?, ?)", media.sha256,
                media.size, media.storedName, media.createdAt)
            name = media.storedName
        }
        let id = try db.insert(
            """
            INSERT INTO media (user_id, file_id, kind, mime_type, file_name, size, expires_at, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """, media.userID, fileID, media.kind, media.mimeType, media.fileName, media.size, media.expiresAt,
            media.createdAt)
        return MediaRecord(
            id: id, userID: media.userID, kind: media.kind, mimeType: media.mimeType, fileName: media.fileName,
            size: media.size, expiresAt: media.expiresAt, createdAt: media.createdAt, sha256: media.sha256,
            storedName: name)
    }

    /// What has this content.
    package func file(withHash sha256: [UInt8]) throws(StoreError) -> (id: Int64, name: String)? {
        try db.first("SELECT id, name FROM media_files WHERE sha256 = ?", sha256) {
            row throws(StoreError) -> (id: Int64, name: String) in (try row.next(), try row.next())
        }
    }

    package func get(_ id: Int64) throws(StoreError) -> MediaRecord? {
        try db.first(
            "SELECT \(MediaRecord.columns) FROM media m JOIN media_files f ON f.id = m.file_id WHERE m.id = ?", id,
            row: MediaRecord.init)
    }

    /// Newest first: those with ids below `before`, after skipping `offset`.
    /// - Parameter userID: 0 = everybody's.
    package func list(
        userID: Int64, before: Int64 = .max, offset: Int = 0, limit: Int
    ) throws(StoreError) -> [MediaRecord] {
        let owner = userID == 0 ? "" : "m.user_id = ? AND"
        var values: [any Bindable] = [before, limit, offset]
        if userID != 0 { values.insert(userID, at: 0) }
        return try db.query(
            """
            SELECT \(MediaRecord.columns) FROM media m JOIN media_files f ON f.id = m.file_id
            WHERE \(owner) m.id < ? ORDER BY m.id DESC LIMIT ? OFFSET ?
            """, values: values, row: MediaRecord.init)
    }

    /// - Parameter userID: 0 = everybody's.
    package func count(userID: Int64) throws(StoreError) -> Int64 {
        if userID == 0 { return try db.scalar("SELECT count(*) FROM media") ?? 0 }
        return try totals(of: userID).files
    }

    /// How much a user has; 0: what lies on the disk.
    package func totals(of userID: Int64) throws(StoreError) -> MediaTotals {
        try db.first("SELECT files, bytes, uploads, reserved FROM media_totals WHERE user_id = ?", userID) {
            row throws(StoreError) -> MediaTotals in
            var totals = MediaTotals()
            totals.files = try row.next()
            totals.bytes = try row.next()
            totals.uploads = try row.next()
            totals.reserved = try row.next()
            return totals
        } ?? MediaTotals()
    }

    // MARK: What messages are sent with

    /// Notes that a message is sent with a file.
    package func use(_ mediaID: Int64, byMessage messageID: Int64) throws(StoreError) {
        try db.execute("INSERT INTO media_uses (message_id, media_id) VALUES (?, ?)", messageID, mediaID)
    }

    /// What a message is sent with; nil: nothing, or nothing any more.
    package func usedFile(byMessage messageID: Int64) throws(StoreError) -> Int64? {
        try db.scalar("SELECT media_id FROM media_uses WHERE message_id = ?", messageID)
    }

    /// A message that may still go out with a file; nil: there is none.
    package func messageWaiting(for mediaID: Int64) throws(StoreError) -> Int64? {
        // Scheduled, pending, dispatched, submitted, unknown: what comes after needs no file.
        try db.scalar(
            """
            SELECT u.message_id FROM media_uses u CROSS JOIN messages g ON g.id = u.message_id
            WHERE u.media_id = ? AND g.status BETWEEN 1 AND 5 LIMIT 1
            """, mediaID)
    }

    /// Whether a message that is sent with a file is in the hands of whoever carries a session at this epoch.
    package func isGiven(_ mediaID: Int64, sessionID: Int64, epoch: Int64) throws(StoreError) -> Bool {
        let found: Int64? = try db.scalar(
            """
            SELECT u.message_id FROM media_uses u CROSS JOIN messages g ON g.id = u.message_id
            WHERE u.media_id = ? AND g.session_id = ? AND g.epoch = ? AND g.status IN (3, 5) LIMIT 1
            """, mediaID, sessionID, epoch)
        return found != nil
    }

    // MARK: Deleting

    /// Deletes a user's file. Gives the name of what may be deleted from the folder then, where it was nobody else's.
    package func delete(_ id: Int64) throws(StoreError) -> [String] {
        guard let fileID: Int64 = try db.scalar("SELECT file_id FROM media WHERE id = ?", id) else { return [] }
        try db.execute("DELETE FROM media WHERE id = ?", id)
        return try deleteFile(fileID)
    }

    /// Deletes what is in the folder and nobody's, of one row. Gives its name.
    private func deleteFile(_ id: Int64) throws(StoreError) -> [String] {
        let owner: Int64? = try db.scalar("SELECT id FROM media WHERE file_id = ? LIMIT 1", id)
        guard owner == nil, let name: String = try db.scalar("SELECT name FROM media_files WHERE id = ?", id)
        else { return [] }
        try db.execute("DELETE FROM media_files WHERE id = ?", id)
        return [name]
    }

    /// Deletes up to `limit` of a user's files and uploads. Gives how many, and what may be deleted from the folder then.
    package func purge(ofUser userID: Int64, limit: Int = 200) throws(StoreError) -> (count: Int, names: [String]) {
        var names = try db.query("SELECT name FROM media_uploads WHERE user_id = ? AND media_id IS NULL", userID) {
            row throws(StoreError) -> String in try row.next()
        }
        var count = try db.execute("DELETE FROM media_uploads WHERE user_id = ?", userID)
        let ids = try db.query("SELECT id FROM media WHERE user_id = ? LIMIT ?", userID, limit) {
            row throws(StoreError) -> Int64 in try row.next()
        }
        for id in ids { names += try delete(id) }
        count += ids.count
        return (count, names)
    }
}

extension Database {
    package var media: MediaRepository { MediaRepository(db: self) }
}
