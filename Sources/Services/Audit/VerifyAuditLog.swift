// AuditService.VerifyAuditLog: walks the log from its first entry to its last, a portion at a time, so that no reader is
// held for long and the log can go on meanwhile. What is noted elsewhere, in the file beside the key or by the caller, is
// looked up on the way.

internal import Codec
package import Contract
package import RPC
internal import Store

extension AuditService {
    private static let portion = 2_000

    package func verifyAuditLog(_ request: VerifyAuditLogRequest, context: CallContext) async throws -> AuditVerdict {
        var expected: [Expected] = []
        if request.knownId != 0 || !request.knownHash.isEmpty {
            guard request.knownId > 0, let mac = Hexadecimal.bytes(request.knownHash), mac.count == 32 else {
                throw RPCError.validation("known_hash", "and known_id must be an entry's id and its hash")
            }
            expected.append(Expected(link: .init(id: request.knownId, mac: mac), source: "what you know"))
        }
        do {
            if let noted = try trail.noted() { expected.append(Expected(link: noted, source: "the server's note")) }
        } catch let error as AuditNote.Unreadable {
            return .with {
                $0.fault = .chain
                $0.detail = "\(error)."
            }
        }
        return try await walk(expected)
    }

    /// An entry that is known from elsewhere.
    struct Expected: Sendable {
        let link: AuditChain.Link
        let source: String
    }

    private struct Portion: Sendable {
        let chain: AuditChain?
        let rows: [AuditRecord]
        let isEmpty: Bool
    }

    private func walk(_ expected: [Expected]) async throws -> AuditVerdict {
        var walk: AuditWalk?
        do {
            while true {
                try Task.checkCancellation()
                let after = walk?.last.id
                let portion = try await store.read { db -> Portion in
                    let chain = try db.audit.chain()
                    let start = max(after ?? 0, chain?.anchor.id ?? 0)
                    let rows = try db.audit.rows(
                        after: after == nil ? 0 : start, limit: Self.portion + AuditWalk.lookahead)
                    return Portion(chain: chain, rows: rows, isEmpty: rows.isEmpty && after == nil)
                }
                guard let chain = try Self.sealed(portion.chain, isEmpty: portion.isEmpty, trail) else {
                    try Self.compare(expected, behind: .origin)
                    return .with { $0.isIntact = true }
                }
                // Deleted from the front while we walked: what is gone was in order when it went.
                if walk.map({ $0.last.id < chain.anchor.id }) ?? true {
                    walk = AuditWalk(from: chain.anchor) { [trail] in trail.seal($0) }
                    try Self.compare(expected, from: .origin, to: chain.anchor)
                }
                guard var walking = walk else { continue }
                defer { walk = walking }
                for (index, row) in portion.rows.prefix(Self.portion).enumerated() {
                    let before = walking.last
                    try walking.take(row, end: chain.head.id) {
                        Array(portion.rows[(index + 1)...].prefix(AuditWalk.lookahead))
                    }
                    try Self.compare(expected, from: before, to: walking.last)
                }
                guard portion.rows.count <= Self.portion else { continue }
                try walking.finish(at: chain.head)
                try Self.compare(expected, behind: walking.last)
                return Self.verdict(walking)
            }
        } catch let finding as AuditWalk.Finding {
            return Self.verdict(walk, finding)
        }
    }

    /// nil where nothing was ever written.
    private static func sealed(_ chain: AuditChain?, isEmpty: Bool, _ trail: AuditTrail) throws -> AuditChain? {
        guard let chain else {
            if isEmpty { return nil }
            throw AuditWalk.Finding(fault: .chain, id: 0, detail: "The record of the log's ends is missing.")
        }
        guard isEqualInConstantTime(chain.mac, trail.seal(chain.sealed)) else {
            throw AuditWalk.Finding(
                fault: .chain, id: 0, detail: "The record of the log's ends was changed, or sealed with another key.")
        }
        return chain
    }

    /// Whether an entry is what it is known to be.
    private static func compare(
        _ expected: [Expected], from before: AuditChain.Link, to link: AuditChain.Link
    ) throws {
        for known in expected where known.link.id > before.id && known.link.id == link.id {
            guard !isEqualInConstantTime(known.link.mac, link.mac) else { continue }
            throw AuditWalk.Finding(
                fault: .changed, id: link.id,
                detail: "Entry \(link.id) is not the one of \(known.source): the log was put back and written anew.")
        }
    }

    /// Whether something is known that should come after the end.
    private static func compare(_ expected: [Expected], behind last: AuditChain.Link) throws {
        for known in expected where known.link.id > last.id {
            throw AuditWalk.Finding(
                fault: .removed, id: last.id + 1,
                detail: """
                    The log ends at entry \(last.id), and \(known.source) is of entry \(known.link.id): \
                    the last ones were removed, or an older database was put back.
                    """)
        }
    }

    private static func verdict(_ walk: AuditWalk?, _ finding: AuditWalk.Finding? = nil) -> AuditVerdict {
        .with {
            $0.isIntact = finding == nil
            $0.checked = walk?.checked ?? 0
            $0.firstId = walk?.firstID ?? 0
            if let last = walk?.last, last.id > 0 {
                $0.lastId = last.id
                $0.lastHash = Hexadecimal.text(last.mac)
            }
            guard let finding else { return }
            $0.fault = finding.fault
            $0.badId = finding.id
            $0.detail = finding.detail
        }
    }
}
