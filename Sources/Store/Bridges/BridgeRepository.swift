// Queries on `bridges`.

package struct BridgeRepository {
    let db: Database

    /// Stores what a bridge says of itself when it attaches: a new row, or the one of its identity and name, whose id,
    /// confirmed seq and time of creation stay. Gives the row.
    package func upsert(_ bridge: BridgeRecord) throws(StoreError) -> BridgeRecord {
        try db.execute(
            """
            INSERT INTO bridges (identity, name, status, instance_id, engine, engine_version, kinds, capacity,
                commands, repeats_safe_since, confirmed_seq, attached_at, last_heartbeat_at, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (identity, name) DO UPDATE SET
                status = excluded.status, instance_id = excluded.instance_id, engine = excluded.engine,
                engine_version = excluded.engine_version, kinds = excluded.kinds, capacity = excluded.capacity,
                commands = excluded.commands, repeats_safe_since = excluded.repeats_safe_since,
                attached_at = excluded.attached_at, last_heartbeat_at = excluded.last_heartbeat_at,
                updated_at = excluded.updated_at
            """, bridge.identity, bridge.name, bridge.status, bridge.instanceID, bridge.engine, bridge.engineVersion,
            WordList(bridge.kinds), bridge.capacity, WordList(bridge.commands), bridge.repeatsSafeSince,
            bridge.confirmedSeq, bridge.attachedAt, bridge.lastHeartbeatAt,
            bridge.createdAt, bridge.updatedAt)
        guard let stored = try get(identity: bridge.identity, name: bridge.name) else {
            throw .noSuchRow("bridge \(bridge.name)")
        }
        return stored
    }

    package func get(_ id: Int64) throws(StoreError) -> BridgeRecord? {
        try db.first("SELECT \(BridgeRecord.columns) FROM bridges WHERE id = ?", id, row: BridgeRecord.init)
    }

    package func get(identity: String, name: String) throws(StoreError) -> BridgeRecord? {
        try db.first(
            "SELECT \(BridgeRecord.columns) FROM bridges WHERE identity = ? AND name = ?", identity, name,
            row: BridgeRecord.init)
    }

    /// The kinds of message that the bridge which carries a session can send, or the last one that did; nil: none ever did.
    package func kinds(ofSession id: Int64) throws(StoreError) -> [String]? {
        try db.first(
            """
            SELECT kinds FROM bridges
            WHERE id = (SELECT coalesce(holder_id, last_holder_id) FROM sessions WHERE id = ?)
            """, id
        ) { row throws(StoreError) in try row.next(WordList.self).words }
    }

    /// All bridges ever seen, by name.
    package func list() throws(StoreError) -> [BridgeRecord] {
        try db.query("SELECT \(BridgeRecord.columns) FROM bridges ORDER BY name, id", row: BridgeRecord.init)
    }

    package func setStatus(_ id: Int64, _ status: BridgeRecord.Status, at now: Moment) throws(StoreError) {
        try db.execute("UPDATE bridges SET status = ?, updated_at = ? WHERE id = ?", status, now, id)
    }

    package func noteHeartbeat(_ id: Int64, at now: Moment) throws(StoreError) {
        try db.execute("UPDATE bridges SET last_heartbeat_at = ? WHERE id = ?", now, id)
    }

    /// Facts up to `seq` are handled: to be written in the same transaction as what they changed. Never falls.
    package func confirm(_ id: Int64, upTo seq: Int64) throws(StoreError) {
        try db.execute("UPDATE bridges SET confirmed_seq = ? WHERE id = ? AND confirmed_seq < ?", seq, id, seq)
    }
}

extension Database {
    package var bridges: BridgeRepository { BridgeRepository(db: self) }
}
