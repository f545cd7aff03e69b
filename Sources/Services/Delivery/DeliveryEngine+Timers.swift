// The one loop that does what is due: all times are in one queue, derived from rows and from what is attached, so that a
// start of rpcd makes them anew. One thing at a time; what fails is tried again a second later.

internal import Contract
internal import Logging
internal import RPC
internal import Store
internal import Synchronization

extension DeliveryEngine {
    /// Runs until it is cancelled.
    func runTimers() async {
        while !Task.isCancelled {
            let now = clock.monotonic()
            let (due, next) = state.withLock { state in
                (state.timers.takeDue(at: now, limit: 64), state.timers.earliest)
            }
            for timer in due { await fire(timer) }
            if due.isEmpty { await sleep(until: next) }
        }
    }

    /// Returns at `time` at the latest; earlier where something was set to an earlier time.
    private func sleep(until time: Duration?) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.timersChanged.wait() }
            if let time { group.addTask { try? await self.clock.sleep(untilMonotonic: time) } }
            await group.next()
            group.cancelAll()
        }
    }

    private func fire(_ timer: Timer) async {
        do {
            switch timer {
            case .silence(let key): checkSilence(key)
            case .commands(let key): try await loseUnanswered(key)
            case .catchUp(let key): link(key)?.stopWaitingForRepeats()
            case .starved(let key): try await noteStarvation(key)
            case .retry(let session): carrier(of: session)?.markReady(session)
            case .hold(let session): requestNote(session)
            case .history(let session): requestHistory(session)
            case .placement: try await placeSessions()
            case .sessions:
                try await lookAtClock()
                try await endOverdueStates()
            case .leases:
                try await lookAtClock()
                try await endLeases()
            case .agenda: try await attendAgenda()
            case .acks: try await missAcks()
            case .clock: try await lookAtClock()
            }
        } catch StoreError.closed {
            // The end is near.
        } catch is CancellationError {
        } catch {
            // Of a full disk DiskRoom tells.
            if case StoreError.storageFull = error {
            } else {
                logger.error(
                    "delivery could not do what was due", metadata: ["what": "\(timer)", "error": "\(error)"])
            }
            if case .placement = timer { _ = state.withLock { $0.placement.add(.all) } }
            schedule(timer, in: .seconds(1))
        }
    }

    func link(_ key: String) -> BridgeLink? { state.withLock { $0.links[key] } }

    private func checkSilence(_ key: String) {
        guard let link = link(key) else { return }
        let silence = link.state.withLock { $0.silence }
        let now = clock.monotonic()
        if silence.isTooLong(at: now) {
            link.fail(
                RPCError.make(.bridgeUnavailable, "Nothing was heard of this bridge for \(silence.limit)."))
        } else {
            schedule(.silence(key), in: silence.left(at: now))
        }
    }

    /// Commands whose deadline passed: nobody knows what became of them. They stay the link's until that is written.
    private func loseUnanswered(_ key: String) async throws {
        guard let link = link(key) else { return }
        let overdue = link.overdue(at: clock.monotonic())
        if !overdue.isEmpty {
            try await loseOutcome(of: overdue.compactMap(CommandID.init(rawValue:)), given: link.reporter)
            link.settle(overdue)
        }
        if let next = link.nextCommandDeadline() { schedule(.commands(key), in: next - clock.monotonic()) }
    }

    private func loseOutcome(of commands: [CommandID], given reporter: FactApplier.Reporter) async throws {
        let time = paceTime()
        let now = time.now
        let party = MessageBook.Party(bridge: reporter.name, repeatsAreSafe: reporter.repeatsAreSafe)
        try await changeEach { [messages, sessions] db, aftermath, care in
            for command in commands {
                guard let id = command.messageID else { continue }
                try care.alone(.message(id), at: now, in: db, &aftermath) { aftermath in
                    guard let message = try db.messages.get(id),
                        message.status == .dispatched, message.attempts == command.attempt,
                        let written = try messages.write(
                            .outcomeLost(.commandDeadline), of: id, by: party, at: now, in: db)
                    else { return }
                    aftermath.unknown.insert(message.sessionID)
                    // An engine that says nothing has failed as well.
                    if let session = try db.sessions.get(message.sessionID),
                        try PacingBook.note(.failure, of: session, at: time, in: db)
                    {
                        try sessions.rest(session.id, at: now, in: db, &aftermath)
                    }
                    if written.freesAnother { aftermath.ready.insert(message.sessionID) }
                }
            }
        }
    }

    /// Sessions that were too long where they are.
    private func endOverdueStates() async throws {
        let now = clock.now()
        let overdue = try await store.read { db in
            try db.sessions.overdue(at: now, limit: 200)
        }
        let isClean = try await changeEach { [self] db, aftermath, care in
            for id in overdue {
                try care.alone(.session(id), at: now, in: db, &aftermath) { aftermath in
                    guard let session = try db.sessions.get(id), let end = session.statusDeadline, end <= now else {
                        return
                    }
                    if try sessions.write(.deadline, of: session, at: now, in: db, &aftermath) == nil {
                        // It waits for nothing any more.
                        try db.sessions.apply(id, at: now) { $0.statusDeadline = nil }
                    }
                }
            }
            return care.faults.isEmpty
        }
        if let next = try await store.read({ db in try db.sessions.earliestDeadline() }) {
            // What could not even be marked is overdue still.
            schedule(.sessions, at: isClean ? next : max(next, now + .seconds(1)))
        }
    }

    /// Leases that outlived their bridge's stream long enough: others may have those sessions.
    private func endLeases() async throws {
        let now = clock.now()
        let ended = try await store.read { db in
            try db.sessions.withExpiredLease(at: now, limit: 200)
        }
        let isClean = try await changeEach { db, aftermath, care in
            for id in ended {
                try care.alone(.session(id), at: now, in: db, &aftermath) { aftermath in
                    guard let session = try db.sessions.get(id), let end = session.leaseExpiresAt, end <= now else {
                        return
                    }
                    aftermath.sessions[id] = try db.sessions.apply(id, at: now) { $0.releaseLease() }
                }
            }
            if !aftermath.sessions.isEmpty { FaultPoint.hit(.leasesEnding) }
            return care.faults.isEmpty
        }
        if !ended.isEmpty { FaultPoint.hit(.leasesEnded) }
        if let next = try await store.read({ db in try db.leases.earliestExpiry() }) {
            schedule(.leases, at: isClean ? next : max(next, now + .seconds(1)))
        }
    }
}
