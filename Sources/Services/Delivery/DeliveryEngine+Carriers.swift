// Which attached bridge carries a session, and waiting until one does. Memory of the rows: what a committed job changed of
// a session is learned here, in the order of the commits (`follow`).

internal import Contract
internal import Store
internal import Synchronization

/// Who waits until a bridge carries a session.
struct CarrierWaits: Sendable {
    private var latches: [Int64: [Latch]] = [:]

    /// How many wait.
    var count: Int { latches.values.reduce(0) { $0 + $1.count } }

    mutating func add(_ latch: Latch, _ sessionID: Int64) { latches[sessionID, default: []].append(latch) }

    mutating func remove(_ latch: Latch, _ sessionID: Int64) {
        latches[sessionID]?.removeAll { $0 === latch }
        if latches[sessionID]?.isEmpty == true { latches[sessionID] = nil }
    }

    mutating func take(_ sessionID: Int64) -> [Latch] { latches.removeValue(forKey: sessionID) ?? [] }
}

extension DeliveryEngine {
    /// The attached bridge that carries a session.
    func carrier(of sessionID: Int64) -> BridgeLink? {
        state.withLock { state in state.carriers[sessionID].flatMap { state.attached[$0] } }
    }

    /// The attached bridge that carries a session, and at which epoch. A session that was just started is placed within
    /// milliseconds, where there is room for it: that is waited for.
    /// - Returns: nil where nobody does within this time.
    /// - Throws: `CancellationError`.
    func carrier(of sessionID: Int64, within limit: Duration) async throws -> (BridgeLink, Int64)? {
        let end = clock.monotonic() + limit
        while true {
            let latch = Latch()
            let found: (BridgeLink, Int64)? = state.withLock { state in
                if let link = state.carriers[sessionID].flatMap({ state.attached[$0] }),
                    let epoch = link.epoch(of: sessionID)
                {
                    return (link, epoch)
                }
                state.carrierWaits.add(latch, sessionID)
                return nil
            }
            if let found { return found }
            defer { state.withLock { $0.carrierWaits.remove(latch, sessionID) } }
            guard clock.monotonic() < end else { return nil }
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await latch.wait() }
                group.addTask { [clock] in try? await clock.sleep(untilMonotonic: end) }
                await group.next()
                group.cancelAll()
            }
            try Task.checkCancellation()
        }
    }

    /// A bridge has learned that it carries a session, and was told so: from now on others find it, unless its stream has
    /// ended meanwhile.
    func noteCarrier(_ link: BridgeLink, of session: SessionRecord) {
        let waiting = state.withLock { state -> [Latch] in
            guard state.attached[session.holderID] === link else { return [] }
            state.carriers[session.id] = session.holderID
            return state.carrierWaits.take(session.id)
        }
        for latch in waiting { latch.open() }
    }
}
