// Queries on `pacing` and `contacts`: one row of each is read and written per message, whatever there is of either.

package struct PacingRepository {
    let db: Database

    /// nil where nothing is remembered of it.
    package func get(_ sessionID: Int64) throws(StoreError) -> PacingRecord? {
        try db.first(
            "SELECT \(PacingRecord.columns) FROM pacing WHERE session_id = ?", sessionID, row: PacingRecord.init)
    }

    /// Inserts or replaces.
    package func put(_ record: PacingRecord) throws(StoreError) {
        try db.execute(
            """
            INSERT OR REPLACE INTO pacing (\(PacingRecord.columns)) VALUES (?\(String(repeating: ", ?", count: 16)))
            """, values: record.values)
    }

    /// Forgets what a session has sent, and of those it knows as many as one job may delete: it speaks for another account
    /// now. The others are of the account before (`SessionRecord.accountSince`), which whoever asks has to look at.
    package func forget(_ sessionID: Int64) throws(StoreError) {
        try db.execute("DELETE FROM pacing WHERE session_id = ?", sessionID)
        _ = try forgetContacts(of: sessionID)
    }

    /// Forgets some of those who wrote to a session, and gives their number. Deleting the session does it to all at once.
    package func forgetContacts(of sessionID: Int64, limit: Int = 500) throws(StoreError) -> Int {
        try db.execute(
            """
            DELETE FROM contacts WHERE session_id = ? AND contact IN
                (SELECT contact FROM contacts WHERE session_id = ? LIMIT ?)
            """, sessionID, sessionID, limit)
    }

    /// Forgets some of those who wrote before `time`, and gives their number.
    package func forgetContacts(before time: Moment, limit: Int = 500) throws(StoreError) -> Int {
        try db.execute(
            """
            DELETE FROM contacts WHERE (session_id, contact) IN
                (SELECT session_id, contact FROM contacts WHERE wrote_at < ? ORDER BY wrote_at LIMIT ?)
            """, time, limit)
    }

    /// Forgets whom sessions wrote to last that have done nothing since `time`, and gives the number of sessions.
    package func forgetPartners(before time: Moment, limit: Int = 500) throws(StoreError) -> Int {
        try db.execute(
            """
            UPDATE pacing SET partners = '' WHERE session_id IN
                (SELECT session_id FROM pacing WHERE partners <> '' AND changed_at < ? LIMIT ?)
            """, time, limit)
    }

    /// When a contact last wrote to a session; nil: not that anybody knew.
    package func wroteAt(_ contact: String, to sessionID: Int64) throws(StoreError) -> Moment? {
        try db.scalar("SELECT wrote_at FROM contacts WHERE session_id = ? AND contact = ?", sessionID, contact)
    }

    /// Notes that a contact wrote to a session. An older message changes nothing, but where what is noted lies behind
    /// `now`: that was a clock which was wrong.
    package func note(
        _ contact: String, wroteAt moment: Moment, to sessionID: Int64, now: Moment
    ) throws(StoreError) {
        try db.execute(
            """
            INSERT INTO contacts (session_id, contact, wrote_at) VALUES (?, ?, ?)
            ON CONFLICT (session_id, contact) DO UPDATE SET wrote_at = excluded.wrote_at
                WHERE excluded.wrote_at > contacts.wrote_at OR contacts.wrote_at > ?
            """, sessionID, contact, moment, now)
    }
}

extension Database {
    package var pacing: PacingRepository { PacingRepository(db: self) }
}
