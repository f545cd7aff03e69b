// How far the deliveries of a webhook have come: its place in the log and its rows, moved together in one transaction, so that
// an event is behind the place, or has a row, or is delivered again after a crash; never none of these.

/// What has become of some of a webhook's events.
package struct WebhookProgress: Sendable, Equatable {
    package var webhookID: Int64
    /// Where this began: as it was read, or saved last.
    package var from: Int64
    package var position: Int64
    package var sequence: Int64
    /// Arrived since it was saved last.
    package var delivered: Int64 = 0
    package var lastSuccessAt: Moment?
    package var lastFailureAt: Moment?
    package var lastError = ""
    /// Their ids do not matter.
    package var rows: [DeliveryRecord] = []

    package init(webhookID: Int64, from: Int64, position: Int64, sequence: Int64) {
        self.webhookID = webhookID
        self.from = from
        self.position = position
        self.sequence = sequence
    }
}

extension WebhookRepository {
    /// Writes progress. False, and nothing is written, where the webhook is gone or not where the progress begins any more.
    package func save(_ progress: WebhookProgress) throws(StoreError) -> Bool {
        let changed = try db.execute(
            """
            UPDATE webhooks SET position = ?, sequence = ?, delivered = delivered + ?,
                last_success_at = coalesce(?, last_success_at), last_failure_at = coalesce(?, last_failure_at),
                last_error = CASE ? WHEN '' THEN last_error ELSE ? END
            WHERE id = ? AND position = ?
            """, progress.position, progress.sequence, progress.delivered, progress.lastSuccessAt,
            progress.lastFailureAt, progress.lastError, progress.lastError, progress.webhookID, progress.from)
        guard changed == 1 else { return false }
        for row in progress.rows { try db.deliveries.put(row) }
        return true
    }

    /// Before the events up to `end` are deleted: counts for each webhook those that it has not taken up, and takes it past
    /// them. What has a row of its own is not lost.
    /// - Parameter admits: whether types and families hold a type.
    /// - Returns: the webhooks that lost some.
    package func noteLoss(
        upTo end: Int64, admits: (_ wanted: [String], _ type: String) throws -> Bool
    ) throws -> [Int64] {
        let behind = try db.query(
            """
            SELECT \(WebhookRecord.columns) FROM webhooks WHERE position < ?
                AND EXISTS (SELECT 1 FROM events WHERE cursor > position AND cursor <= ? AND user_id = webhooks.user_id)
            """, end, end, row: WebhookRecord.init)
        var losers: [Int64] = []
        for webhook in behind {
            var filter = Filter("cursor > ?", webhook.position)
            filter.and("cursor <= ?", end)
            filter.and("user_id = ?", webhook.userID)
            if webhook.sessionID != 0 { filter.and("session_id = ?", webhook.sessionID) }
            let events = try db.query(
                "SELECT cursor, type FROM events WHERE \(filter.sql) ORDER BY cursor", values: filter.values
            ) { row throws(StoreError) -> (cursor: Int64, type: String) in (try row.next(), try row.next()) }
            var (wanted, lost) = (0, 0)
            for event in events where try admits(webhook.types, event.type) {
                wanted += 1
                if try !db.deliveries.isThere(webhookID: webhook.id, cursor: event.cursor) { lost += 1 }
            }
            guard wanted > 0 else { continue }
            // All of them count in the sequence: who is told has to see that something is missing, and what has a row has its
            // number from there.
            try db.execute(
                "UPDATE webhooks SET lost = lost + ?, sequence = sequence + ?, position = ? WHERE id = ?", lost,
                wanted, end, webhook.id)
            if lost > 0 { losers.append(webhook.id) }
        }
        return losers
    }
}
