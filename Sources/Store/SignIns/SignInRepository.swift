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

    /// Newest first, of one user.
    package func list(userID: Int64, limit: Int) throws(StoreError) -> [SignInRecord] {
        try db.query(
            "SELECT \(SignInRecord.columns) FROM sign_ins WHERE user_id = ? ORDER BY id DESC LIMIT ?", userID, limit,
            row: SignInRecord.init)
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

    /// Ends all sign-ins of a user but, where one is given, that one. Gives how many.
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
