// What a webhook has not taken up before the event log forgets it: counted, so that whoever is told of events can see that some
// are missing. This is done in the job that deletes the events, which every other write waits for: so it looks at each event
// once, and at no more of them than there is work for.

/// An event that is about to be deleted.
private struct Leaving {
    let cursor: Int64
    let type: String
    let sessionID: Int64
}

extension WebhookRepository {
    /// What was counted.
    package struct Loss: Sendable, Equatable {
        /// Webhooks that lost some.
        package var losers: [Int64] = []
        /// Events up to here were counted: no others may be deleted.
        package var reached: Int64
    }

    /// Before the events at the front of the log are deleted: counts for each webhook those that it has not taken up, and
    /// takes it past them. What has a row of its own is not lost.
    /// - Parameters:
    ///   - end: the last that is to go.
    ///   - work: events times webhooks that are looked at, the first event's of any number excepted. It may end before
    ///     `end` for that.
    ///   - admits: what a webhook with these types and families wants.
    package func noteLoss(
        upTo end: Int64, work: Int = 2_000, admits: (_ wanted: [String]) throws -> (_ type: String) -> Bool
    ) throws -> Loss {
        let front = try db.query(
            "SELECT cursor, type, user_id, session_id FROM events WHERE cursor <= ? ORDER BY cursor LIMIT ?", end, work
        ) { row throws(StoreError) -> (cursor: Int64, type: String, userID: Int64, sessionID: Int64) in
            (try row.next(), try row.next(), try row.next(Reference.self).id, try row.next(Reference.self).id)
        }
        guard let first = front.first?.cursor else { return Loss(reached: end) }
        var behind: [Int64: [WebhookRecord]] = [:]
        var leaving: [Int64: [Leaving]] = [:]
        var (loss, left) = (Loss(reached: first - 1), work)
        for event in front {
            let theirs = try behind[event.userID] ?? readBehind(end, userID: event.userID)
            behind[event.userID] = theirs
            left -= theirs.count
            guard left >= 0 || event.cursor == first else { break }
            loss.reached = event.cursor
            if theirs.isEmpty { continue }
            leaving[event.userID, default: []].append(
                Leaving(cursor: event.cursor, type: event.type, sessionID: event.sessionID))
        }
        // All there were.
        if loss.reached == front.last?.cursor, front.count < work { loss.reached = end }
        for (userID, events) in leaving {
            for webhook in behind[userID] ?? [] {
                let admits = try admits(webhook.types)
                let wanted = events.filter { event in
                    event.cursor > webhook.position && admits(event.type)
                        && (webhook.sessionID == 0 || webhook.sessionID == event.sessionID)
                }
                if try pass(webhook, wanted, upTo: loss.reached) { loss.losers.append(webhook.id) }
            }
        }
        loss.losers.sort()
        return loss
    }

    private func readBehind(_ end: Int64, userID: Int64) throws(StoreError) -> [WebhookRecord] {
        guard userID != 0 else { return [] }
        return try db.query(
            "SELECT \(WebhookRecord.columns) FROM webhooks WHERE user_id = ? AND position < ?", userID, end,
            row: WebhookRecord.init)
    }

    /// True where some of them are lost.
    private func pass(_ webhook: WebhookRecord, _ wanted: [Leaving], upTo end: Int64) throws(StoreError) -> Bool {
        guard let first = wanted.first else { return false }
        let kept = try db.deliveries.cursors(ofWebhook: webhook.id, after: first.cursor - 1, upTo: end)
        let lost = wanted.count { !kept.contains($0.cursor) }
        // All of them count in the sequence: who is told has to see that something is missing, and what has a row has its
        // number from there.
        try db.execute(
            "UPDATE webhooks SET lost = lost + ?, sequence = sequence + ?, position = ? WHERE id = ?", lost,
            wanted.count, end, webhook.id)
        return lost > 0
    }
}
