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
    /// `expires_at` came first. (Where an attempt may have gone out it is `failed`, OUTCOME_UNKNOWN.)
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

/// Whether a text with a link shows what is behind it.
package enum LinkPreview: ProtoEnum {
    /// As the engine does it.
    case unspecified
    case on
    case off
    /// A number that this version does not know.
    case unrecognized(Int32)

    package init() { self.init(rawValue: 0) }

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .on
        case 2: self = .off
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .on: 1
        case .off: 2
        case .unrecognized(let number): number
        }
    }
}

package enum Presence: ProtoEnum {
    case unspecified
    case typing
    /// A voice note is being recorded.
    case recording
    /// Neither any more.
    case paused
    /// A number that this version does not know.
    case unrecognized(Int32)

    package init() { self.init(rawValue: 0) }

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .typing
        case 2: self = .recording
        case 3: self = .paused
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .typing: 1
        case .recording: 2
        case .paused: 3
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
    /// The same for what came in: the number, where it is known, else WhatsApp's own id. Empty for what goes out.
    package var sender: String = ""
    /// What is said. One case a kind of message.
    package var kind: OneOfKind?
    /// The content as plain text, whatever its kind: a text or an edit as it reads; a caption, else the file's name; a
    /// location's name, address and coordinates; the names on contact cards; a poll's question and options; a reaction's
    /// emoji. Empty for what deletes or takes back.
    package var content: String = ""
    package var status: MessageStatus = .init()
    /// Why a pending message waits: `session_not_connected`, `session_logged_out`, `no_bridge_credit`, `retry_backoff`,
    /// `behind_another`, `recipient_cold_restricted`, `pacing`, `recipient_gap`, `cold_budget`, `quiet_hours`, `engine_paused`,
    /// `storage_fault`; empty where nothing holds it.
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
    /// Why it failed, or OUTCOME_UNKNOWN where nobody knows what became of it: a reason of the error table.
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
    /// What happened to it, oldest first: the last 1,000. Only where GetMessage or a watcher asked for one message.
    package var timeline: [TimelineEntry] = []
    /// The group or channel that it came in through. Empty for what came from its sender directly, and for what goes out.
    package var chat: String = ""
    /// When its text was last replaced, by whoever sent it. What it reads is the newest.
    package var editedAt: Timestamp?
    /// When it was deleted for everyone. What it said is still there.
    package var deletedAt: Timestamp?
    /// Who reacted how, in the order in which they did; the last 500.
    package var reactions: [Reaction] = []
    /// WhatsApp's own id of the sender (`digits@lid`), where it is known.
    package var senderLid: String = ""

    package init() {}

    /// What is said. One case a kind of message.
    package enum OneOfKind: Sendable, Hashable {
        case text(TextContent)
        case media(MediaContent)
        case location(LocationContent)
        case contact(ContactContent)
        case poll(PollContent)
        case reaction(ReactionContent)
        case edit(EditContent)
        case delete(DeleteContent)
        /// What came in and is none of these.
        case unknown(UnknownContent)
    }
}

package struct TextContent: ProtoMessage {
    /// 1 byte to 64 KiB.
    package var body: String = ""
    /// Who is mentioned: `+` and digits, or WhatsApp ids. Each stands in the text as `@` and the digits.
    package var mentions: [String] = []
    package var linkPreview: LinkPreview = .init()

    package init() {}
}

/// A file, by reference.
package struct MediaContent: ProtoMessage {
    package var kind: MediaKind = .init()
    /// Of what was sent, or came in and was fetched: it may be gone since. 0: it is not here; of what came in FetchMedia gets
    /// it.
    package var mediaId: Int64 = 0
    package var caption: String = ""
    package var fileName: String = ""
    package var mimeType: String = ""
    /// In bytes.
    package var size: Int64 = 0
    /// Of what plays.
    package var durationMs: Int64 = 0
    /// Who is mentioned in the caption.
    package var mentions: [String] = []
    /// Hexadecimal, in lower case.
    package var sha256: String = ""

    package init() {}
}

package struct LocationContent: ProtoMessage {
    /// Degrees, -90 to 90.
    package var latitude: Double = 0
    /// Degrees, -180 to 180.
    package var longitude: Double = 0
    package var name: String = ""
    package var address: String = ""

    package init() {}
}

package struct ContactContent: ProtoMessage {
    /// 1 to 50.
    package var cards: [ContactCard] = []

    package init() {}
}

package struct ContactCard: ProtoMessage {
    /// 1 to 256 characters.
    package var displayName: String = ""
    /// `+` and digits, up to 10 of them.
    package var phoneNumbers: [String] = []
    package var organization: String = ""
    /// Up to 10.
    package var emails: [String] = []
    /// The card as a vCard, up to 16 KiB. Left out, it is made of the fields above; given, it goes out as it is.
    package var vcard: String = ""

    package init() {}
}

package struct PollContent: ProtoMessage {
    /// 1 to 255 characters.
    package var question: String = ""
    /// 2 to 12, each of 1 to 100 characters, no two alike.
    package var options: [String] = []
    /// How many of them one may choose; 0: as many as one likes.
    package var selectable: Int32 = 0

    package init() {}
}

package struct ReactionContent: ProtoMessage {
    /// The message concerned; 0: one that is not known here.
    package var messageId: Int64 = 0
    /// Empty: the reaction is taken back.
    package var emoji: String = ""

    package init() {}
}

package struct EditContent: ProtoMessage {
    /// The message concerned; 0: one that is not known here.
    package var messageId: Int64 = 0
    /// What it says from now on.
    package var body: String = ""
    package var mentions: [String] = []
    package var linkPreview: LinkPreview = .init()

    package init() {}
}

package struct DeleteContent: ProtoMessage {
    /// The message concerned; 0: one that is not known here.
    package var messageId: Int64 = 0

    package init() {}
}

package struct UnknownContent: ProtoMessage {
    /// What its engine calls it.
    package var kind: String = ""
    package var text: String = ""

    package init() {}
}

/// Somebody's reaction to a message.
package struct Reaction: ProtoMessage {
    /// Who; empty: the session's own account.
    package var sender: String = ""
    package var emoji: String = ""
    package var at: Timestamp?

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
    /// 1 byte to 64 KiB. Excludes `template_id`.
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
    /// Who is mentioned, up to 1,024: `+` and digits, or WhatsApp ids of people. Each must stand in the text as `@` and the
    /// digits.
    package var mentions: [String] = []
    package var linkPreview: LinkPreview = .init()
    /// A template of the session's owner, whose text is filled in and sent as `message` would be; 0 = none.
    package var templateId: Int64 = 0
    /// A value for each of the template's variables, and for nothing else: what is missing or unknown is refused by name.
    package var variables: [String: String] = [:]

    package init() {}
}

package struct SendLocationRequest: ProtoMessage {
    /// `+` and 7 to 15 digits (spaces, `-`, `.`, `(`, `)` are dropped, a leading `00` is read as `+`), or a WhatsApp id.
    package var recipient: String = ""
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
    /// Degrees, -90 to 90. Must be there.
    package var latitude: DoubleValue?
    /// Degrees, -180 to 180. Must be there.
    package var longitude: DoubleValue?
    /// Up to 256 characters.
    package var name: String = ""
    /// Up to 1,024 characters.
    package var address: String = ""

    package init() {}
}

package struct SendContactRequest: ProtoMessage {
    /// `+` and 7 to 15 digits (spaces, `-`, `.`, `(`, `)` are dropped, a leading `00` is read as `+`), or a WhatsApp id.
    package var recipient: String = ""
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
    /// 1 to 50, 64 KiB in all.
    package var contacts: [ContactCard] = []

    package init() {}
}

package struct SendPollRequest: ProtoMessage {
    /// `+` and 7 to 15 digits (spaces, `-`, `.`, `(`, `)` are dropped, a leading `00` is read as `+`), or a WhatsApp id.
    package var recipient: String = ""
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
    /// 1 to 255 characters.
    package var question: String = ""
    /// 2 to 12, each of 1 to 100 characters, no two alike.
    package var options: [String] = []
    /// How many of them one may choose; 0: as many as one likes.
    package var selectable: Int32 = 0

    package init() {}
}

package struct SendMediaRequest: ProtoMessage {
    /// `+` and 7 to 15 digits (spaces, `-`, `.`, `(`, `)` are dropped, a leading `00` is read as `+`), or a WhatsApp id.
    package var recipient: String = ""
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
    /// Unspecified: what it was uploaded as.
    package var kind: MediaKind = .init()
    /// A file of the session's owner, from UploadMedia; excludes `media_url`.
    package var mediaId: Int64 = 0
    /// `https://…` or `http://…`: fetched before the message is accepted, within the call's deadline, and kept as a file of the
    /// session's owner then. Public addresses only, also where a redirect leads.
    package var mediaUrl: String = ""
    /// Up to 1,024 characters; of images, videos and documents alone.
    package var caption: String = ""
    /// What the recipient sees it called; empty: as it was uploaded.
    package var fileName: String = ""
    /// Who is mentioned in the caption, as in SendTextRequest.
    package var mentions: [String] = []

    package init() {}
}

package struct SendReactionRequest: ProtoMessage {
    /// A message of either direction that WhatsApp has.
    package var messageId: Int64 = 0
    /// One emoji; empty: the reaction is taken back.
    package var emoji: String = ""
    package var queue: Queue = .init()
    /// Absent or past: now.
    package var scheduledAt: Timestamp?
    /// Absent: 24 hours after it was to be sent.
    package var expiresAt: Timestamp?
    /// 1 to 255 printable ASCII characters: the same key and body within 24 hours gets the first answer.
    package var idempotencyKey: String = ""

    package init() {}
}

package struct EditMessageRequest: ProtoMessage {
    /// A text that was sent from here, less than 15 minutes ago.
    package var id: Int64 = 0
    /// 1 byte to 64 KiB.
    package var message: String = ""
    package var queue: Queue = .init()
    /// Absent or past: now.
    package var scheduledAt: Timestamp?
    /// Absent: when those 15 minutes are over; later is cut to that.
    package var expiresAt: Timestamp?
    /// 1 to 255 printable ASCII characters: the same key and body within 24 hours gets the first answer.
    package var idempotencyKey: String = ""
    /// As in SendTextRequest.
    package var mentions: [String] = []
    package var linkPreview: LinkPreview = .init()

    package init() {}
}

package struct DeleteMessageRequest: ProtoMessage {
    /// A message that was sent from here, less than 60 hours ago.
    package var id: Int64 = 0
    package var queue: Queue = .init()
    /// Absent or past: now.
    package var scheduledAt: Timestamp?
    /// Absent: when those 60 hours are over, 24 hours at most; later is cut to the 60 hours.
    package var expiresAt: Timestamp?
    /// 1 to 255 printable ASCII characters: the same key and body within 24 hours gets the first answer.
    package var idempotencyKey: String = ""

    package init() {}
}

package struct MarkReadRequest: ProtoMessage {
    /// A message that came in.
    package var id: Int64 = 0

    package init() {}
}

package struct SetPresenceRequest: ProtoMessage {
    /// `+` and digits, or a WhatsApp id; no channel.
    package var recipient: String = ""
    package var presence: Presence = .init()
    /// The session's name; empty: `default`, else the only one.
    package var session: String = ""
    /// Excludes `session`.
    package var sessionId: Int64 = 0
    /// Whose session; 0 = the caller's. The operator must say.
    package var userId: Int64 = 0

    package init() {}
}

package struct SetPresenceResponse: ProtoMessage {
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
    /// Only to this recipient, by number or WhatsApp id in any spelling; of a group or channel, what came in there as well.
    /// Where somebody's number and WhatsApp's own id of them are both known from what they wrote, either finds both.
    package var recipient: String = ""
    /// Unspecified: both.
    package var direction: MessageDirection = .init()
    /// Only from this sender, likewise.
    package var sender: String = ""

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

/// An item of a bulk send.
package struct SendBulkRequest: ProtoMessage {
    /// Must be there, with an `idempotency_key`.
    package var text: SendTextRequest?

    package init() {}
}

/// What the server says to a bulk send: how much more it takes, what became of an item, or that it waits.
package struct SendBulkResponse: ProtoMessage {
    /// Adds to the items that the server is ready to take. Each answer to an item gives back that item's.
    package var credit: Int32 = 0
    /// In the first answer: the most bytes of items that may be without an answer, beside one that is alone.
    package var windowBytes: Int32 = 0
    /// Which item this answers, counted from 1 in the order of the stream; 0 = none.
    package var item: Int64 = 0
    /// The message that was accepted, now or by an earlier call with the same key; 0 = it was refused, `refusal` says why.
    package var messageId: Int64 = 0
    /// As the message was accepted.
    package var status: MessageStatus = .init()
    package var refusal: BulkRefusal?
    /// With no item: the next one waits for a limit on messages per minute, until then at least.
    package var waitsUntil: Timestamp?

    package init() {}
}

/// Why an item was not accepted: what SendText would have answered.
package struct BulkRefusal: ProtoMessage {
    /// Of the error table.
    package var reason: String = ""
    package var message: String = ""
    /// Which fields are wrong, where that is the reason.
    package var violations: [BulkViolation] = []
    /// When it may be tried again with success; absent: nobody knows.
    package var retryAfter: DurationMessage?

    package init() {}
}

package struct BulkViolation: ProtoMessage {
    /// As SendTextRequest names it.
    package var field: String = ""
    package var description: String = ""

    package init() {}
}
