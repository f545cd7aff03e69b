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

    /// Looks at a session's messages of unknown outcome.
    func reconcile(sessionID: Int64, epoch: Int64, by link: BridgeLink) async throws {
        let reporter = link.reporter
        var position: Reconcile.Position? = .init()
        do {
            while let from = position {
                let job = Reconcile(reporter: reporter, messages: messages, now: clock.now())
                position = try await change { db, _ in
                    try job.run(sessionID: sessionID, epoch: epoch, from: from, in: db)
                }
            }
            link.markReady(sessionID)
        } catch StoreError.storageFull {
            link.markUnknown(sessionID)
            try await Task.sleep(for: .seconds(1))
        }
    }
}
