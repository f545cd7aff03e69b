// Messages that wait for WhatsApp's ack. There are few of them as a rule: each stays for as long as an ack takes.

/// As much of a message without an ack as says which it is: one whose row is damaged keeps no other from being found.
package struct UnacknowledgedMessage: Sendable, Hashable {
    package let id: Int64
    /// 0: of a session that is deleted since.
    package let sessionID: Int64
    package let updatedAt: Moment

    static let columns = "id, session_id, updated_at"

    init(_ row: inout Row) throws(StoreError) {
        id = try row.next()
        sessionID = try row.next(Reference.self).id
        updatedAt = try row.next()
    }
}

extension MessageRepository {
    /// Messages that an engine took, of which nothing was heard since `moment`, and whose session has been connected since
    /// then: session by session, from behind `last` on.
    package func unacknowledged(
        since moment: Moment, after last: UnacknowledgedMessage?, limit: Int
    ) throws(StoreError) -> [UnacknowledgedMessage] {
        try db.query(
            """
            SELECT \(UnacknowledgedMessage.columns) FROM messages
            WHERE status BETWEEN 3 AND 5 AND status = ? AND (session_id, id) > (?, ?) AND updated_at <= ?
                AND EXISTS (SELECT 1 FROM sessions
                    WHERE sessions.id = messages.session_id AND sessions.status = ? AND connected_at <= ?)
            ORDER BY session_id, id LIMIT ?
            """, MessageRecord.Status.submitted, last?.sessionID ?? 0, last?.id ?? 0, moment,
            SessionRecord.Status.connected, moment, limit,
            row: UnacknowledgedMessage.init)
    }

    /// The same, whatever became of their session, in no order.
    package func unacknowledgedAnywhere(
        since moment: Moment, limit: Int
    ) throws(StoreError) -> [UnacknowledgedMessage] {
        try db.query(
            """
            SELECT \(UnacknowledgedMessage.columns) FROM messages
            WHERE status BETWEEN 3 AND 5 AND status = ? AND updated_at <= ? LIMIT ?
            """, MessageRecord.Status.submitted, moment, limit, row: UnacknowledgedMessage.init)
    }

    /// By the provider's id: what a bridge was last given at this epoch, for a session that is deleted since. nil also where
    /// there are several, of sessions that nobody can tell apart any more.
    package func orphan(
        providerMessageID: String, bridgeID: Int64, epoch: Int64
    ) throws(StoreError) -> MessageRecord? {
        // The literal is for the planner, as in MessageRepository+Outbox.swift.
        let found = try db.query(
            """
            SELECT \(MessageRecord.columns) FROM messages
            WHERE session_id IS NULL AND provider_message_id = ? AND direction = 1 AND bridge_id = ? AND epoch = ?
            LIMIT 2
            """, providerMessageID, bridgeID, epoch, row: MessageRecord.init)
        return found.count == 1 ? found.first : nil
    }

    /// When a session last handed messages out, up to `moment`, newest first. Of its newest 20,000 messages
    /// alone, so that a long backlog holds nobody up.
    package func dispatchTimes(ofSession id: Int64, until moment: Moment, limit: Int) throws(StoreError) -> [Moment] {
        try db.query(
            """
            SELECT dispatched_at FROM (
                SELECT direction, dispatched_at FROM messages WHERE session_id = ? ORDER BY id DESC LIMIT 20000)
            WHERE direction = ? AND dispatched_at <= ? ORDER BY dispatched_at DESC LIMIT ?
            """, id, MessageRecord.Direction.outbound, moment, limit
        ) { row throws(StoreError) -> Moment in try row.next() }
    }
}
