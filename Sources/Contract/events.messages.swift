// Generated from switchboard/v1/events.proto by scripts/generate.sh. Do not edit.

package import Codec

package struct WatchEventsRequest: ProtoMessage {
    /// The cursor of the last event that was seen. Empty: from now on. CURSOR_EXPIRED where events after it are gone
    /// already: they are kept for 7 days.
    package var cursor: String = ""
    /// Only these types, such as `message.delivered`, or whole families, such as `message.*`. Empty: all.
    package var types: [String] = []
    /// Only this session's; 0 = any.
    package var sessionId: Int64 = 0
    /// Only this user's; 0 = all that the caller may see.
    package var userId: Int64 = 0

    package init() {}
}

package struct Event: ProtoMessage {
    /// Opaque: give the last one back to go on after it.
    package var cursor: String = ""
    package var at: Timestamp?
    /// Such as `message.accepted`, `message.delivered`, `session.connected`. Empty in a heartbeat, sent first and every 15
    /// seconds in which nothing happened.
    package var type: String = ""
    package var userId: Int64 = 0
    /// 0 = none.
    package var sessionId: Int64 = 0
    /// 0 = none.
    package var messageId: Int64 = 0
    package var body: OneOfBody?

    package init() {}

    package enum OneOfBody: Sendable, Hashable {
        case message(MessageChange)
        /// The session as it was then, without its QR code.
        case session(Session)
    }
}

package struct MessageChange: ProtoMessage {
    /// The message as it is when the event is read, which may be later than the event. Absent where it is deleted.
    package var message: Message?
    /// What happened.
    package var entry: TimelineEntry?

    package init() {}
}
