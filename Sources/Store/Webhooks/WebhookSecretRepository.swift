// Queries on `webhook_secrets`. The store sees neither what is sealed nor with what.

package struct WebhookSecretRepository {
    let db: Database

    package enum Kind: String, Sendable, CaseIterable {
        case secret, former, headers
    }

    package struct Entry: Sendable, Equatable {
        package let id: Int64
        package let webhookID: Int64
        package let kind: String
        package let sealed: [UInt8]
    }

    package func put(_ sealed: [UInt8], webhookID: Int64, kind: Kind, keyID: UInt32) throws(StoreError) {
        try db.execute(
            """
            INSERT INTO webhook_secrets (webhook_id, kind, key_id, sealed) VALUES (?, ?, ?, ?)
            ON CONFLICT (webhook_id, kind) DO UPDATE SET key_id = excluded.key_id, sealed = excluded.sealed
            """, webhookID, kind.rawValue, Int64(keyID), sealed)
    }

    package func delete(webhookID: Int64, kind: Kind) throws(StoreError) {
        try db.execute("DELETE FROM webhook_secrets WHERE webhook_id = ? AND kind = ?", webhookID, kind.rawValue)
    }

    package func sealed(webhookID: Int64, kind: Kind) throws(StoreError) -> [UInt8]? {
        try db.scalar("SELECT sealed FROM webhook_secrets WHERE webhook_id = ? AND kind = ?", webhookID, kind.rawValue)
    }

    /// The keys that something is sealed with.
    package func keyIDs() throws(StoreError) -> Set<UInt32> {
        let ids = try db.query("SELECT DISTINCT key_id FROM webhook_secrets") { row throws(StoreError) -> Int64 in
            try row.next()
        }
        return Set(ids.compactMap(UInt32.init(exactly:)))
    }

    /// Those with ids above `id` that another key has sealed, oldest first.
    package func notSealed(with keyID: UInt32, after id: Int64, limit: Int) throws(StoreError) -> [Entry] {
        try db.query(
            """
            SELECT id, webhook_id, kind, sealed FROM webhook_secrets WHERE id > ? AND key_id <> ? ORDER BY id LIMIT ?
            """, id, Int64(keyID), limit
        ) { row throws(StoreError) -> Entry in
            Entry(id: try row.next(), webhookID: try row.next(), kind: try row.next(), sealed: try row.next())
        }
    }

    package func reseal(_ id: Int64, _ sealed: [UInt8], keyID: UInt32) throws(StoreError) {
        try db.execute("UPDATE webhook_secrets SET key_id = ?, sealed = ? WHERE id = ?", Int64(keyID), sealed, id)
    }
}

extension Database {
    package var webhookSecrets: WebhookSecretRepository { WebhookSecretRepository(db: self) }
}
