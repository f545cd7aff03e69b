// Lanes: what a session that sends carefully has to say, as far as the dispatcher has sorted it. A message that stands in
// a lane is no candidate any more (MessageRepository+Line.swift), so a thousand that wait in the cold lane are in the way
// of no reply; whatever the lane, only the first of its recipient's line stands in it.

/// Where a pending message waits for its turn: the numbers of `messages.place`.
package enum MessageLane: Int32, Sendable, CaseIterable {
    /// Its recipient wrote not long ago.
    case replies = 2
    /// Its recipient did not.
    case cold = 3
}

extension MessageRepository {
    /// Puts a pending message into a lane: it waits for its turn there, and for no time of its own.
    package func enter(_ lane: MessageLane, _ id: Int64) throws(StoreError) {
        try db.execute("UPDATE messages SET place = ?, next_try_at = NULL WHERE id = ?", lane.rawValue, id)
    }

    /// The first messages of a lane, in the order accepted.
    package func first(_ limit: Int, in lane: MessageLane, of sessionID: Int64) throws(StoreError) -> [MessageRecord] {
        // The literals are for the planner, as in MessageRepository+Outbox.swift.
        try db.query(
            """
            SELECT \(MessageRecord.columns) FROM messages
            WHERE session_id = ? AND status = 2 AND place = \(lane.rawValue) ORDER BY id LIMIT ?
            """, sessionID, limit, row: MessageRecord.init)
    }

    /// Whether anything of a session stands in a lane.
    package func isAny(in lane: MessageLane, of sessionID: Int64) throws(StoreError) -> Bool {
        let found: Int64? = try db.scalar(
            "SELECT 1 FROM messages WHERE session_id = ? AND status = 2 AND place = \(lane.rawValue) LIMIT 1", sessionID
        )
        return found != nil
    }

    /// Takes up to `limit` messages of each lane out of it, for their session sends as it likes now, and gives their number.
    package func leaveLanes(of sessionID: Int64, limit: Int) throws(StoreError) -> Int {
        var left = 0
        for lane in MessageLane.allCases where try isAny(in: lane, of: sessionID) {
            left += try db.execute(
                """
                UPDATE messages SET place = 0 WHERE id IN (SELECT id FROM messages
                    WHERE session_id = ? AND status = 2 AND place = \(lane.rawValue) ORDER BY id LIMIT ?)
                """, sessionID, limit)
        }
        return left
    }

    /// What WhatsApp refused because its recipient is a stranger waits until `time` and no longer. Those are no more than a
    /// session sent meanwhile, so a bound is all that is needed.
    package func endRestriction(of sessionID: Int64, at time: Moment, limit: Int = 1000) throws(StoreError) {
        try db.execute(
            """
            UPDATE messages SET next_try_at = ? WHERE id IN (SELECT id FROM messages
                WHERE session_id = ? AND status = 2 AND next_try_at IS NOT NULL AND next_try_at > ?
                    AND hold_reason = 'recipient_cold_restricted' ORDER BY next_try_at LIMIT ?)
            """, time, sessionID, time, limit)
    }

    /// Whether a message was last handed out, or waits, as one to a stranger.
    package func isCold(_ id: Int64) throws(StoreError) -> Bool {
        try db.scalar("SELECT place FROM messages WHERE id = ?", id) == Int64(MessageLane.cold.rawValue)
    }

    /// WhatsApp says anew until when the account may write to no cold contacts: what waits for that waits until then.
    package func wait(untilRestrictionEndsAt end: Moment, of sessionID: Int64) throws(StoreError) {
        try db.execute(
            """
            UPDATE messages SET next_try_at = ?
            WHERE session_id = ? AND status = 2 AND next_try_at IS NOT NULL
                AND hold_reason = 'recipient_cold_restricted'
            """, end, sessionID)
    }

    /// A recipient wrote: what waited for them as for somebody unknown is a reply now, and a candidate. Whether there was
    /// any.
    package func warm(_ recipient: String, of sessionID: Int64) throws(StoreError) -> Bool {
        let changed = try db.execute(
            """
            UPDATE messages SET place = 0, next_try_at = NULL
            WHERE session_id = ? AND recipient = ? AND (status = 2 OR status = 3 OR status = 5) AND status = 2
                AND (place = 3 OR place = 0 AND hold_reason = 'recipient_cold_restricted')
            """, sessionID, recipient)
        return changed > 0
    }
}
