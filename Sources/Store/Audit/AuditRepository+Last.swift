// The end of the audit log, for whoever wants to know whether it is whole without reading all of it.

extension AuditRepository {
    /// Whether anything was ever written, as far as can be seen.
    package func hasBegun() throws(StoreError) -> Bool {
        if try chain() != nil { return true }
        return try !links(from: .min, limit: 1).isEmpty
    }

    /// The last rows, oldest first.
    package func last(_ count: Int) throws(StoreError) -> [AuditRecord] {
        try db.query(
            "SELECT \(AuditRecord.columns) FROM audit_log ORDER BY id DESC LIMIT ?", count, row: AuditRecord.init
        ).reversed()
    }
}
