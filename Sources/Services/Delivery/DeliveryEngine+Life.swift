// Start and end. A start finds everything in the database: what was given to bridges by the life before is of unknown
// outcome, and every lease is unknown, not free (BRIDGE.md).

internal import Contract
internal import Logging
internal import RPC
internal import Store
internal import Synchronization

extension DeliveryEngine {
    /// Puts the store in order and begins. To be awaited before any listener accepts.
    package func start() async throws {
        let now = clock.now()
        try await store.write { db in
            for bridge in try db.bridges.list() where bridge.status != .lost {
                try db.bridges.setStatus(bridge.id, .lost, at: now)
            }
        }
        // Until then this server lived, as far as anybody knows, and heard what came in.
        let last = try await store.read { db in try db.newestMoment() }
        try await loseAllSessions(heard: last ?? now)
        // Where the clock was set back meanwhile.
        try await moveDeadlines(by: .zero)
        FaultPoint.hit(.restart)
        try await lose(.serverRestarted, of: 0) { _ in nil }
        let waiting = try await store.read { db in try db.messages.sessionsWithPending() }
        for session in waiting {
            schedule(.hold(session), in: configuration.holdGrace)
            do {
                try await finishLogout(of: session)
            } catch let error as StoreError where error.isOfOneRow {
                logger.error(
                    "a logout was not finished", metadata: ["session": "\(session)", "error": "\(error)"])
            }
        }
        for timer in [Timer.clock, .sessions, .leases, .agenda, .acks] { schedule(timer, in: .zero) }
        requestPlacement(.all)
        state.withLock { state in
            guard state.loop == nil else { return }
            state.loop = Task { await self.runTimers() }
            state.noteLoop = Task { await self.runNotes() }
            state.historyLoop = Task { await self.runHistory() }
        }
    }

    private func loseAllSessions(heard: Instant) async throws {
        var last: Int64 = 0
        while true {
            let after = last
            let now = clock.now()
            let page = try await changeEach { [self] db, aftermath, care in
                try loseSome(of: 0, after: after, heard: heard, at: now, in: db, &aftermath, care)
            }
            guard page.count == 200, let end = page.last else { return }
            last = end
        }
    }

    /// Lets every bridge finish what it began, takes their last facts, and ends their streams; within `drain` and a
    /// moment. New bridges are refused.
    package func drain() async {
        let links = state.withLock { state in
            state.isDraining = true
            return Array(state.links.values)
        }
        await withTaskGroup(of: Void.self) { group in
            for link in links {
                group.addTask {
                    await self.sayGoodbye(to: link)
                    await link.gone.wait()
                }
            }
        }
    }

    /// One bridge finishes; then its stream ends well.
    func sayGoodbye(to link: BridgeLink) async {
        link.drain("shutdown")
        let end = ContinuousClock.now + configuration.drain
        while !link.isIdle, !link.failed.isOpen, !link.gone.isOpen, ContinuousClock.now < end {
            guard (try? await Task.sleep(for: .milliseconds(10))) != nil else { break }
        }
        link.finish()
    }

    /// Ends what runs by itself. Streams are ended by `drain`, or by the server.
    package func stop() async {
        let loops = state.withLock { state in
            defer { (state.loop, state.noteLoop, state.historyLoop) = (nil, nil, nil) }
            return [state.loop, state.noteLoop, state.historyLoop].compactMap { $0 }
        }
        for loop in loops { loop.cancel() }
        for loop in loops { await loop.value }
    }
}
