// What messages have a time of their own for: `scheduled_at` has come, `expires_at` has come first; also for those whose
// outcome nobody told, which would else stand before others in the line for ever.

internal import Contract
internal import Store
internal import Synchronization

extension DeliveryEngine {
    func attendAgenda() async throws {
        let start = clock.monotonic()
        state.withLock { state in state.aside = state.aside.filter { $0.value > start } }
        while try await attendSome() {}
        let (scheduled, expiring, unknown) = try await store.read { db in
            (
                try db.messages.earliestScheduled(), try db.messages.earliestExpiry(),
                try db.messages.earliestUnknownExpiry()
            )
        }
        let times = [scheduled, expiring, unknown.map { $0 + configuration.unknownGrace }].compactMap { $0 }
        guard let next = times.min() else { return }
        // What is passed over stays the first to be due.
        let isClean = state.withLock { $0.aside.isEmpty }
        schedule(.agenda, at: isClean ? next : max(next, clock.now() + .seconds(1)))
    }

    /// Returns whether there may be more.
    private func attendSome() async throws -> Bool {
        let now = clock.now()
        let aside = state.withLock { $0.aside }
        let limit = 200 + aside.count
        let (due, expired) = try await store.read { [configuration] db in
            (
                try db.messages.scheduledDue(at: now, limit: limit).filter { aside[$0] == nil },
                try
                    (db.messages.pendingExpired(at: now, limit: limit)
                    + db.messages.unknownExpired(before: now - configuration.unknownGrace, limit: limit))
                    .filter { aside[$0] == nil }
            )
        }
        guard !due.isEmpty || !expired.isEmpty else { return false }
        // It stands in line as far as anybody can tell.
        let nobody = MessageBook.Party(bridge: "", repeatsAreSafe: true)
        let (held, failed) = try await changeEach { [messages] db, aftermath, care in
            var held: Set<Int64> = []
            var failed: [Int64] = []
            for (input, ids) in [(MessageInput.due, due), (.expire, expired)] {
                for id in ids {
                    let isDone: Void? = try care.alone(.message(id), at: now, in: db, &aftermath) { aftermath in
                        guard let written = try messages.write(input, of: id, by: nobody, at: now, in: db) else {
                            return
                        }
                        aftermath.ready.insert(written.after.sessionID)
                        if input == .due { held.insert(written.after.sessionID) }
                    }
                    if isDone == nil { failed.append(id) }
                }
            }
            return (held, failed)
        }
        let end = clock.monotonic() + RowCare.messageWait
        if !failed.isEmpty { state.withLock { state in for id in failed { state.aside[id] = end } } }
        for session in held where carrier(of: session) == nil {
            schedule(.hold(session), in: configuration.holdGrace)
        }
        return due.count >= 200 || expired.count >= 200
    }
}
