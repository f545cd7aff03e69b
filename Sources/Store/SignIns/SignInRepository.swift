// Queries on `sign_ins`. What has ended stays ended, and keeps the reason of its first end.

package struct SignInRepository {
    let db: Database

    package func insert(_ signIn: SignInRecord) throws(StoreError) -> Int64 {
        try db.insert(
            """
            INSERT INTO sign_ins (family, user_id, generation, rotated_at, expires_at, ended_at, ended_reason, address,
                created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, signIn.family, signIn.userID, signIn.generation, signIn.rotatedAt, signIn.expiresAt, signIn.endedAt,
            signIn.endedReason, signIn.address, signIn.createdAt)
    }

    package func get(family: String) throws(StoreError) -> SignInRecord? {
        try db.first("SELECT \(SignInRecord.columns) FROM sign_ins WHERE family = ?", family, row: SignInRecord.init)
    }

    package func get(_ id: Int64) throws(StoreError) -> SignInRecord? {
        try db.first("SELECT \(SignInRecord.columns) FROM sign_ins WHERE id = ?", id, row: SignInRecord.init)
    }

    /// Newest first, of one user (0 = all): those with ids below `before`, after skipping `offset`.
    /// - Parameter time: only those that live then; nil: also those that have ended or run out.
    package func list(
        userID: Int64 = 0, livingAt time: Moment? = nil, before: Int64 = .max, offset: Int = 0, limit: Int
    ) throws(StoreError) -> [SignInRecord] {
        let filter = filter(userID, time, before: before)
        return try db.query(
            "SELECT \(SignInRecord.columns) FROM sign_ins WHERE \(filter.sql) ORDER BY id DESC LIMIT ? OFFSET ?",
            values: filter.values + [limit, offset], row: SignInRecord.init)
    }

    package func count(userID: Int64 = 0, livingAt time: Moment? = nil) throws(StoreError) -> Int64 {
        let filter = filter(userID, time, before: .max)
        let rows = try db.query("SELECT count(*) FROM sign_ins WHERE \(filter.sql)", values: filter.values) {
            row throws(StoreError) -> Int64 in try row.next()
        }
        return rows.first ?? 0
    }

    private func filter(_ userID: Int64, _ time: Moment?, before: Int64) -> Filter {
        var filter = Filter("id < ?", before)
        if userID != 0 { filter.and("user_id = ?", userID) }
        if let time { filter.and("ended_at IS NULL AND expires_at > ?", time) }
        return filter
    }

    /// From where a user has signed in, as far as it is remembered.
    package func addresses(ofUser userID: Int64) throws(StoreError) -> [String] {
        try db.query("SELECT DISTINCT address FROM sign_ins WHERE user_id = ?", userID) {
            row throws(StoreError) -> String in try row.next()
        }
    }

    /// Deletes what a user has beyond `most` sign-ins: first those that have ended, then those that were not renewed for
    /// the longest. Gives the families of those that still lived.
    package func trim(ofUser userID: Int64, to most: Int) throws(StoreError) -> [String] {
        // No limit is -1 here: whatever the offset leaves over is too much.
        let surplus = try db.query(
            """
            SELECT id, family, ended_at IS NULL FROM sign_ins WHERE user_id = ?
            ORDER BY ended_at IS NULL DESC, rotated_at DESC, id DESC LIMIT -1 OFFSET ?
            """, userID, most
        ) { row throws(StoreError) -> (id: Int64, family: String, lives: Bool) in
            (try row.next(), try row.next(), try row.next())
        }
        for signIn in surplus { try db.execute("DELETE FROM sign_ins WHERE id = ?", signIn.id) }
        return surplus.filter(\.lives).map(\.family)
    }

    /// Goes on to the next generation. False where the sign-in has ended or is at another generation.
    package func rotate(
        _ id: Int64, from generation: Int64, at now: Moment, expiresAt: Moment
    ) throws(StoreError) -> Bool {
        try db.execute(
            """
            UPDATE sign_ins SET generation = generation + 1, rotated_at = ?, expires_at = ?
            WHERE id = ? AND generation = ? AND ended_at IS NULL
            """, now, expiresAt, id, generation) == 1
    }

    /// Ends one sign-in. False where there is none that lives.
    @discardableResult
    package func end(family: String, reason: String, at now: Moment) throws(StoreError) -> Bool {
        try db.execute(
            "UPDATE sign_ins SET ended_at = ?, ended_reason = ? WHERE family = ? AND ended_at IS NULL", now, reason,
            family) == 1
    }

    /// Ends all sign-ins of a user but, where one is given, that one. Gives how many that was.
    @discardableResult
    package func endAll(
        ofUser userID: Int64, except family: String = "", reason: String, at now: Moment
    ) throws(StoreError) -> Int {
        try db.execute(
            """
            UPDATE sign_ins SET ended_at = ?, ended_reason = ?
            WHERE user_id = ? AND ended_at IS NULL AND family <> ?
            """, now, reason, userID, family)
    }

    /// Deletes up to `limit` sign-ins whose last token has run out. Gives how many.
    @discardableResult
    package func forget(expiredBefore time: Moment, limit: Int) throws(StoreError) -> Int {
        try db.execute(
            """
            DELETE FROM sign_ins WHERE id IN
                (SELECT id FROM sign_ins WHERE expires_at < ? ORDER BY expires_at LIMIT ?)
            """, time, limit)
    }
}

extension Database {
    package var signIns: SignInRepository { SignInRepository(db: self) }
}
