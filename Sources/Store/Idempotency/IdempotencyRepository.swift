// Answers kept for repeats: (user, method, key) → what was asked, as a fingerprint, and which row answered it. Written
// in the transaction of the effect itself, so that there is never one without the other.

package struct IdempotencyRecord: Sendable, Equatable {
    /// Whose key it is; 0 = the operator's.
    package var userID: Int64
    /// The method's path.
    package var method: String
    package var key: String
    /// A digest of the request: the same key with another one is a mistake of the caller.
    package var fingerprint: [UInt8]
    /// Which kind of row the answer is, in the caller's numbering, and its id.
    package var answerKind: Int32
    package var answerID: Int64
    package var createdAt: Moment

    package init(
        userID: Int64, method: String, key: String, fingerprint: [UInt8], answerKind: Int32, answerID: Int64,
        createdAt: Moment
    ) {
        self.userID = userID
        self.method = method
        self.key = key
        self.fingerprint = fingerprint
        self.answerKind = answerKind
        self.answerID = answerID
        self.createdAt = createdAt
    }
}

package struct IdempotencyRepository {
    let db: Database

    package func get(userID: Int64, method: String, key: String) throws(StoreError) -> IdempotencyRecord? {
        try db.first(
            """
            SELECT fingerprint, answer_kind, answer_id, created_at FROM idempotency
            WHERE user_id = ? AND method = ? AND key = ?
            """, userID, method, key
        ) { row throws(StoreError) in
            IdempotencyRecord(
                userID: userID, method: method, key: key, fingerprint: try row.next(), answerKind: try row.next(),
                answerID: try row.next(), createdAt: try row.next())
        }
    }

    /// Throws `.constraint` (unique) where the key has an answer already. One from before `expiry` gives way.
    package func put(_ record: IdempotencyRecord, replacingBefore expiry: Moment) throws(StoreError) {
        try db.execute(
            "DELETE FROM idempotency WHERE user_id = ? AND method = ? AND key = ? AND created_at < ?",
            record.userID, record.method, record.key, expiry)
        try db.execute(
            """
            INSERT INTO idempotency (user_id, method, key, fingerprint, answer_kind, answer_id, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """, record.userID, record.method, record.key, record.fingerprint, record.answerKind, record.answerID,
            record.createdAt)
    }

    /// Deletes those of the next `limit` answers behind `position` that are from before `time`.
    package func purge(
        before time: Moment, now: Moment, after position: Int64 = 0, limit: Int = 500
    ) throws(StoreError) -> Purged {
        let aged = try Aged("idempotency", at: "created_at", after: position, limit: limit, in: db)
        let next = aged.next(before: time, now: now)
        guard let last = aged.last(before: time) else { return Purged(deleted: 0, next: next) }
        let deleted = try db.execute(
            "DELETE FROM idempotency WHERE id > ? AND id <= ? AND created_at < ?", position, last, time)
        return Purged(deleted: deleted, next: next)
    }
}

extension Database {
    package var idempotency: IdempotencyRepository { IdempotencyRepository(db: self) }
}
