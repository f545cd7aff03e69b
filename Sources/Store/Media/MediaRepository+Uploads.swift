// Queries on `media_uploads`.

extension MediaRepository {
    package func begin(_ upload: MediaUploadRecord) throws(StoreError) -> Int64 {
        try db.insert(
            """
            INSERT INTO media_uploads (token, user_id, name, size, sha256, kind, mime_type, file_name, position, media_id,
                expires_at, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?)
            """, upload.token, upload.userID, upload.name, upload.size, upload.sha256, upload.kind, upload.mimeType,
            upload.fileName, upload.position, upload.expiresAt, upload.createdAt)
    }

    package func upload(token: String) throws(StoreError) -> MediaUploadRecord? {
        try db.first(
            "SELECT \(MediaUploadRecord.columns) FROM media_uploads WHERE token = ?", token,
            row: MediaUploadRecord.init)
    }

    /// So many bytes are safe. False where the upload is gone, or whole.
    package func advance(
        upload id: Int64, to position: Int64, expiresAt: Moment
    ) throws(StoreError) -> Bool {
        try db.execute(
            "UPDATE media_uploads SET position = ?, expires_at = ? WHERE id = ? AND media_id IS NULL", position,
            expiresAt, id) == 1
    }

    /// An upload became a file. False where it is gone, or was whole already.
    package func finish(upload id: Int64, as mediaID: Int64, expiresAt: Moment) throws(StoreError) -> Bool {
        try db.execute(
            "UPDATE media_uploads SET position = size, media_id = ?, expires_at = ? WHERE id = ? AND media_id IS NULL",
            mediaID, expiresAt, id) == 1
    }

    /// Gives up an upload that is not whole. Gives what may be deleted from the folder then.
    package func discard(upload id: Int64) throws(StoreError) -> [String] {
        let name: String? = try db.scalar("SELECT name FROM media_uploads WHERE id = ? AND media_id IS NULL", id)
        try db.execute("DELETE FROM media_uploads WHERE id = ? AND media_id IS NULL", id)
        return name.map { [$0] } ?? []
    }

    /// Makes room for one more upload of a user who has as many as they may: the one goes that was broken off first, where it
    /// is idle. Gives what may be deleted from the folder then.
    /// - Parameters:
    ///   - before: what would expire before it is idle.
    ///   - busy: those that are not, whatever they say.
    package func makeRoom(
        ofUser userID: Int64, atMost limit: Int, idleBefore before: Moment, except busy: Set<Int64>
    ) throws(StoreError) -> [String] {
        guard try totals(of: userID).uploads >= limit else { return [] }
        let idle = try db.query(
            """
            SELECT id FROM media_uploads WHERE user_id = ? AND media_id IS NULL AND expires_at <= ? ORDER BY expires_at
            """, userID, before
        ) { row throws(StoreError) -> Int64 in try row.next() }
        guard let oldest = idle.first(where: { !busy.contains($0) }) else { return [] }
        return try discard(upload: oldest)
    }

    /// Deletes uploads, whole or not, whose time is over. Gives how many, and what may be deleted from the folder then.
    package func discardUploads(
        expiredBefore now: Moment, limit: Int = 200
    ) throws(StoreError) -> (count: Int, names: [String]) {
        let page = try db.query(
            "SELECT id, name, media_id FROM media_uploads WHERE expires_at <= ? ORDER BY expires_at LIMIT ?", now, limit
        ) { row throws(StoreError) -> (id: Int64, name: String, mediaID: Int64) in
            (try row.next(), try row.next(), try row.next(Reference.self).id)
        }
        for upload in page { try db.execute("DELETE FROM media_uploads WHERE id = ?", upload.id) }
        return (page.count, page.filter { $0.mediaID == 0 }.map { $0.name })
    }
}
