// Generated from switchboard/v1/bridges.proto by scripts/generate.sh. Do not edit.

package import Codec

package enum AckState: ProtoEnum {
    case unspecified
    case server
    case delivered
    case read
    case played
    /// `engine_code` says why.
    case error
    /// A number that this version does not know.
    case unrecognized(Int32)

    package init() { self.init(rawValue: 0) }

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .server
        case 2: self = .delivered
        case 3: self = .read
        case 4: self = .played
        case 5: self = .error
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .server: 1
        case .delivered: 2
        case .read: 3
        case .played: 4
        case .error: 5
        case .unrecognized(let number): number
        }
    }
}

package enum BridgeStatus: ProtoEnum {
    case unspecified
    case attached
    case draining
    /// Gone; its sessions wait for it or for another.
    case lost
    /// A number that this version does not know.
    case unrecognized(Int32)

    package init() { self.init(rawValue: 0) }

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .attached
        case 2: self = .draining
        case 3: self = .lost
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .attached: 1
        case .draining: 2
        case .lost: 3
        case .unrecognized(let number): number
        }
    }
}

/// What a bridge says. A frame with no known case is ignored.
package struct BridgeFrame: ProtoMessage {
    /// For a fact: its place in the bridge's journal, rising across restarts of the bridge. 0 for what is no fact.
    package var seq: Int64 = 0
    package var frame: OneOfFrame?

    package init() {}

    package enum OneOfFrame: Sendable, Hashable {
        /// The first frame, and only that.
        case hello(Hello)
        case heartbeat(Heartbeat)
        case credit(Credit)
        /// Facts, from here on: repeated after a reconnect until they are confirmed.
        case sessionState(SessionState)
        case qrCode(BridgeQrCode)
        case result(Result)
        case ack(Ack)
        case incoming(Incoming)
        case restriction(Restriction)
        case pairingCode(BridgePairingCode)
    }
}

/// A session and the epoch at which somebody carries it.
package struct SessionEpoch: ProtoMessage {
    package var sessionId: Int64 = 0
    package var epoch: Int64 = 0

    package init() {}
}

package struct Hello: ProtoMessage {
    /// 1.
    package var protocolVersion: Int32 = 0
    /// Chosen by whoever runs the bridge, the same over its restarts: a letter, then up to 63 letters, digits, `_`, `-`
    /// or `.`.
    package var bridgeName: String = ""
    /// New at each start of the process.
    package var instanceId: String = ""
    /// `simulator`, `baileys`, `whatsapp-web.js`.
    package var engine: String = ""
    package var engineVersion: String = ""
    /// The kinds of message that it can send: `text`, `location`, `contact`, `poll`, `reaction`, `edit`, `delete`; of
    /// media `image`, `video`, `audio`, `voice`, `document`, `sticker`. It is given no other.
    package var kinds: [String] = []
    /// How many sessions it will carry.
    package var capacity: Int32 = 0
    /// The sessions it carries at this moment, as it believes.
    package var held: [SessionEpoch] = []
    /// The seq of the next new fact.
    package var nextSeq: Int64 = 0
    /// The commands beside sends that it can carry out: `pairing_code`, `check_number`, `history`, `mark_read`, `presence`,
    /// `fetch_media`.
    package var commands: [String] = []
    /// A Send that is repeated under its `client_message_id` is the same message to WhatsApp: however often it goes out, it
    /// arrives once.
    package var repeatsAreSafe: Bool = false

    package init() {}
}

/// Sent every `heartbeat_interval_ms`; 30 seconds of silence and the bridge is gone.
package struct Heartbeat: ProtoMessage {
    /// Resident memory in bytes.
    package var rss: Int64 = 0
    /// Sessions carried.
    package var sessions: Int32 = 0
    package var eventLoopLagMs: Int32 = 0

    package init() {}
}

/// Adds to the sends that the bridge is ready to take.
package struct Credit: ProtoMessage {
    package var n: Int32 = 0

    package init() {}
}

package struct SessionState: ProtoMessage {
    package var sessionId: Int64 = 0
    package var epoch: Int64 = 0
    /// starting, qr_pending, authenticated, connected, disconnected, logged_out, conflict, restricted or failed.
    package var state: SessionStatus = .init()
    package var phoneNumber: String = ""
    package var lid: String = ""
    package var reason: String = ""

    package init() {}
}

package struct BridgeQrCode: ProtoMessage {
    package var sessionId: Int64 = 0
    package var epoch: Int64 = 0
    /// Counts the codes of one linking, from 1.
    package var sequence: Int32 = 0
    package var code: String = ""
    package var expiresAt: Timestamp?

    package init() {}
}

/// A code that links the session by being typed into the phone.
package struct BridgePairingCode: ProtoMessage {
    package var sessionId: Int64 = 0
    package var epoch: Int64 = 0
    package var code: String = ""
    package var expiresAt: Timestamp?
    /// The RequestPairingCode that it answers; 0: the engine shows it by itself.
    package var commandId: Int64 = 0

    package init() {}
}

/// The answer to one command.
package struct Result: ProtoMessage {
    package var commandId: Int64 = 0
    package var sessionId: Int64 = 0
    package var epoch: Int64 = 0
    package var outcome: OneOfOutcome?

    package init() {}

    package enum OneOfOutcome: Sendable, Hashable {
        /// The engine took the message.
        case submitted(Submitted)
        /// The command, no send, was carried out.
        case done(Done)
        case error(CommandError)
    }
}

package struct Submitted: ProtoMessage {
    /// WhatsApp's id of the message. Empty where the engine has none for such a message.
    package var providerMessageId: String = ""
    /// How far it is known to have got already: `server`, where the engine says that it was done and no ack will follow.
    package var state: AckState = .init()

    package init() {}
}

package struct Done: ProtoMessage {
    package var data: [String: String] = [:]

    package init() {}
}

package struct CommandError: ProtoMessage {
    /// A reason of the error table, such as ENGINE_ERROR.
    package var reason: String = ""
    /// What the engine said, word for word.
    package var engineCode: String = ""
    package var text: String = ""
    /// The command was certainly not begun: it may be given again whatever the reason.
    package var notBegun: Bool = false

    package init() {}
}

/// What WhatsApp says of a message that went out.
package struct Ack: ProtoMessage {
    package var sessionId: Int64 = 0
    package var epoch: Int64 = 0
    package var providerMessageId: String = ""
    package var state: AckState = .init()
    package var at: Timestamp?
    package var engineCode: String = ""

    package init() {}
}

/// A message that came in.
package struct Incoming: ProtoMessage {
    package var sessionId: Int64 = 0
    package var epoch: Int64 = 0
    package var providerMessageId: String = ""
    /// The sender: digits with a leading `+`, where known.
    package var fromPhone: String = ""
    /// The sender: WhatsApp's own id, where known.
    package var fromLid: String = ""
    /// What it is, where `content` does not say: `text`, or the engine's word for what no case is for.
    package var kind: String = ""
    /// The text that stands for it: a text as it reads, else what a caption or a name says.
    package var text: String = ""
    /// The provider's id of the message that it replies to, or empty.
    package var quoted: String = ""
    /// When it was sent. What has none was sent nobody knows when.
    package var at: Timestamp?
    /// Where it was written: the sender, by number or WhatsApp id, where they wrote to the account itself; else the group's
    /// or channel's id.
    package var chat: String = ""
    /// The provider's id of the message that a reaction, an edit or a deletion is about.
    package var target: String = ""
    /// Who a text mentions.
    package var mentions: [String] = []
    /// What the engine needs to get the file of `media` later (keys, an address), 8 KiB at most: given back in FetchMedia as
    /// it was, and shown to nobody else. What is longer is dropped. Empty: the provider's id is enough.
    package var mediaRef: [UInt8] = []
    /// What it says. Absent: a text, or a kind that has no case.
    package var content: OneOfContent?

    package init() {}

    /// What it says. Absent: a text, or a kind that has no case.
    package enum OneOfContent: Sendable, Hashable {
        case media(MediaContent)
        case location(LocationContent)
        case contact(ContactContent)
        case poll(PollContent)
        case reaction(ReactionContent)
        case edit(EditContent)
        case delete(DeleteContent)
    }
}

package struct Restriction: ProtoMessage {
    package var sessionId: Int64 = 0
    package var epoch: Int64 = 0
    /// `reach_out_timelock`, `new_chat_cap`, `temporary_ban`.
    package var kind: String = ""
    package var until: Timestamp?
    package var used: Int32 = 0
    package var total: Int32 = 0

    package init() {}
}

/// What rpcd says to a bridge. A frame with no known case is ignored.
package struct ServerFrame: ProtoMessage {
    package var frame: OneOfFrame?

    package init() {}

    package enum OneOfFrame: Sendable, Hashable {
        /// The answer to Hello.
        case welcome(Welcome)
        case assign(Assign)
        case release(Release)
        case send(Send)
        case confirm(Confirm)
        case drain(Drain)
        case requestPairingCode(RequestPairingCode)
        case checkNumber(CheckNumber)
        case requestHistory(RequestHistory)
        case markRead(MarkRead)
        case presence(ShowPresence)
        case fetchMedia(FetchMedia)
    }
}

package struct Welcome: ProtoMessage {
    package var protocolVersion: Int32 = 0
    package var serverVersion: String = ""
    package var heartbeatIntervalMs: Int32 = 0
    /// The credential for the bridge's other calls, as long as it is attached.
    package var token: String = ""
    /// Of what it holds: this stays with it, at the same epoch.
    package var kept: [SessionEpoch] = []
    /// Of what it holds: this it must let go, and not reconnect.
    package var drop: [SessionEpoch] = []
    /// The highest seq that is durable here: older facts need not be repeated.
    package var confirmedSeq: Int64 = 0

    package init() {}
}

/// Carry this session.
package struct Assign: ProtoMessage {
    package var sessionId: Int64 = 0
    package var epoch: Int64 = 0
    package var settings: SessionSettings?
    /// The session's name, for the bridge's log.
    package var name: String = ""
    /// Whether it was linked before: no QR code is expected. Where not, whatever link the engine still knows is over.
    package var linked: Bool = false
    /// The account it was linked as, where it was.
    package var phoneNumber: String = ""

    package init() {}
}

/// Stop carrying this session.
package struct Release: ProtoMessage {
    package var sessionId: Int64 = 0
    package var epoch: Int64 = 0
    /// Why: `disconnect`, `logout` (the link with the account ends, too), `restart`, `moved`, `conflict`, `failed`.
    package var reason: String = ""

    package init() {}
}

/// Send one message.
package struct Send: ProtoMessage {
    /// Unique among all commands ever given.
    package var commandId: Int64 = 0
    package var sessionId: Int64 = 0
    package var epoch: Int64 = 0
    package var attempt: Int32 = 0
    /// The same over all attempts: where the engine lets us choose, this is WhatsApp's id, and a repeat is the same
    /// message.
    package var clientMessageId: String = ""
    /// So long after this frame came, the command must not be begun any more; 0 = no limit. Counted by the bridge, on a
    /// clock that nobody sets: what the two wall clocks say does not matter.
    package var timeoutMs: Int64 = 0
    /// `+` and digits, or a WhatsApp id.
    package var recipient: String = ""
    package var kind: OneOfKind?
    /// The provider's id of the message to quote, or empty.
    package var quoted: String = ""
    /// The same message, for engines that need more than its id.
    package var quotedMessage: MessageRef?
    /// The message that a reaction, an edit or a deletion is about.
    package var target: MessageRef?

    package init() {}

    package enum OneOfKind: Sendable, Hashable {
        case text(TextContent)
        /// By reference.
        case media(MediaContent)
        case location(LocationContent)
        /// Each card has its vCard.
        case contact(ContactContent)
        case poll(PollContent)
        /// These three are about `target`.
        case reaction(ReactionContent)
        case edit(EditContent)
        case delete(DeleteContent)
    }
}

/// A message that is there already.
package struct MessageRef: ProtoMessage {
    package var providerMessageId: String = ""
    /// It was sent through this session.
    package var fromMe: Bool = false
    /// Who wrote it, where it came in: `+` and digits, or WhatsApp's own id.
    package var sender: String = ""
    /// Its content as plain text, 1,024 bytes of it.
    package var text: String = ""

    package init() {}
}

/// Link the session by a code for this number. Answered by a pairing_code, or by a result with an error.
package struct RequestPairingCode: ProtoMessage {
    /// Unique among all commands ever given.
    package var commandId: Int64 = 0
    package var sessionId: Int64 = 0
    package var epoch: Int64 = 0
    /// So long after this frame came nobody waits for the answer any more.
    package var timeoutMs: Int64 = 0
    /// `+` and digits.
    package var phoneNumber: String = ""

    package init() {}
}

/// Find out whether a number has an account. Answered by a result: `done` with `exists`, `true` or `false`, and `lid`
/// where it is known.
package struct CheckNumber: ProtoMessage {
    /// Unique among all commands ever given.
    package var commandId: Int64 = 0
    package var sessionId: Int64 = 0
    package var epoch: Int64 = 0
    /// So long after this frame came nobody waits for the answer any more.
    package var timeoutMs: Int64 = 0
    /// `+` and digits.
    package var phoneNumber: String = ""

    package init() {}
}

/// Tell what came in from then on, as `incoming` facts with the times of then: nobody carried the session for a while. What
/// was told before may be told again. Answered, after the last of them, by a result: `done`.
package struct RequestHistory: ProtoMessage {
    /// Unique among all commands ever given.
    package var commandId: Int64 = 0
    package var sessionId: Int64 = 0
    package var epoch: Int64 = 0
    /// So long after this frame came nobody waits for the answer any more.
    package var timeoutMs: Int64 = 0
    package var since: Timestamp?

    package init() {}
}

/// Tell the sender of a message that came in that it was read. Answered by a result: `done`.
package struct MarkRead: ProtoMessage {
    /// Unique among all commands ever given.
    package var commandId: Int64 = 0
    package var sessionId: Int64 = 0
    package var epoch: Int64 = 0
    /// So long after this frame came nobody waits for the answer any more.
    package var timeoutMs: Int64 = 0
    /// The group or channel that it came in through, else its sender.
    package var chat: String = ""
    package var message: MessageRef?

    package init() {}
}

/// Show that something is being typed or recorded, or no more. Answered by a result: `done`.
package struct ShowPresence: ProtoMessage {
    /// Unique among all commands ever given.
    package var commandId: Int64 = 0
    package var sessionId: Int64 = 0
    package var epoch: Int64 = 0
    /// So long after this frame came nobody waits for the answer any more.
    package var timeoutMs: Int64 = 0
    /// `+` and digits, or a WhatsApp id.
    package var recipient: String = ""
    package var presence: Presence = .init()

    package init() {}
}

/// Get the file of a message that came in, and bring it with UploadMedia. Answered by a result: `done` once the upload has
/// had its last answer, else MEDIA_EXPIRED (WhatsApp has it no more), MEDIA_TOO_LARGE, MEDIA_UNSUPPORTED, or
/// MEDIA_FETCH_FAILED (it may be tried again).
package struct FetchMedia: ProtoMessage {
    /// Unique among all commands ever given.
    package var commandId: Int64 = 0
    package var sessionId: Int64 = 0
    package var epoch: Int64 = 0
    /// So long after this frame came nobody waits for the answer any more.
    package var timeoutMs: Int64 = 0
    package var message: MessageRef?
    /// As the message's `incoming` had it.
    package var mediaRef: [UInt8] = []
    /// What was told of the file.
    package var media: MediaContent?
    /// A larger file is not taken: MEDIA_TOO_LARGE.
    package var maxBytes: Int64 = 0

    package init() {}
}

/// Everything up to here is durable: forget it.
package struct Confirm: ProtoMessage {
    package var upToSeq: Int64 = 0

    package init() {}
}

/// Take nothing new, finish what was begun, detach.
package struct Drain: ProtoMessage {
    /// Why: `shutdown`, `requested`.
    package var reason: String = ""

    package init() {}
}

package struct GetAuthStateRequest: ProtoMessage {
    package var sessionId: Int64 = 0
    package var epoch: Int64 = 0
    /// Only these, 1,000 at most; none: all.
    package var keys: [String] = []

    package init() {}
}

/// A value, or a part of one. They come in the order of their keys.
package struct AuthStateItem: ProtoMessage {
    package var key: String = ""
    package var value: [UInt8] = []
    /// The value goes on in the next item.
    package var more: Bool = false

    package init() {}
}

/// A value, a part of one, or its end. 10,000 keys and 32 MiB of values in a call at most.
package struct PutAuthStateRequest: ProtoMessage {
    /// In the first item, which may say no more than that; in the others the same or 0.
    package var sessionId: Int64 = 0
    package var epoch: Int64 = 0
    /// 1 to 255 printable ASCII characters.
    package var key: String = ""
    /// With its parts 16 MiB at most.
    package var value: [UInt8] = []
    /// There is to be no value.
    package var deleted: Bool = false
    /// The value goes on in the next item, which has the same key.
    package var more: Bool = false
    /// In the first item: of what there was before nothing stays.
    package var clear: Bool = false

    package init() {}
}

package struct PutAuthStateResponse: ProtoMessage {
    package var stored: Int64 = 0
    package var deleted: Int64 = 0

    package init() {}
}

package struct ListBridgesRequest: ProtoMessage {
    package init() {}
}

package struct ListBridgesResponse: ProtoMessage {
    package var bridges: [Bridge] = []

    package init() {}
}

package struct Bridge: ProtoMessage {
    package var name: String = ""
    /// The credential it attached with: `uid:0`, `key:sbk_…`.
    package var identity: String = ""
    package var status: BridgeStatus = .init()
    package var instanceId: String = ""
    package var engine: String = ""
    package var engineVersion: String = ""
    package var kinds: [String] = []
    package var capacity: Int32 = 0
    /// Sessions whose lease it holds.
    package var sessions: Int32 = 0
    /// Sends that it is ready to take.
    package var credit: Int32 = 0
    package var attachedAt: Timestamp?
    package var lastHeartbeatAt: Timestamp?
    package var rss: Int64 = 0
    package var eventLoopLagMs: Int32 = 0
    /// The commands beside sends that it can carry out.
    package var commands: [String] = []
    /// A Send that is repeated arrives once.
    package var repeatsAreSafe: Bool = false

    package init() {}
}
