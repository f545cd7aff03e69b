// A bridge's journal of facts, as far as it is known here.

extension BridgeRepository {
    /// The bridge began a new journal (its state directory is gone): what it says from now on counts from the start.
    package func restartJournal(_ id: Int64) throws(StoreError) {
        try db.execute("UPDATE bridges SET confirmed_seq = 0 WHERE id = ?", id)
    }
}
