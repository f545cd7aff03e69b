// Queries on `auth_state`: what engines keep of sessions, sealed. The store sees neither what is sealed nor with what. Values
// may be large, so whoever reads many asks for their sizes first.

package struct AuthStateRepository {
    let db: Database

    /// A value, without it.
    package struct Entry: Sendable, Equatable {
        package let id: Int64
        package let sessionID: Int64
        package let key: String
        /// Of what is sealed.
        package let size: Int64
    }

    package func put(
        _ sealed: [UInt8], sessionID: Int64, key: String, keyID: UInt32, at now: Moment
    ) throws(StoreError) {
        try db.execute(
            """
            INSERT INTO auth_state (session_id, key, key_id, updated_at, sealed) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (session_id, key) DO UPDATE SET
                key_id = excluded.key_id, updated_at = excluded.updated_at, sealed = excluded.sealed
            """, sessionID, key, Int64(keyID), now, sealed)
    }

    /// False where there is none.
    package func delete(sessionID: Int64, key: String) throws(StoreError) -> Bool {
        try db.execute("DELETE FROM auth_state WHERE session_id = ? AND key = ?", sessionID, key) == 1
    }

    /// Gives how many there were.
    @discardableResult
    package func deleteAll(ofSession sessionID: Int64) throws(StoreError) -> Int {
        try db.execute("DELETE FROM auth_state WHERE session_id = ?", sessionID)
    }

    package func sealed(sessionID: Int64, key: String) throws(StoreError) -> [UInt8]? {
        try db.scalar("SELECT sealed FROM auth_state WHERE session_id = ? AND key = ?", sessionID, key)
    }

    /// Of what is sealed; nil where there is none.
    package func size(sessionID: Int64, key: String) throws(StoreError) -> Int64? {
        try db.scalar("SELECT length(sealed) FROM auth_state WHERE session_id = ? AND key = ?", sessionID, key)
    }

    /// Those of a session with keys behind `key`, in the order of their keys.
    package func list(sessionID: Int64, after key: String = "", limit: Int) throws(StoreError) -> [Entry] {
        try db.query(
            """
            SELECT id, session_id, key, length(sealed) FROM auth_state WHERE session_id = ? AND key > ?
            ORDER BY key LIMIT ?
            """, sessionID, key, limit, row: Self.entry)
    }

    /// How much a session has: values, and bytes as they are sealed. Triggers keep count, so asking costs the same
    /// whatever there is.
    package func total(ofSession sessionID: Int64) throws(StoreError) -> (count: Int64, bytes: Int64) {
        try db.first("SELECT count, bytes FROM auth_state_totals WHERE session_id = ?", sessionID) {
            row throws(StoreError) -> (Int64, Int64) in (try row.next(), try row.next())
        } ?? (0, 0)
    }

    /// The keys that something is sealed with.
    package func keyIDs() throws(StoreError) -> Set<UInt32> {
        let ids = try db.query("SELECT DISTINCT key_id FROM auth_state") { row throws(StoreError) -> Int64 in
            try row.next()
        }
        return Set(ids.compactMap(UInt32.init(exactly:)))
    }

    /// Those with ids above `id` that another key has sealed, oldest first.
    package func notSealed(with keyID: UInt32, after id: Int64, limit: Int) throws(StoreError) -> [Entry] {
        try db.query(
            """
            SELECT id, session_id, key, length(sealed) FROM auth_state WHERE id > ? AND key_id <> ?
            ORDER BY id LIMIT ?
            """, id, Int64(keyID), limit, row: Self.entry)
    }

    /// The same secret, sealed with another key: nothing that anybody did to it, so its time stays.
    package func reseal(_ id: Int64, _ sealed: [UInt8], keyID: UInt32) throws(StoreError) {
        try db.execute("UPDATE auth_state SET key_id = ?, sealed = ? WHERE id = ?", Int64(keyID), sealed, id)
    }

    private static func entry(_ row: inout Row) throws(StoreError) -> Entry {
        Entry(id: try row.next(), sessionID: try row.next(), key: try row.next(), size: try row.next())
    }
}

extension Database {
    package var authState: AuthStateRepository { AuthStateRepository(db: self) }
}
