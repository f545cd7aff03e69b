// Handing out: what one bridge's sessions have to send goes out in one job per batch, and leaves when it is committed.

internal import Logging
internal import Store

extension DeliveryEngine {
    /// Hands out messages of sessions whose turn it is.
    func dispatch(_ turns: [Dispatch.Turn], to link: BridgeLink) async throws {
        let now = clock.now()
        let reporter = link.reporter
        let job = Dispatch(
            reporter: reporter, messages: messages, commandDeadline: configuration.command, now: now)
        do {
            let outcomes = try await change { db, _ -> [Dispatch.Outcome] in
                guard link.isOpen else { return turns.map { Dispatch.Outcome(sessionID: $0.sessionID) } }
                return try turns.map { try job.run($0, in: db) }
            }
            let deadline = clock.monotonic() + configuration.command
            link.handedOut(turns, outcomes, deadline: deadline)
            if outcomes.contains(where: { !$0.sends.isEmpty }) {
                schedule(.commands(link.key), in: configuration.command)
            }
            for outcome in outcomes {
                if let next = outcome.nextTryAt { schedule(.retry(outcome.sessionID), at: next) }
            }
        } catch StoreError.storageFull {
            link.putBack(turns)
            logger.error("nothing is handed out: the disk is full")
            try await Task.sleep(for: .seconds(1))
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
                left = try await change { db, _ in try job.run(before, in: db) }
                for part in before.prefix(before.count - left.count) { link.markReady(part.sessionID) }
            }
        } catch StoreError.storageFull {
            for part in left { link.markUnknown(part.sessionID) }
            try await Task.sleep(for: .seconds(1))
        }
    }
}
