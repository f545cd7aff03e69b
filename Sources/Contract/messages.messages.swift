// Generated from switchboard/v1/messages.proto by scripts/generate.sh. Do not edit.

package import Codec

/// Where a message stands on its way.
package enum MessageStatus: ProtoEnum {
    case unspecified
    /// Waits for `scheduled_at`.
    case scheduled
    /// Waits to be handed to a bridge; `hold_reason` says for what.
    case pending
    /// Handed to a bridge.
    case dispatched
    /// The engine took it. It is not known to be sent yet.
    case submitted
    /// Its bridge went away before saying what became of it. It is being found out; it is not sent again blindly.
    case unknown
    /// WhatsApp's server has it.
    case sent
    /// The recipient's device has it.
    case delivered
    case read
    /// A voice note was listened to.
    case played
    /// Given up; `error_code` says why.
    case failed
    /// `expires_at` came first.
    case expired
    case cancelled
    /// A number that this version does not know.
    case unrecognized(Int32)

    package init() { self.init(rawValue: 0) }

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .scheduled
        case 2: self = .pending
        case 3: self = .dispatched
        case 4: self = .submitted
        case 5: self = .unknown
        case 6: self = .sent
        case 7: self = .delivered
        case 8: self = .read
        case 9: self = .played
        case 10: self = .failed
        case 11: self = .expired
        case 12: self = .cancelled
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .scheduled: 1
        case .pending: 2
        case .dispatched: 3
        case .submitted: 4
        case .unknown: 5
        case .sent: 6
        case .delivered: 7
        case .read: 8
        case .played: 9
        case .failed: 10
        case .expired: 11
        case .cancelled: 12
        case .unrecognized(let number): number
        }
    }
}

package enum MessageDirection: ProtoEnum {
    case unspecified
    case outbound
    case inbound
    /// A number that this version does not know.
    case unrecognized(Int32)

    package init() { self.init(rawValue: 0) }

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .outbound
        case 2: self = .inbound
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .outbound: 1
        case .inbound: 2
        case .unrecognized(let number): number
        }
    }
}

/// What to do with a message whose session is not connected.
package enum Queue: ProtoEnum {
    /// Hold it until the session is connected again.
    case unspecified
    /// Refuse it: SESSION_NOT_CONNECTED.
    case never
    /// A number that this version does not know.
    case unrecognized(Int32)

    package init() { self.init(rawValue: 0) }

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .never
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .never: 1
        case .unrecognized(let number): number
        }
    }
}

/// What became of a message whose outcome was not known.
package enum Resolution: ProtoEnum {
    case unspecified
    /// It went out.
    case sent
    /// It did not, and shall not.
    case failed
    /// It is to be sent again, at the risk of sending it twice where the engine does not take our id.
    case resend
    /// A number that this version does not know.
    case unrecognized(Int32)

    package init() { self.init(rawValue: 0) }

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .sent
        case 2: self = .failed
        case 3: self = .resend
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .sent: 1
        case .failed: 2
        case .resend: 3
        case .unrecognized(let number): number
        }
    }
}

package struct Message: ProtoMessage {
    package var id: Int64 = 0
    package var userId: Int64 = 0
    package var sessionId: Int64 = 0
    package var direction: MessageDirection = .init()
    /// `+` and digits, or a WhatsApp id. Empty for what came in.
    package var recipient: String = ""
    /// The same for what came in. Empty for what goes out.
    package var sender: String = ""
    /// What is said. One case a kind of message.
    package var kind: OneOfKind?
    /// The content as plain text, whatever its kind.
    package var content: String = ""
    package var status: MessageStatus = .init()
    /// Why a pending message waits, such as `session_not_connected` or `retry_backoff`; empty where nothing holds it.
    package var holdReason: String = ""
    /// When it is tried next, where that is known.
    package var nextTryAt: Timestamp?
    /// How often it was handed to a bridge.
    package var attempts: Int32 = 0
    /// Our id of it, made when it was accepted and kept over all attempts.
    package var clientMessageId: String = ""
    /// WhatsApp's id of it, once known.
    package var providerMessageId: String = ""
    /// The message that this one replies to; 0 = none.
    package var replyToId: Int64 = 0
    package var scheduledAt: Timestamp?
    package var expiresAt: Timestamp?
    /// Why it failed: a reason of the error table.
    package var errorCode: String = ""
    package var errorMessage: String = ""
    package var createdAt: Timestamp?
    package var updatedAt: Timestamp?
    /// When it was first handed to a bridge, and so on for each state.
    package var dispatchedAt: Timestamp?
    package var submittedAt: Timestamp?
    package var sentAt: Timestamp?
    package var deliveredAt: Timestamp?
    package var readAt: Timestamp?
    package var playedAt: Timestamp?
    package var failedAt: Timestamp?
    /// What happened to it, oldest first. Only where GetMessage or a watcher asked for one message.
    package var timeline: [TimelineEntry] = []

    package init() {}

    /// What is said. One case a kind of message.
    package enum OneOfKind: Sendable, Hashable {
        case text(TextContent)
    }
}

package struct TextContent: ProtoMessage {
    /// 1 byte to 64 KiB.
    package var body: String = ""

    package init() {}
}

/// One thing that happened to a message.
package struct TimelineEntry: ProtoMessage {
    package var at: Timestamp?
    /// The state before; unspecified for the first entry.
    package var from: MessageStatus = .init()
    /// The state after; the same as `from` where only the reason to hold it changed.
    package var to: MessageStatus = .init()
    /// What brought it about, such as `accepted`, `handed_to_bridge`, `bridge_lost`, `ack`.
    package var cause: String = ""
    /// Which attempt it belongs to; 0 = none.
    package var attempt: Int32 = 0
    /// The bridge concerned, or empty.
    package var bridge: String = ""
    /// A reason of the error table, or empty.
    package var reason: String = ""
    /// What the engine said, word for word, or empty.
    package var engineCode: String = ""
    /// In words, where there is more to say.
    package var detail: String = ""

    package init() {}
}

package struct SendTextRequest: ProtoMessage {
    /// `+` and 7 to 15 digits (spaces, `-`, `.`, `(`, `)` are dropped, a leading `00` is read as `+`), or a WhatsApp id.
    package var recipient: String = ""
    /// 1 byte to 64 KiB.
    package var message: String = ""
    /// The session's name; empty: `default`, else the only one.
    package var session: String = ""
    /// Excludes `session`.
    package var sessionId: Int64 = 0
    package var queue: Queue = .init()
    /// Absent or past: now.
    package var scheduledAt: Timestamp?
    /// Absent: 24 hours after it was to be sent.
    package var expiresAt: Timestamp?
    /// A message of the same session to quote; 0 = none.
    package var replyToId: Int64 = 0
    /// 1 to 255 printable ASCII characters: the same key and body within 24 hours gets the first answer.
    package var idempotencyKey: String = ""
    /// Whose session; 0 = the caller's. The operator must say.
    package var userId: Int64 = 0

    package init() {}
}

package struct GetMessageRequest: ProtoMessage {
    package var id: Int64 = 0

    package init() {}
}

package struct CancelMessageRequest: ProtoMessage {
    package var id: Int64 = 0

    package init() {}
}

package struct RetryMessageRequest: ProtoMessage {
    package var id: Int64 = 0

    package init() {}
}

package struct ResolveMessageRequest: ProtoMessage {
    package var id: Int64 = 0
    package var resolution: Resolution = .init()

    package init() {}
}

package struct ListMessagesRequest: ProtoMessage {
    /// 1 to 200; 0 = 20.
    package var pageSize: Int32 = 0
    /// `next_page_token` of the page before. Excludes `page`.
    package var pageToken: String = ""
    /// Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`.
    package var page: Int32 = 0
    /// Unspecified: any.
    package var status: MessageStatus = .init()
    /// Only this session's, by name among the owner's.
    package var session: String = ""
    /// Excludes `session`.
    package var sessionId: Int64 = 0
    /// Only this user's; 0 = all that the caller may see.
    package var userId: Int64 = 0
    /// Only to this recipient.
    package var recipient: String = ""
    /// Unspecified: both.
    package var direction: MessageDirection = .init()

    package init() {}
}

package struct ListMessagesResponse: ProtoMessage {
    package var messages: [Message] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""
    /// Only with `page`.
    package var totalSize: Int64 = 0

    package init() {}
}

package struct WatchMessagesRequest: ProtoMessage {
    /// Only this message; 0 = all that the caller may see.
    package var id: Int64 = 0
    /// Only this session's; 0 = any.
    package var sessionId: Int64 = 0
    /// Only this user's; 0 = all that the caller may see.
    package var userId: Int64 = 0

    package init() {}
}

package struct MessageUpdate: ProtoMessage {
    /// Absent in a heartbeat: the first item of a watch without `id` (from then on nothing is missed), and one every 15
    /// seconds in which nothing changed.
    package var message: Message?
    /// What happened, where the update is a change and not the state that a watch begins with.
    package var entry: TimelineEntry?

    package init() {}
}
