// History after an outage. From when on a session may have missed what came in is in its row (`missedSince`), so no restart
// forgets it. Once it is connected again its bridge is asked for all since then, where it said that it can; what that tells
// are incoming facts like others, stored once however often they are told. Only when it has answered, and the session has not
// been away meanwhile, is nothing missed any more.

internal import Codec
internal import Contract
internal import Logging
internal import RPC
internal import Store
internal import Synchronization

extension DeliveryEngine {
    /// What a bridge says in its Hello that can do this.
    static let historyCommand = "history"

    /// A session is connected, and may have missed something.
    func requestHistory(_ sessionID: Int64) {
        state.withLock { $0.history.add(sessionID) }
        historyWaiting.notify()
    }

    /// Runs until it is cancelled.
    func runHistory() async {
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                for session in takeHistory() { group.addTask { await self.bringHistory(of: session) } }
                await historyWaiting.wait()
            }
            group.cancelAll()
        }
    }

    private func takeHistory() -> [Int64] {
        state.withLock { state in
            let (carriers, attached) = (state.carriers, state.attached)
            return state.history.take(configuration.historiesAtOnce) { session in
                guard let link = carriers[session].flatMap({ attached[$0] }),
                    link.hello.commands.contains(Self.historyCommand)
                else { return nil }
                return link.id
            }
        }
    }

    private func bringHistory(of sessionID: Int64) async {
        defer {
            state.withLock { $0.history.finish(sessionID) }
            historyWaiting.notify()
        }
        do {
            try await askForHistory(of: sessionID)
        } catch is CancellationError {
        } catch StoreError.closed {
            // The end is near.
        } catch StoreError.storageFull {
            // DiskRoom tells of it.
            schedule(.history(sessionID), in: configuration.historyRetry)
        } catch {
            logger.warning(
                "what a session missed was not told", metadata: ["session": "\(sessionID)", "error": "\(error)"])
            schedule(.history(sessionID), in: configuration.historyRetry)
        }
    }

    private func askForHistory(of sessionID: Int64) async throws {
        let found = try await store.read { db in try db.sessions.get(sessionID) }
        guard let session = found, session.status == .connected, let missed = session.missedSince,
            let link = carrier(of: sessionID), link.epoch(of: sessionID) == session.epoch
        else { return }
        // Clocks differ, and what was under way at the end is missed as well.
        let since = max(missed - .seconds(60), clock.now() - configuration.historyReach)
        let time = configuration.historyTime
        do {
            _ = try await clock.within(time, or: .bridgeUnavailable, "The bridge did not tell it in time.") {
                [errands] in
                try await errands.run(on: link, sessionID: sessionID, epoch: session.epoch) { command in
                    .requestHistory(
                        .with {
                            $0.commandId = command
                            $0.sessionId = sessionID
                            $0.epoch = session.epoch
                            $0.timeoutMs = time.wholeMilliseconds
                            $0.since = since.timestamp
                        })
                }
            }
        } catch let error as RPCError where error.reason == Reason.engineUnsupported.word {
            // An answer like any other: its engine cannot after all, so nobody will ever tell it, and to ask again would go
            // on for ever. What else goes wrong is tried again.
        }
        let now = clock.now()
        try await change { db, aftermath in
            // Away once more meanwhile, it may have missed more.
            guard let after = try db.sessions.get(sessionID), after.status == .connected,
                after.epoch == session.epoch, after.connectedAt == session.connectedAt, after.missedSince == missed
            else { return }
            aftermath.sessions[sessionID] = try db.sessions.apply(sessionID, at: now) { $0.missedSince = nil }
        }
    }
}
