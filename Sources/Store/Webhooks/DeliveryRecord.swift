// A row of `webhook_deliveries`: an event that did not arrive at a webhook at the first try, or waits behind one that did
// not. Named by the webhook and the event's cursor.

package struct DeliveryRecord: Sendable, Equatable {
    package enum State: Int32, StoredCode {
        /// Its session's later events wait for it.
        case lane = 1
        /// Tried beside them.
        case beside = 2
        case dead = 3
        case delivered = 4
    }

    /// 0 until it is inserted.
    package var id: Int64 = 0
    package var webhookID: Int64
    package var sequence: Int64
    package var state: State
    package var tries: Int32 = 0
    /// Nil while it is its turn at once, or over.
    package var nextTryAt: Moment?
    package var lastTryAt: Moment?
    /// 0 = there was no answer.
    package var lastStatus: Int32 = 0
    package var lastError = ""
    package var finishedAt: Moment?
    /// With its cursor.
    package var event: EventRecord

    package var cursor: Int64 { event.cursor }

    package init(webhookID: Int64, sequence: Int64, state: State = .lane, event: EventRecord) {
        self.webhookID = webhookID
        self.sequence = sequence
        self.state = state
        self.event = event
    }

    static let columns = """
        id, webhook_id, sequence, state, tries, next_try_at, last_try_at, last_status, last_error, finished_at,
        cursor, at, type, session_id, message_id, body
        """

    /// - Note: the event's user is the webhook's, and is not in the row.
    init(_ row: inout Row) throws(StoreError) {
        id = try row.next()
        webhookID = try row.next()
        sequence = try row.next()
        state = try row.next()
        tries = try row.next()
        nextTryAt = try row.next()
        lastTryAt = try row.next()
        lastStatus = try row.next()
        lastError = try row.next()
        finishedAt = try row.next()
        let cursor: Int64 = try row.next()
        let at: Moment = try row.next()
        let type: String = try row.next()
        event = EventRecord(
            cursor: cursor, at: at, type: type, sessionID: try row.next(Reference.self).id,
            messageID: try row.next(Reference.self).id, body: try row.next())
    }
}
