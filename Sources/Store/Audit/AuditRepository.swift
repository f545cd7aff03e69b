// Writing the audit log: appended at one end, in the transaction of what it tells of, and deleted from the other, whatever
// is verified first. Nothing in between is ever touched. Listing is in AuditRepository+List.swift.
//
// Where the chain is found to be tampered with, the log goes on, but its next row is not linked to what stands before it:
// that stays visible for good, and nothing that is done later heals it.

package struct AuditRepository {
    let db: Database

    /// Appends a row and gives its id. Throws `.invalid` where the store was given no seal.
    @discardableResult
    package func append(_ record: AuditRecord) throws(StoreError) -> Int64 {
        let seal = try seal
        let last = try db.scalar("SELECT max(id) FROM audit_log", as: Int64.self) ?? 0
        let kept = try chain()
        var chain = kept ?? AuditChain()
        var previous = chain.head
        let isWhole = kept.map { $0.mac == seal.seal($0.sealed) && $0.head.id >= last } ?? (last == 0)
        if !isWhole { previous = AuditChain.Link(id: max(last, chain.head.id), mac: []) }
        var record = record
        record.id = previous.id + 1
        record.mac = seal.seal(record.sealed(after: previous.mac))
        try insert(record)
        chain.head = AuditChain.Link(id: record.id, mac: record.mac)
        try put(chain, seal)
        db.afterCommit { [head = chain.head] in seal.committed(head) }
        return record.id
    }

    /// Deletes up to `limit` of the oldest rows, those from before `time`, and gives their number. What does not verify
    /// is not deleted, nor what stands behind it.
    package func prune(before time: Moment, limit: Int = 500) throws(StoreError) -> Int {
        let seal = try seal
        guard var chain = try chain(), chain.mac == seal.seal(chain.sealed) else { return 0 }
        var end = chain.anchor
        var count = 0
        for row in try rows(after: end.id, limit: limit) {
            guard row.at < time, row.id == end.id + 1, row.mac == seal.seal(row.sealed(after: end.mac)) else { break }
            end = AuditChain.Link(id: row.id, mac: row.mac)
            count += 1
        }
        guard count > 0 else { return 0 }
        try db.execute("DELETE FROM audit_log WHERE id <= ?", end.id)
        chain.anchor = end
        try put(chain, seal)
        return count
    }

    /// nil where there is none: nothing was ever written, or it was removed.
    package func chain() throws(StoreError) -> AuditChain? {
        try db.first("SELECT anchor_id, anchor_mac, head_id, head_mac, mac FROM audit_chain WHERE id = 1") {
            row throws(StoreError) -> AuditChain in
            var chain = AuditChain(
                anchor: .init(id: try row.next(), mac: try row.next()),
                head: .init(id: try row.next(), mac: try row.next()))
            chain.mac = try row.next()
            return chain
        }
    }

    /// Oldest first: up to `limit` rows with ids above `id`.
    package func rows(after id: Int64, limit: Int) throws(StoreError) -> [AuditRecord] {
        try db.query(
            "SELECT \(AuditRecord.columns) FROM audit_log WHERE id > ? ORDER BY id LIMIT ?", id, limit,
            row: AuditRecord.init)
    }

    package func get(_ id: Int64) throws(StoreError) -> AuditRecord? {
        try db.first("SELECT \(AuditRecord.columns) FROM audit_log WHERE id = ?", id, row: AuditRecord.init)
    }

    private var seal: any AuditSeal {
        get throws(StoreError) {
            guard let seal = db.auditSeal else {
                throw .invalid(code: 0, message: "the store has no seal for its audit")
            }
            return seal
        }
    }

    private func put(_ chain: AuditChain, _ seal: any AuditSeal) throws(StoreError) {
        try db.execute(
            """
            INSERT INTO audit_chain (id, anchor_id, anchor_mac, head_id, head_mac, mac) VALUES (1, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET anchor_id = excluded.anchor_id, anchor_mac = excluded.anchor_mac,
                head_id = excluded.head_id, head_mac = excluded.head_mac, mac = excluded.mac
            """, chain.anchor.id, chain.anchor.mac, chain.head.id, chain.head.mac, seal.seal(chain.sealed))
    }

    private func insert(_ record: AuditRecord) throws(StoreError) {
        try db.execute(
            """
            INSERT INTO audit_log (id, at, who, username, key_prefix, method, target_kind, target_id, target_name,
                before, after, outcome, times, transport, ip, request_id, mac)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, record.id, record.at, record.who, record.username, record.keyPrefix, record.method, record.targetKind,
            record.targetID, record.targetName, record.before, record.after, record.outcome, record.times,
            record.transport, record.ip, record.requestID, record.mac)
    }
}

extension Database {
    package var audit: AuditRepository { AuditRepository(db: self) }
}

extension Store {
    /// From now on rows can be appended to the audit log. Blocks; to be called once, before anything is served.
    /// - Returns: where the log stands.
    package func sealAudit(with seal: any AuditSeal) throws -> AuditChain? {
        try writeSync { db in
            db.auditSeal = seal
            return try db.audit.chain()
        }
    }
}
