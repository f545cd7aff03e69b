// What messages have a time of their own for: `scheduled_at` has come, `expires_at` has come first; also for those whose
// outcome nobody told, which would else stand before others in the line for ever.

internal import Contract
internal import Store

extension DeliveryEngine {
    func attendAgenda() async throws {
        while try await attendSome() {}
        let (scheduled, expiring, unknown) = try await store.read { db in
            (
                try db.messages.earliestScheduled(), try db.messages.earliestExpiry(),
                try db.messages.earliestUnknownExpiry()
            )
        }
        if let scheduled { schedule(.agenda, at: scheduled) }
        if let expiring { schedule(.agenda, at: expiring) }
        if let unknown { schedule(.agenda, at: unknown + configuration.unknownGrace) }
    }

    /// Returns whether there may be more.
    private func attendSome() async throws -> Bool {
        let now = clock.now()
        let limit = 200
        let (due, expired) = try await store.read { [configuration] db in
            (
                try db.messages.scheduledDue(at: now, limit: limit).map(\.id),
                try db.messages.pendingExpired(at: now, limit: limit).map(\.id)
                    + db.messages.unknownExpired(before: now - configuration.unknownGrace, limit: limit).map(\.id)
            )
        }
        guard !due.isEmpty || !expired.isEmpty else { return false }
        // It stands in line as far as anybody can tell.
        let nobody = MessageBook.Party(bridge: "", repeatsAreSafe: true)
        let held = try await change { [messages] db, aftermath in
            var held: Set<Int64> = []
            for (input, ids) in [(MessageInput.due, due), (.expire, expired)] {
                for id in ids {
                    guard let written = try messages.write(input, of: id, by: nobody, at: now, in: db) else { continue }
                    aftermath.ready.insert(written.after.sessionID)
                    if input == .due { held.insert(written.after.sessionID) }
                }
            }
            return held
        }
        for session in held where carrier(of: session) == nil {
            schedule(.hold(session), in: configuration.holdGrace)
        }
        return due.count == limit || expired.count >= limit
    }
}
