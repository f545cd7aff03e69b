// Walks along the chain of the audit log and says where it is broken, and how. Pure: rows in, a finding out. The first
// fault ends the walk: behind it nothing can be said for certain.

internal import Contract
internal import Store

struct AuditWalk: Sendable {
    struct Finding: Error {
        let fault: AuditFault
        let id: Int64
        let detail: String
    }

    /// How many rows behind a fault are looked at to tell what happened.
    static let lookahead = 200

    private let seal: @Sendable ([UInt8]) -> [UInt8]
    private(set) var last: AuditChain.Link
    private(set) var checked: Int64 = 0
    private(set) var firstID: Int64 = 0
    /// The first id that is looked at.
    private let first: Int64

    /// - Parameter anchor: the row before the first: the last that was deleted from the front, or one in between that is
    ///   taken for what it says.
    init(from anchor: AuditChain.Link, seal: @escaping @Sendable ([UInt8]) -> [UInt8]) {
        last = anchor
        first = anchor.id == .max ? .max : anchor.id + 1
        self.seal = seal
    }

    /// Takes the next row.
    /// - Parameters:
    ///   - end: the id of the last row that the chain knows.
    ///   - following: up to `lookahead` rows behind this one; asked for where it is wrong.
    /// - Throws: `Finding`.
    mutating func take(
        _ row: AuditRecord, end: Int64, following: () throws -> [AuditRecord]
    ) throws {
        guard row.id > last.id, row.id <= end else {
            throw Finding(
                fault: .added, id: row.id,
                detail: "The log goes from \(first) to \(end): entry \(row.id) was added by somebody else.")
        }
        guard last.isFollowed(by: row.id) else {
            throw Finding(
                fault: .removed, id: last.id + 1,
                detail: Self.missing(from: last.id + 1, to: row.id - 1))
        }
        guard isEqualInConstantTime(row.mac, seal(row.sealed(after: last.mac))) else {
            throw diagnose(row, try following())
        }
        last = AuditChain.Link(id: row.id, mac: row.mac)
        checked += 1
        if firstID == 0 { firstID = row.id }
    }

    private func diagnose(_ row: AuditRecord, _ following: [AuditRecord]) -> Finding {
        if isEqualInConstantTime(row.mac, seal(row.sealedAfterBreak)) {
            return Finding(
                fault: .chain, id: row.id,
                detail: """
                    When entry \(row.id) was written, the log did not end as it should: what stands before it may not \
                    be all that there was.
                    """)
        }
        if let displaced = following.first(where: { belongs($0, at: row.id, after: last.mac) }) {
            return Finding(
                fault: .reordered, id: row.id,
                detail: "What was written as entry \(row.id) stands at \(displaced.id).")
        }
        if following.contains(where: { belongs($0, at: $0.id, after: last.mac) }) {
            return Finding(fault: .added, id: row.id, detail: "Entry \(row.id) was added by somebody else.")
        }
        guard let next = following.first, !belongs(next, at: next.id, after: row.mac) else {
            return Finding(fault: .changed, id: row.id, detail: "Entry \(row.id) is not what was written.")
        }
        // Rows that were taken out, and those behind them numbered anew: they still hang together among themselves.
        for gap in 1...Int64(Self.lookahead) {
            let (id, isBeyond) = next.id.addingReportingOverflow(gap)
            guard !isBeyond, belongs(next, at: id, after: row.mac) else { continue }
            return Finding(
                fault: .removed, id: row.id,
                detail: "\(gap) \(gap == 1 ? "entry is" : "entries are") missing here, and what follows was renumbered."
            )
        }
        return Finding(fault: .changed, id: row.id, detail: "Entry \(row.id) is not what was written.")
    }

    /// Whether a row is what was written at that place.
    private func belongs(_ row: AuditRecord, at id: Int64, after previous: [UInt8]) -> Bool {
        var row = row
        row.id = id
        return isEqualInConstantTime(row.mac, seal(row.sealed(after: previous)))
    }

    /// - Throws: `Finding` where rows are missing behind the last one.
    func finish(at head: AuditChain.Link) throws {
        guard last.id <= head.id else {
            throw Finding(
                fault: .removed, id: head.id + 1,
                detail: "The log ends at entry \(head.id) now: what came after it was taken back.")
        }
        guard last.id == head.id else {
            throw Finding(fault: .removed, id: last.id + 1, detail: Self.missing(from: last.id + 1, to: head.id))
        }
        guard isEqualInConstantTime(last.mac, head.mac) else {
            throw Finding(fault: .changed, id: last.id, detail: "Entry \(last.id) is not what was written.")
        }
    }

    private static func missing(from first: Int64, to last: Int64) -> String {
        first == last ? "Entry \(first) is missing." : "Entries \(first) to \(last) are missing."
    }
}
