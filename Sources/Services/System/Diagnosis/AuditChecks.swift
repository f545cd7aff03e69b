// Whether the end of the audit log is what was written: the record of its ends, the last rows, and what is noted of them
// beside the key. A look that costs the same however long the log is; `rpcctl audit verify` reads all of it.

package import Contract
package import Store

package enum AuditChecks {
    /// Rows that are looked at.
    package static let rows = 200

    /// What is looked at. The note is read before the rows: it is behind them at times, and never before them.
    package struct Facts: Sendable {
        package var noted: Swift.Result<AuditChain?, AuditNote.Unreadable>
        package var chain: AuditChain?
        /// The last ones, oldest first.
        package var last: [AuditRecord]

        package init(
            noted: Swift.Result<AuditChain?, AuditNote.Unreadable>, chain: AuditChain?, last: [AuditRecord]
        ) {
            self.noted = noted
            self.chain = chain
            self.last = last
        }
    }

    /// Of a store that is open.
    package static func finding(_ trail: AuditTrail, _ store: Store) async -> Finding {
        if let damage = trail.damage { return found(damage.id, damage.detail) }
        do {
            let noted = noted(of: trail)
            let (chain, last) = try await store.read { db in (try db.audit.chain(), try db.audit.last(rows)) }
            return finding(trail, Facts(noted: noted, chain: chain, last: last))
        } catch {
            return broken("it cannot be read: \(error)")
        }
    }

    package static func noted(of trail: AuditTrail) -> Swift.Result<AuditChain?, AuditNote.Unreadable> {
        do {
            return .success(try trail.noted())
        } catch {
            return .failure(error as? AuditNote.Unreadable ?? .inaccessible("\(error)"))
        }
    }

    package static func finding(_ trail: AuditTrail, _ facts: Facts) -> Finding {
        let note: AuditChain?
        switch facts.noted {
        case .success(let chain): note = chain
        case .failure(let fault): return broken("\(fault)")
        }
        let noted = note?.head
        if let id = [note?.brokenID, facts.chain?.brokenID].compactMap({ $0 }).filter({ $0 != 0 }).min() {
            return found(id, "see the server's log of that time")
        }
        guard let chain = facts.chain else {
            return facts.last.isEmpty && noted?.id ?? 0 == 0
                ? .ok("audit log", "nothing was written yet") : broken("the record of its ends is missing")
        }
        guard isEqualInConstantTime(chain.mac, trail.seal(chain.sealed)) else {
            return broken("the record of its ends was changed, or sealed with another key")
        }
        do {
            try walk(trail, chain, facts.last)
        } catch let finding as AuditWalk.Finding {
            return broken(finding.detail)
        } catch {
            return broken("\(error)")
        }
        guard let noted, noted.id > chain.anchor.id else { return whole(facts.last.count, chain) }
        guard noted.id <= chain.head.id else {
            return broken(
                "it ends at entry \(chain.head.id), and secrets/\(AuditNote.fileName) is of entry \(noted.id): the last ones were removed, or an older database was put back"
            )
        }
        if let row = facts.last.first(where: { $0.id == noted.id }), !isEqualInConstantTime(row.mac, noted.mac) {
            return broken("entry \(noted.id) is not the one of secrets/\(AuditNote.fileName)")
        }
        return whole(facts.last.count, chain)
    }

    /// From the first of the rows on, which is believed unless it is the first of all.
    private static func walk(_ trail: AuditTrail, _ chain: AuditChain, _ last: [AuditRecord]) throws {
        var rows = last[...]
        var start = chain.anchor
        if let first = rows.first, !chain.anchor.isFollowed(by: first.id) {
            guard first.id > chain.anchor.id, first.id <= chain.head.id else {
                throw AuditWalk.Finding(
                    fault: .added, id: first.id, detail: "Entry \(first.id) was added by somebody else.")
            }
            start = AuditChain.Link(id: first.id, mac: first.mac)
            rows = rows.dropFirst()
        }
        var walk = AuditWalk(from: start) { trail.seal($0) }
        for index in rows.indices {
            try walk.take(rows[index], end: chain.head.id) { Array(rows[(index + 1)...]) }
        }
        try walk.finish(at: chain.head)
    }

    private static func whole(_ count: Int, _ chain: AuditChain) -> Finding {
        .ok("audit log", "whole in its last \(count) entries, up to \(chain.head.id); `rpcctl audit verify` reads all")
    }

    private static func found(_ id: Int64, _ detail: String) -> Finding {
        broken("it was found broken at entry \(id), and stays so: \(detail)")
    }

    private static func broken(_ detail: String) -> Finding {
        .fail(
            "audit log", detail,
            do: "Keep a copy of the data directory as it is; `rpcctl audit verify` names the first entry that is wrong."
        )
    }
}
