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
}
