// The end of the audit log, for whoever wants to know whether it is whole without reading all of it.

extension AuditRepository {
    /// The last rows, oldest first.
    package func last(_ count: Int) throws(StoreError) -> [AuditRecord] {
        try db.query(
            "SELECT \(AuditRecord.columns) FROM audit_log ORDER BY id DESC LIMIT ?", count, row: AuditRecord.init
        ).reversed()
    }
}
