// A walk along the stored log, a portion at a time, so that no reader is held for long and the log can go on meanwhile. It
// can begin at any entry: the one before it is then taken for what it says, as whoever walked there before has found.
//
// All of it is done where the rows are read, on the store's threads: a call runs on its connection's own, which others share.

internal import Codec
internal import Contract
internal import RPC
internal import Store

struct AuditVerification: Sendable {
    private static let portion: Int64 = 2_000

    let store: Store
    let trail: AuditTrail
    private let seal: @Sendable ([UInt8]) -> [UInt8]

    /// - Parameter seal: nil: the trail's; another for tests, which look from where it is called.
    init(store: Store, trail: AuditTrail, seal: (@Sendable ([UInt8]) -> [UInt8])? = nil) {
        self.store = store
        self.trail = trail
        self.seal = seal ?? { trail.seal($0) }
    }

    /// An entry that is known from elsewhere.
    private struct Expected: Sendable {
        let link: AuditChain.Link
        let source: String
    }

    private struct Portion: Sendable {
        let chain: AuditChain?
        /// The row before the first that is asked for; nil: it is not there.
        let before: AuditChain.Link?
        /// The first row that there is, whatever was asked for.
        let first: AuditRecord?
        let rows: [AuditRecord]
    }

    /// - Parameters:
    ///   - from: the first entry that is looked at; up to 1: the first of all.
    ///   - limit: looks at so many at most.
    ///   - end: stops behind the portion in which this comes.
    func run(
        from: Int64, limit: Int64, until end: ContinuousClock.Instant? = nil, known: AuditChain.Link? = nil
    ) async throws -> AuditVerdict {
        var expected: [Expected] = []
        if let known { expected.append(Expected(link: known, source: "what you know")) }
        // Read before the log is: what the log then has is at least as much.
        if let head = trail.head { expected.append(Expected(link: head, source: "what was written last")) }
        do {
            if let noted = try trail.noted()?.head {
                expected.append(Expected(link: noted, source: "the server's note"))
            }
        } catch let error as AuditNote.Unreadable {
            return .with {
                $0.fault = .chain
                $0.detail = "\(error)."
                $0.brokenId = trail.brokenID
            }
        }
        return try await walk(max(1, from), limit, end, expected)
    }

    /// How far the walk has come.
    private struct Progress: Sendable {
        var walk: AuditWalk?
        var brokenID: Int64
        /// nil: it goes on.
        var verdict: AuditVerdict?
    }

    private func walk(
        _ from: Int64, _ limit: Int64, _ end: ContinuousClock.Instant?, _ expected: [Expected]
    ) async throws -> AuditVerdict {
        var progress = Progress(brokenID: trail.brokenID)
        while true {
            try Task.checkCancellation()
            let before = progress
            progress = try await store.read { db in
                try step(from: before, in: db, first: from, limit, end, expected)
            }
            if let verdict = progress.verdict { return verdict }
        }
    }

    /// Walks along one portion.
    private func step(
        from before: Progress, in db: Database, first from: Int64, _ limit: Int64, _ end: ContinuousClock.Instant?,
        _ expected: [Expected]
    ) throws -> Progress {
        var progress = before
        do {
            let size = max(1, min(Self.portion, limit - (before.walk?.checked ?? 0)))
            let portion = try Self.read(after: before.walk?.last.id ?? from - 1, size, in: db)
            guard let chain = try sealed(portion) else {
                try Self.compare(expected, behind: .origin)
                try Self.refuse(before.brokenID, from: from, to: .max)
                progress.verdict = .with {
                    $0.isIntact = true
                    $0.brokenId = before.brokenID
                }
                return progress
            }
            let found: Int64 = [before.brokenID, chain.brokenID].filter { $0 != 0 }.min() ?? 0
            progress.brokenID = found
            // Deleted from the front while we walked: what is gone was in order when it went.
            if before.walk.map({ $0.last.id < chain.anchor.id }) ?? true {
                let start = try Self.start(from, chain, portion, expected, isFirst: before.walk == nil)
                progress.walk = AuditWalk(from: start, seal: seal)
                try Self.compare(expected, from: .origin, to: start)
            }
            guard var walking = progress.walk else { return progress }
            defer { progress.walk = walking }
            for (index, row) in portion.rows.prefix(Int(size)).enumerated() {
                let last = walking.last
                try walking.take(row, end: chain.head.id) {
                    Array(portion.rows[(index + 1)...].prefix(AuditWalk.lookahead))
                }
                try Self.compare(expected, from: last, to: walking.last)
            }
            progress.walk = walking
            guard portion.rows.count <= size else {
                let isTimeUp = end.map { ContinuousClock.now >= $0 } ?? false
                guard walking.checked >= limit || isTimeUp else { return progress }
                try Self.refuse(found, from: from, to: walking.last.id)
                progress.verdict = Self.verdict(walking, next: walking.last.id + 1, found)
                return progress
            }
            try walking.finish(at: chain.head)
            try Self.compare(expected, behind: walking.last)
            try Self.refuse(found, from: from, to: .max)
            progress.verdict = Self.verdict(walking, found)
        } catch let finding as AuditWalk.Finding {
            progress.verdict = Self.verdict(progress.walk, progress.brokenID, finding)
        }
        return progress
    }

    private static func read(after id: Int64, _ size: Int64, in db: Database) throws -> Portion {
        let chain = try db.audit.chain()
        let start = max(id, chain?.anchor.id ?? 0)
        return Portion(
            chain: chain, before: try db.audit.links(from: start, limit: 1).first { $0.id == start },
            first: try db.audit.rows(after: .min, limit: 1).first,
            rows: try db.audit.rows(after: start, limit: Int(size) + AuditWalk.lookahead))
    }

    /// nil where nothing was ever written.
    private func sealed(_ portion: Portion) throws -> AuditChain? {
        guard let chain = portion.chain else {
            if portion.first == nil { return nil }
            throw AuditWalk.Finding(fault: .chain, id: 0, detail: "The record of the log's ends is missing.")
        }
        guard chain.isSealed(by: trail) else {
            throw AuditWalk.Finding(
                fault: .chain, id: 0, detail: "The record of the log's ends was changed, or sealed with another key.")
        }
        return chain
    }

    /// The row before the first that is looked at.
    private static func start(
        _ from: Int64, _ chain: AuditChain, _ portion: Portion, _ expected: [Expected], isFirst: Bool
    ) throws -> AuditChain.Link {
        if let stray = portion.first, stray.id <= chain.anchor.id {
            throw AuditWalk.Finding(
                fault: .added, id: stray.id,
                detail: "The log begins at \(chain.anchor.id + 1): entry \(stray.id) was added by somebody else.")
        }
        guard isFirst, from - 1 > chain.anchor.id else { return chain.anchor }
        guard from - 1 <= chain.head.id else {
            try compare(expected, behind: chain.head)
            throw RPCError.validation("from_id", "is behind the end of the log")
        }
        guard let before = portion.before else {
            throw AuditWalk.Finding(fault: .removed, id: from - 1, detail: "Entry \(from - 1) is missing.")
        }
        return before
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

    /// What was found broken once is not whole, though each entry may be in its place again.
    private static func refuse(_ brokenID: Int64, from: Int64, to last: Int64) throws {
        guard brokenID != 0, (from...max(from, last)).contains(brokenID) else { return }
        throw AuditWalk.Finding(
            fault: .broken, id: brokenID,
            detail: """
                The log was found broken at entry \(brokenID) before. The server's log says when and how; what came \
                after the break can be verified from a later entry on.
                """)
    }

    private static func verdict(
        _ walk: AuditWalk?, next: Int64 = 0, _ brokenID: Int64, _ finding: AuditWalk.Finding? = nil
    ) -> AuditVerdict {
        .with {
            $0.isIntact = finding == nil
            $0.checked = walk?.checked ?? 0
            $0.firstId = walk?.firstID ?? 0
            $0.nextId = next
            $0.brokenId = brokenID
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
