// What is looked at when the store is opened: whether the log's ends are those that were written last, by their own MAC, by
// the last row, and by what was noted outside the database. From then on the writing connection knows them itself.

extension AuditRepository {
    /// What the writer goes on from, and what is wrong with it; nil: nothing.
    /// - Parameter noted: the ends as they were noted outside the database, a moment before or at the last commit; nil:
    ///   nothing is noted.
    func open(noted: AuditChain?) throws(StoreError) -> (chain: AuditChain, damage: AuditDamage?) {
        let found = try chain()
        let seal = try seal
        let isSealed = found?.isSealed(by: seal) ?? true
        var (damage, tears) = try damage(found, isSealed: isSealed, noted)
        var chain = isSealed ? found ?? AuditChain() : AuditChain()
        if let noted {
            if !tears, let missing = try missing(noted, chain) { (damage, tears) = (damage ?? missing, true) }
            if noted.head.id > chain.head.id { chain = noted }
        }
        db.auditMemory = AuditMemory(chain: chain, isTorn: tears)
        return (chain, damage)
    }

    private func damage(
        _ found: AuditChain?, isSealed: Bool, _ noted: AuditChain?
    ) throws(StoreError) -> (AuditDamage?, tears: Bool) {
        let first = (noted?.head.id ?? 0) + 1
        guard let found else {
            guard try !links(from: .min, limit: 1).isEmpty else { return (nil, false) }
            return (AuditDamage(id: first, detail: "the record of its ends is missing"), true)
        }
        guard isSealed else {
            let detail = "the record of its ends was changed, or sealed with another key"
            return (AuditDamage(id: first, detail: detail), true)
        }
        return try damageAtEnd(of: found) ?? (nil, false)
    }

    /// What was noted and is not there.
    private func missing(_ noted: AuditChain, _ chain: AuditChain) throws(StoreError) -> AuditDamage? {
        guard chain.isAsFar(as: noted) else {
            return AuditDamage(
                id: chain.head.id + 1,
                detail: "it does not have entry \(noted.head.id), which is noted outside the database")
        }
        // Deleted from the front since.
        if noted.head.id <= chain.anchor.id { return nil }
        guard try links(from: noted.head.id, limit: 1).first != noted.head else { return nil }
        return AuditDamage(
            id: noted.head.id, detail: "its entry \(noted.head.id) is not the one that is noted outside the database")
    }
}

extension Store {
    /// From now on rows can be appended to the audit log. Blocks; to be called once, before anything is served.
    /// - Parameter noted: see `AuditRepository.open`.
    /// - Returns: where the log stands, and what is wrong with it.
    package func sealAudit(
        with seal: any AuditSeal, noted: AuditChain? = nil
    ) throws -> (chain: AuditChain, damage: AuditDamage?) {
        try writeSync { db in
            db.auditSeal = seal
            return try db.audit.open(noted: noted)
        }
    }
}
