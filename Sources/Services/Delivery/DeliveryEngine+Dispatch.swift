// Handing out: what one bridge's sessions have to send goes out in one job per batch, and leaves when it is committed. A
// message that nothing holds goes out in the job that accepts it: a job of its own would wait for the disk once more,
// behind those of others.

internal import Logging
package import Store

extension DeliveryEngine {
    /// Hands out messages of sessions whose turn it is.
    func dispatch(_ turns: [Dispatch.Turn], to link: BridgeLink) async throws {
        let job = dispatch(to: link)
        do {
            try await changeEach { db, _, care in
                let isOpen = link.isOpen
                let outcomes = try turns.map { turn in
                    guard isOpen else { return Dispatch.Outcome(sessionID: turn.sessionID) }
                    let outcome = try care.alone(.session(turn.sessionID), at: job.now, in: db) {
                        try job.run(turn, in: db, care)
                    }
                    return outcome ?? .setAside(turn, at: job.now)
                }
                db.afterCommit { self.handedOut(turns, outcomes, to: link) }
            }
        } catch StoreError.storageFull {
            // DiskRoom tells of it.
            link.putBack(turns)
            try await Task.sleep(for: .seconds(1))
        }
    }

    /// Hands out what was accepted for a session, in the job that accepts it, where its turn can come at once. Where it
    /// cannot, or where that fails, it waits for its turn as others do: nothing that goes wrong here is the caller's, unless
    /// it ends the whole transaction.
    package func handOut(sessionID: Int64, in db: Database) -> Bool {
        guard let link = carrier(of: sessionID), let turn = link.takeTurn(ofSession: sessionID) else { return false }
        do {
            return try db.savepoint {
                db.ifUndone { link.giveBack(turn) }
                let outcome = try dispatch(to: link).run(turn, in: db)
                db.afterCommit { self.handedOut([turn], [outcome], to: link) }
                return true
            }
        } catch StoreError.storageFull {
            // Nothing of the job is kept, and whoever asked for it is told.
            return false
        } catch {
            logger.error(
                "what was accepted was not handed out at once",
                metadata: ["session": "\(sessionID)", "error": "\(error)"])
            return false
        }
    }

    private func dispatch(to link: BridgeLink) -> Dispatch {
        let time = paceTime()
        return Dispatch(
            reporter: link.reporter, messages: messages, commandDeadline: configuration.command,
            mediaDeadline: configuration.mediaCommand, now: time.now, time: time)
    }

    /// A job that handed out messages is committed: now they leave. On the writer's thread, so that neither a bridge's end
    /// nor what others write comes in between.
    private func handedOut(_ turns: [Dispatch.Turn], _ outcomes: [Dispatch.Outcome], to link: BridgeLink) {
        let hasSends = outcomes.contains { !$0.sends.isEmpty }
        if hasSends { FaultPoint.hit(.dispatched) }
        link.handedOut(turns, outcomes, at: clock.monotonic())
        if hasSends { schedule(.commands(link.key), in: configuration.command) }
        for outcome in outcomes {
            if let next = outcome.nextTryAt { schedule(.retry(outcome.sessionID), at: next) }
            if link.isNews(outcome.rest, of: outcome.sessionID) {
                schedule(.hold(outcome.sessionID), in: configuration.holdGrace)
                if let words = outcome.lostZone {
                    logger.error("\(words)", metadata: ["session": "\(outcome.sessionID)"])
                }
            }
        }
    }

    /// Looks at messages of unknown outcome, of as many sessions in one job as fit in it: after a restart all of a bridge's
    /// sessions are looked at, and most of them have none.
    func reconcile(_ parts: [Reconcile.Part], by link: BridgeLink) async throws {
        let reporter = link.reporter
        var left = parts
        do {
            while !left.isEmpty {
                let job = Reconcile(reporter: reporter, messages: messages, now: clock.now())
                let before = left
                left = try await changeEach { db, _, care in try job.run(before, in: db, care) }
                for part in before.prefix(before.count - left.count) { link.markReady(part.sessionID) }
                FaultPoint.hit(.reconcile)
            }
        } catch StoreError.storageFull {
            for part in left { link.markUnknown(part.sessionID) }
            try await Task.sleep(for: .seconds(1))
        }
    }
}
