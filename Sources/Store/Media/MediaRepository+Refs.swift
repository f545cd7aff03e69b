// Queries on `media_refs`: what engines want back when the file of a message that came in is to be fetched.

extension MediaRepository {
    /// Keeps it beside the message, as long as there is the message and its session.
    package func keep(ref: [UInt8], ofMessage id: Int64) throws(StoreError) {
        try db.execute("INSERT INTO media_refs (message_id, ref) VALUES (?, ?)", id, ref)
    }

    /// What was kept; empty: nothing.
    package func ref(ofMessage id: Int64) throws(StoreError) -> [UInt8] {
        try db.scalar("SELECT ref FROM media_refs WHERE message_id = ?", id) ?? []
    }
}
