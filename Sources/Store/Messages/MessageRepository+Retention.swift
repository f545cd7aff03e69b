// Deleting messages that were kept long enough. Ids are made in the order of acceptance, so the log of messages is walked
// from its old end by id, a portion at a time; what may still go out, or waits for a person, is passed by.

extension MessageRepository {
    /// Deletes those of the next `limit` messages after an id that were accepted, and last changed, before `time` and
    /// that nothing will become of any more. A time after `now` is of a clock that was ahead.
    package func purge(
        before time: Moment, now: Moment, after id: Int64, limit: Int = 200
    ) throws(StoreError) -> Purged {
        struct Candidate {
            let id: Int64
            let userID: Int64
            let status: MessageRecord.Status
            let createdAt: Moment
            let updatedAt: Moment
        }
        let page = try db.query(
            "SELECT id, user_id, status, created_at, updated_at FROM messages WHERE id > ? ORDER BY id LIMIT ?", id,
            limit
        ) { row throws(StoreError) -> Candidate in
            Candidate(
                id: try row.next(), userID: try row.next(Reference.self).id, status: try row.next(),
                createdAt: try row.next(), updatedAt: try row.next())
        }
        var purged = Purged(deleted: 0, next: page.count == limit ? page.last?.id : nil)
        // By the page's last, and not by the first that is too young: clocks are set back at times. One with a time to come
        // tells nothing of those behind it.
        if let last = page.last, last.createdAt >= time, last.createdAt <= now { purged.next = nil }
        for message in page where message.createdAt < time && message.updatedAt < time && message.status.isSettled {
            try db.execute("DELETE FROM messages WHERE id = ?", message.id)
            db.count(message.status, of: message.userID, by: -1)
            purged.deleted += 1
        }
        return purged
    }
}

extension MessageRecord.Status {
    /// Whether nothing is done for such a message any more, though acks may still come.
    var isSettled: Bool {
        switch self {
        case .sent, .delivered, .read, .played, .failed, .expired, .cancelled: true
        default: false
        }
    }
}
