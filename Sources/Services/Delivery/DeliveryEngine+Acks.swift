// Messages that an engine took and that WhatsApp's server never confirmed: the ack is lost, or the message is. Where the
// bridge says that repeats are safe, and the session was connected all the time, it is found out by sending it once more under the same
// id. Whatever is not found out so is of unknown outcome a day later, which a person may settle and a late ack does.

internal import Contract
internal import Store
internal import Synchronization

/// Whether the wall clock told the truth for long enough to say how old something is.
struct AckClock: Sendable {
    private var offset: Duration?
    private var trustedFrom: Duration = .zero

    /// - Returns: whether it was not set within `wait`.
    mutating func look(wall: Instant, monotonic: Duration, wait: Duration) -> Bool {
        let now = wall - Instant(microseconds: 0) - monotonic
        if let offset, abs((now - offset) / .seconds(1)) > 1 { trustedFrom = monotonic + wait }
        offset = now
        return monotonic >= trustedFrom
    }
}

extension DeliveryEngine {
    func missAcks() async throws {
        let (now, monotonic) = clock.both()
        let isTrue = state.withLock {
            $0.ackClock.look(wall: now, monotonic: monotonic, wait: configuration.ack)
        }
        if isTrue {
            try await missOfConnected(since: now - configuration.ack)
            try await missAnywhere(since: now - configuration.ackAtAll)
        }
        schedule(.acks, in: configuration.ack / 5)
    }

    private func missOfConnected(since moment: Instant) async throws {
        var last: UnacknowledgedMessage?
        while true {
            let after = last
            let missed = try await store.read { db in
                try db.messages.unacknowledged(since: moment, after: after, limit: 200)
            }
            last = missed.last
            guard last != nil else { return }
            _ = try await miss(missed)
        }
    }

    private func missAnywhere(since moment: Instant) async throws {
        while true {
            let missed = try await store.read { db in
                try db.messages.unacknowledgedAnywhere(since: moment, limit: 200)
            }
            guard try await miss(missed) > 0 else { return }
        }
    }

    /// - Returns: how many are of unknown outcome now.
    private func miss(_ missed: [UnacknowledgedMessage]) async throws -> Int {
        guard !missed.isEmpty else { return 0 }
        let now = clock.now()
        let old = now - configuration.ackAtAll
        let carriers = Dictionary(
            Set(missed.map(\.sessionID)).map { ($0, carrier(of: $0)?.reporter) }, uniquingKeysWith: { one, _ in one })
        return try await changeEach { [messages] db, aftermath, care in
            var written = 0
            for one in missed {
                try care.alone(.message(one.id), at: now, in: db, &aftermath) { aftermath in
                    guard let message = try db.messages.get(one.id), message.status == .submitted,
                        message.updatedAt == one.updatedAt
                    else { return }
                    let reporter = carriers[one.sessionID] ?? nil
                    let repeatsAreSafe = reporter?.repeatsAreSafe ?? false
                    guard
                        try message.updatedAt <= old
                            || (repeatsAreSafe && Self.isWorthRepeating(message, by: messages, at: now, in: db))
                    else { return }
                    let party = MessageBook.Party(bridge: reporter?.name ?? "", repeatsAreSafe: repeatsAreSafe)
                    guard try messages.write(.outcomeLost(.ackDeadline), of: one.id, by: party, at: now, in: db) != nil
                    else { return }
                    written += 1
                    aftermath.unknown.insert(one.sessionID)
                }
            }
            return written
        }
    }

    /// Once; not through another link; and past its time nobody wants it sent: that the engine took it stays true.
    private static func isWorthRepeating(
        _ message: MessageRecord, by messages: MessageBook, at now: Instant, in db: Database
    ) throws -> Bool {
        guard message.ackMissedAt == nil, let session = try db.sessions.get(message.sessionID),
            message.epoch > session.linkEpoch,
            message.expiresAt.map({ $0 > now }) ?? true, try Reconcile.isSafe(message, in: db),
            messages.lifecycle.allowsAnother(MessageBook.snapshot(message))
        else { return false }
        return true
    }
}
