// Writing the audit log: appended at one end, in the transaction of what it tells of, and deleted from the other, whatever
// is verified first. Nothing in between is ever touched. Listing is in AuditRepository+List.swift, what is looked at when
// the store is opened in AuditRepository+Opening.swift.
//
// Before each write the log's ends are compared with what this connection wrote last. Where they differ somebody else has
// been at the file: that is remembered for good, and the log goes on with a row that is linked to nothing.

package struct AuditRepository {
    let db: Database

    /// Appends a row and gives its id. Throws `.invalid` where the store was given no seal.
    @discardableResult
    package func append(_ record: AuditRecord) throws(StoreError) -> Int64 {
        let seal = try seal
        let memory = try compared(with: seal)
        var record = record
        record.id = try nextID(memory)
        record.mac = seal.seal(
            memory.isTorn ? record.sealedAfterBreak : record.sealed(after: memory.chain.head.mac))
        try insert(record)
        try put(AuditChain(anchor: memory.chain.anchor, head: AuditChain.Link(record)), seal)
        return record.id
    }

    /// Deletes up to `limit` of the oldest rows, those from before `time`, and gives their number; what is kept verifies
    /// as before. What does not verify is not deleted, nor what stands behind it: it is evidence, and the log is noted as
    /// broken there. Rows that a clock which was ahead has stamped with a time after `now` hold nothing up: they go with
    /// what stands behind them.
    package func prune(before time: Moment, now: Moment, limit: Int = 500) throws(StoreError) -> Int {
        let seal = try seal
        let memory = try compared(with: seal)
        guard !memory.isTorn else { return 0 }
        let page = try rows(after: memory.chain.anchor.id, limit: limit)
        let old = try oldRows(page, isAll: page.count < limit, before: time, now: now)
        var end = memory.chain.anchor
        var count = 0
        for row in page.prefix(old) {
            guard row.id <= memory.chain.head.id else { break }
            let isLinked = end.isFollowed(by: row.id) && row.mac == seal.seal(row.sealed(after: end.mac))
            guard isLinked || row.mac == seal.seal(row.sealedAfterBreak) else {
                seal.broke(AuditDamage(id: row.id, detail: "entry \(row.id) is not what was written there"))
                break
            }
            end = AuditChain.Link(row)
            count += 1
        }
        guard count > 0 else { return 0 }
        try db.execute("DELETE FROM audit_log WHERE id > ? AND id <= ?", memory.chain.anchor.id, end.id)
        try put(AuditChain(anchor: end, head: memory.chain.head), seal)
        return count
    }

    /// How many rows of a page, from its first on, were written before a time.
    private func oldRows(
        _ page: [AuditRecord], isAll: Bool, before time: Moment, now: Moment
    ) throws(StoreError) -> Int {
        var count = 0
        for (index, row) in page.enumerated() {
            if row.at < time { count = index + 1 } else if row.at <= now { return count }
        }
        // What follows rows with a time to come says when they were written.
        guard count < page.count, !isAll, let last = page.last else { return count }
        let next = try db.scalar(
            "SELECT at FROM audit_log WHERE id > ? AND at <= ? ORDER BY id LIMIT 1", last.id, now, as: Moment.self)
        return next.map { $0 < time } == true ? page.count : count
    }

    /// What is remembered, once what is there was compared with it.
    private func compared(with seal: any AuditSeal) throws(StoreError) -> AuditMemory {
        var memory = db.effects.audit ?? db.auditMemory
        guard !memory.isTorn else { return memory }
        let found = try chain() ?? AuditChain()
        if found != memory.chain {
            let detail = "the record of its ends is not what was written last"
            seal.broke(AuditDamage(id: memory.chain.head.id + 1, detail: detail))
            memory.isTorn = true
        } else if let (damage, tears) = try damageAtEnd(of: found) {
            seal.broke(damage)
            memory.isTorn = tears
        }
        return memory
    }

    /// What is wrong behind or at the last row; nil: nothing.
    /// - Returns: also whether nothing can be linked to it any more.
    func damageAtEnd(of chain: AuditChain) throws(StoreError) -> (AuditDamage, tears: Bool)? {
        let head = chain.head
        let last = try links(from: head.id, limit: 2)
        if head != chain.anchor, last.first != head {
            return (AuditDamage(id: head.id, detail: "entry \(head.id), its last, was changed or removed"), true)
        }
        guard let stranger = last.first(where: { $0.id > head.id }) else { return nil }
        return (
            AuditDamage(
                id: head.id + 1, detail: "entry \(stranger.id), behind its last, was added by somebody else"), false
        )
    }

    /// The id of the next row: right behind the last, where nobody has put something there.
    private func nextID(_ memory: AuditMemory) throws(StoreError) -> Int64 {
        var last = memory.chain.head.id
        // Nothing is known of what is there: behind it, but not where it was put to leave no room.
        if memory.isTorn, last == 0 {
            last = try db.scalar("SELECT max(id) FROM audit_log WHERE id <= ?", Self.farthest, as: Int64.self) ?? 0
        }
        if try !links(from: last + 1, limit: 1).contains(where: { $0.id == last + 1 }) { return last + 1 }
        let taken = try db.scalar(
            """
            SELECT id FROM audit_log WHERE id > ?
                AND NOT EXISTS (SELECT 1 FROM audit_log AS next WHERE next.id = audit_log.id + 1)
            ORDER BY id LIMIT 1
            """, last, as: Int64.self)
        guard let taken, taken < .max else { throw .invalid(code: 0, message: "the audit log has no room") }
        return taken + 1
    }

    /// More ids than are ever used remain behind it.
    private static let farthest = Int64.max - 1 << 32

    /// nil where there is none: nothing was ever written, or it was removed.
    package func chain() throws(StoreError) -> AuditChain? {
        try db.first("SELECT anchor_id, anchor_mac, head_id, head_mac, broken_id, mac FROM audit_chain WHERE id = 1") {
            row throws(StoreError) -> AuditChain in
            var chain = AuditChain(
                anchor: .init(id: try row.next(), mac: try row.next()),
                head: .init(id: try row.next(), mac: try row.next()), brokenID: try row.next())
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

    /// Ids and MACs alone, oldest first: up to `limit` from `id` on.
    package func links(from id: Int64, limit: Int) throws(StoreError) -> [AuditChain.Link] {
        try db.query("SELECT id, mac FROM audit_log WHERE id >= ? ORDER BY id LIMIT ?", id, limit) {
            row throws(StoreError) -> AuditChain.Link in
            AuditChain.Link(id: try row.next(), mac: try row.next())
        }
    }

    var seal: any AuditSeal {
        get throws(StoreError) {
            guard let seal = db.auditSeal else {
                throw .invalid(code: 0, message: "the store has no seal for its audit")
            }
            return seal
        }
    }

    /// Writes where the log stands, and from where on it is broken; once it is committed, that is what has to be found.
    private func put(_ chain: AuditChain, _ seal: any AuditSeal) throws(StoreError) {
        var chain = chain
        chain.brokenID = seal.brokenID
        chain.mac = seal.seal(chain.sealed)
        try db.execute(
            """
            INSERT INTO audit_chain (id, anchor_id, anchor_mac, head_id, head_mac, broken_id, mac)
            VALUES (1, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET anchor_id = excluded.anchor_id, anchor_mac = excluded.anchor_mac,
                head_id = excluded.head_id, head_mac = excluded.head_mac, broken_id = excluded.broken_id,
                mac = excluded.mac
            """, chain.anchor.id, chain.anchor.mac, chain.head.id, chain.head.mac, chain.brokenID, chain.mac)
        db.effects.audit = AuditMemory(chain: chain)
        db.afterCommit { [chain] in seal.committed(chain) }
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
