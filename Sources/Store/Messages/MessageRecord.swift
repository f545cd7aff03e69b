// A row of `messages`: what is to be said, and where it stands. The table is the outbox at the same time.

package struct MessageRecord: Sendable, Equatable {
    package enum Status: Int32, StoredCode, CaseIterable {
        case scheduled = 1, pending, dispatched, submitted, unknown, sent, delivered, read, played, failed, expired
        case cancelled
    }

    package enum Direction: Int32, StoredCode { case outbound = 1, inbound }

    /// What kind of content it has.
    package enum Kind: Int32, StoredCode, CaseIterable {
        case text = 1, media, location, contact, poll, reaction, edit, delete
        /// It came in, and is none of these.
        case unknown
    }

    /// 0 until it is inserted.
    package var id: Int64
    /// 0 = nobody's any more.
    package let userID: Int64
    /// 0 = of a session that was deleted.
    package let sessionID: Int64
    package let direction: Direction
    package let kind: Kind
    package var status: Status
    /// How often it was handed to a bridge. The last command was `CommandID(messageID: id, attempt: attempts)`.
    package var attempts: Int32
    /// How often it may be handed out in all; 0 = as often as the schedule of retries says.
    package var attemptsAllowed: Int32
    /// The session's epoch at the last dispatch; 0 before the first.
    package var epoch: Int64
    /// The bridge of the last dispatch (its row's id); 0 before the first.
    package var bridgeID: Int64
    /// Of what came in: the group or channel that it came in through, or "".
    package let recipient: String
    /// Who wrote what came in: by number, where that is known, else by WhatsApp's own id.
    package let sender: String
    /// WhatsApp's own id of the sender, or "".
    package let senderLID: String
    /// Ours, made at acceptance of enough random bits to be unique; "" for what came in.
    package let clientMessageID: String
    /// "" until it is known. Unique per session among what went out, and among what came in together with its kind.
    package var providerMessageID: String
    /// 0 = none.
    package let replyToID: Int64
    package var holdReason: String
    package var errorCode: String
    package var errorMessage: String
    /// A pending message is not handed out before then; nil: as soon as possible.
    package var nextTryAt: Moment?
    /// Until when the last command had to be answered.
    package var commandDeadline: Moment?
    /// What nobody knows of its attempts; nil: nothing is in doubt.
    package var doubt: AttemptDoubt?
    /// The attempt that WhatsApp, which had it, last said no to; nil: none.
    package var rejectedAttempt: Int32?
    /// When WhatsApp's server first left it unconfirmed for too long; nil: never.
    package var ackMissedAt: Moment?
    /// When a person last wanted it sent, after it was accepted; nil: never.
    package var askedAt: Moment?
    package let scheduledAt: Moment?
    package var expiresAt: Moment?
    package let createdAt: Moment
    package var updatedAt: Moment
    package var dispatchedAt: Moment?
    package var submittedAt: Moment?
    package var sentAt: Moment?
    package var deliveredAt: Moment?
    package var readAt: Moment?
    package var playedAt: Moment?
    package var failedAt: Moment?
    /// The content as plain text.
    package let content: String
    /// What the columns do not say of its content, as bytes that the store does not read. Empty: it is a text and no more.
    package let body: [UInt8]

    package init(
        id: Int64 = 0, userID: Int64, sessionID: Int64, direction: Direction = .outbound, kind: Kind = .text,
        status: Status, recipient: String = "", sender: String = "", senderLID: String = "",
        clientMessageID: String = "",
        providerMessageID: String = "", replyToID: Int64 = 0, holdReason: String = "", nextTryAt: Moment? = nil,
        scheduledAt: Moment? = nil, expiresAt: Moment? = nil, createdAt: Moment, content: String,
        body: [UInt8] = []
    ) {
        self.id = id
        self.userID = userID
        self.sessionID = sessionID
        self.direction = direction
        self.kind = kind
        self.status = status
        attempts = 0
        attemptsAllowed = 0
        epoch = 0
        bridgeID = 0
        self.recipient = recipient
        self.sender = sender
        self.senderLID = senderLID
        self.clientMessageID = clientMessageID
        self.providerMessageID = providerMessageID
        self.replyToID = replyToID
        self.holdReason = holdReason
        errorCode = ""
        errorMessage = ""
        self.nextTryAt = nextTryAt
        self.scheduledAt = scheduledAt
        self.expiresAt = expiresAt
        self.createdAt = createdAt
        updatedAt = createdAt
        self.content = content
        self.body = body
    }
}
