// Sessions that are wanted and carried by nobody get a bridge: its engine, then the last holder, then most room. The
// epoch rises in the same job, durably, before the bridge hears of it.

internal import Contract
internal import Store
internal import Synchronization

/// Which sessions are to be looked at.
struct PlacementRequest: Sendable {
    private(set) var all = false
    private(set) var sessions: Set<Int64> = []
    /// Some session found no bridge when it was last looked at.
    var someWait = true

    enum Scope: Sendable {
        case session(Int64)
        /// All, for there is a new bridge.
        case all
        /// All, for there is more room; but only where some session waits for it.
        case waiting
    }

    /// Returns whether there is anything to look at.
    mutating func add(_ scope: Scope) -> Bool {
        switch scope {
        case .session(let id): sessions.insert(id)
        case .all: all = true
        case .waiting:
            guard someWait else { return false }
            all = true
        }
        return true
    }

    mutating func take() -> (all: Bool, sessions: Set<Int64>) {
        defer {
            all = false
            sessions = []
        }
        return (all, sessions)
    }
}

extension DeliveryEngine {
    func requestPlacement(_ scope: PlacementRequest.Scope) {
        if state.withLock({ $0.placement.add(scope) }) { schedule(.placement, in: .zero) }
    }

    func placeSessions() async throws {
        let request = state.withLock { $0.placement.take() }
        var someWait = false
        if request.all {
            state.withLock { $0.placement.someWait = false }
            var last: Int64 = 0
            while true {
                let after = last
                let page = try await store.read { db in try db.leases.unheld(after: after, limit: 100) }
                if !page.isEmpty, try await place(page) { someWait = true }
                guard page.count == 100, let end = page.last else { break }
                last = end
            }
        } else if !request.sessions.isEmpty {
            someWait = try await place(request.sessions.sorted())
        }
        if someWait { state.withLock { $0.placement.someWait = true } }
    }

    /// Returns whether some of them found no bridge.
    private func place(_ ids: [Int64]) async throws -> Bool {
        let now = clock.now()
        return try await changeEach { [self] db, aftermath, care in
            var candidates = openBridges()
            var someWait = false
            for id in ids {
                let isServed: Void? = try care.alone(.session(id), at: now, in: db, &aftermath) { aftermath in
                    guard let session = try db.sessions.get(id), session.isWanted, session.holderID == 0 else { return }
                    let chosen = Placement.choose(
                        engine: session.engine, lastHolder: session.lastHolderID, among: candidates)
                    guard let index = candidates.firstIndex(where: { $0.bridgeID == chosen }) else {
                        someWait = true
                        try sessions.write(.noBridge, of: session, at: now, in: db, &aftermath)
                        return
                    }
                    try assign(session, to: candidates[index], at: now, in: db, &aftermath, care)
                    candidates[index].room -= 1
                }
                if isServed == nil { someWait = true }
            }
            return someWait
        }
    }

    private func assign(
        _ session: SessionRecord, to bridge: Placement.Candidate, at now: Instant, in db: Database,
        _ aftermath: inout Aftermath, _ care: RowCare
    ) throws {
        let written = try sessions.write(.assigned, of: session, at: now, in: db, &aftermath) { record in
            record.epoch += 1
            record.holderID = bridge.bridgeID
            record.leaseExpiresAt = nil
            if record.engine.isEmpty { record.engine = bridge.engine }
            // Codes are counted anew with each linking.
            record.qrSequence = 0
        }
        guard let assigned = written else { return }
        try endEpoch(of: assigned, by: bridge, at: now, in: db, care)
        try db.leases.insert(
            sessionID: assigned.id, epoch: assigned.epoch, bridgeID: bridge.bridgeID, at: now)
        aftermath.assigned.append(assigned)
    }

    /// What was given out at an epoch that is over is answered no more, or only by a success.
    private func endEpoch(
        of session: SessionRecord, by bridge: Placement.Candidate, at now: Instant, in db: Database,
        _ care: RowCare
    ) throws {
        let party = MessageBook.Party(bridge: "", repeatsAreSafe: bridge.repeatsAreSafe)
        var last: Int64 = 0
        while true {
            let page = try care.eachMessage(
                of: { try db.messages.unsettled(.dispatched, sessionID: session.id, after: last, limit: 200) },
                ids: { try db.messages.unsettledIDs(.dispatched, sessionID: session.id, after: last, limit: 200) },
                at: now, in: db
            ) { message in
                try messages.write(.outcomeLost(.epochOver), of: message.id, by: party, at: now, in: db)
            }
            guard page.count == 200, let end = page.last else { return }
            last = end
        }
    }

    /// Bridges that take sessions at this moment.
    private func openBridges() -> [Placement.Candidate] {
        let attached = state.withLock { Array($0.attached) }
        return attached.compactMap { id, link in
            guard link.isOpen else { return nil }
            let carried = link.state.withLock { $0.carried.count }
            return Placement.Candidate(
                bridgeID: id, engine: link.hello.engine, room: Int(link.hello.capacity) - carried,
                repeatsAreSafe: link.hello.repeatsAreSafe)
        }
    }
}
