// What a database needs of the key files that lie beside it. Without the keys that its secrets are sealed with, and the one
// that its audit log is, it is not whole: a start, a backup, a restore and a doctor ask for them.

package struct KeyNeeds: Sendable, Equatable {
    /// Of the key files that it was used with; empty: it does not say.
    package var prints: Set<KeyPrint>
    /// Keys that secrets in it are sealed with.
    package var sealing: Set<UInt32>
    /// Whether its audit log has begun.
    package var hasAuditLog: Bool

    package init(prints: Set<KeyPrint> = [], sealing: Set<UInt32> = [], hasAuditLog: Bool = false) {
        self.prints = prints
        self.sealing = sealing
        self.hasAuditLog = hasAuditLog
    }
}

extension Database {
    package func keyNeeds() throws(StoreError) -> KeyNeeds {
        KeyNeeds(prints: try keyPrints.all(), sealing: try sealingKeys(), hasAuditLog: try audit.hasBegun())
    }

    /// The one list of the places where secrets are.
    package func sealingKeys() throws(StoreError) -> Set<UInt32> {
        try authState.keyIDs().union(webhookSecrets.keyIDs())
    }

    /// Deletes the secrets that were sealed with keys that are lost, and gives their number.
    package func forgetSecrets(sealedWith lost: Set<UInt32>) throws(StoreError) -> Int {
        var count = 0
        for key in lost {
            count += try execute("DELETE FROM auth_state WHERE key_id = ?", Int64(key))
            count += try execute("DELETE FROM webhook_secrets WHERE key_id = ?", Int64(key))
        }
        return count
    }
}
