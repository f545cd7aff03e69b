// A row of `events`: one thing that happened, in the order of its commit. What the body means is the caller's affair.

package struct EventRecord: Sendable, Equatable {
    /// 0 until it is appended; then its place in the one sequence.
    package var cursor: Int64
    package var at: Moment
    /// Such as `message.sent`.
    package var type: String
    /// Whom it belongs to; 0 = nobody.
    package var userID: Int64
    /// 0 = none.
    package var sessionID: Int64
    /// 0 = none.
    package var messageID: Int64
    package var body: [UInt8]

    package init(
        cursor: Int64 = 0, at: Moment, type: String, userID: Int64 = 0, sessionID: Int64 = 0, messageID: Int64 = 0,
        body: [UInt8] = []
    ) {
        self.cursor = cursor
        self.at = at
        self.type = type
        self.userID = userID
        self.sessionID = sessionID
        self.messageID = messageID
        self.body = body
    }

    static let columns = "cursor, at, type, user_id, session_id, message_id, body"

    init(_ row: inout Row) throws(StoreError) {
        cursor = try row.next()
        at = try row.next()
        type = try row.next()
        userID = try row.next(Reference.self).id
        sessionID = try row.next(Reference.self).id
        messageID = try row.next(Reference.self).id
        body = try row.next()
    }
}

/// A part of the sequence: the events that match, and how far it was looked through.
package struct EventPage: Sendable, Equatable {
    package var events: [EventRecord]
    /// Where to go on from: everything up to here was looked at.
    package var cursor: Int64
    /// There was nothing beyond `cursor` when this was read.
    package var isAtEnd: Bool
}
