// What a valid request for a send asks for, whatever kind it is. Everything that can be said of the request alone is checked
// here and in KindChecks, before anything is read; what depends on the time, the session or other messages is checked in
// the write job (MessagePlan).

internal import Contract
internal import RPC
package import Store

package struct MessageDraft: Sendable {
    /// How long a message may wait, where its sender does not say.
    package static let defaultLifetime: Duration = .seconds(24 * 3600)

    /// Where it is to go.
    enum Destination: Sendable {
        case chat(Recipient, session: String, sessionID: Int64, userID: Int64)
        /// Where the message is that it is about. `field`: what the request calls it.
        case message(Int64, field: String)
    }

    let destination: Destination
    let kind: MessageRecord.Kind
    /// What bridges call it.
    let word: String
    /// As plain text.
    let content: String
    /// What that does not say, as it is stored.
    let body: [UInt8]
    let queue: Queue
    let scheduledAt: Instant?
    let expiresAt: Instant?
    /// 0 = none.
    let replyToID: Int64
    /// Whether a text mentions somebody.
    let namesPeople: Bool
    /// The file that it is sent with; 0 = none.
    let mediaID: Int64
    /// Takes the place of `content` and `body`, once it is known whose template it is.
    let filling: TemplateFilling?

    /// - Parameters:
    ///   - found: what is wrong with what it says.
    ///   - filling: a template that says the rest.
    /// - Throws: VALIDATION_ERROR naming every field that is wrong.
    init(
        _ request: some ChatRequest, _ said: Message.OneOfKind, _ found: FieldChecks, filling: TemplateFilling? = nil
    ) throws {
        var checks = found
        var recipient: Recipient?
        do throws(RecipientError) {
            recipient = try Recipient(parsing: request.recipient)
        } catch {
            checks.require(false, "recipient", error.description)
        }
        checks.require(request.replyToId >= 0, "reply_to_id", "must be a message's id")
        let kind = said.stored
        if let recipient, recipient.isChannel {
            Self.checkChannel(kind, said, repliesTo: request.replyToId, &checks)
        }
        let times = Self.times(request, &checks)
        try checks.finish()
        guard let recipient else { throw RPCError.validation("recipient", "is required") }
        destination = .chat(
            recipient, session: request.session, sessionID: request.sessionId, userID: request.userId)
        self.kind = kind
        word = said.word
        content = said.plainText
        body = MessageBody.bytes(said)
        queue = request.queue
        scheduledAt = times.scheduled
        expiresAt = times.expires
        replyToID = request.replyToId
        namesPeople = said.namesPeople
        mediaID = said.mediaID
        self.filling = filling
    }

    /// What is about a message that is there already.
    init(
        _ request: some TargetRequest, about id: Int64, field: String, _ said: Message.OneOfKind,
        _ found: FieldChecks
    ) throws {
        var checks = found
        checks.require(id > 0, field, id == 0 ? "is required" : "must be a message's id")
        let times = Self.times(request, &checks)
        try checks.finish()
        destination = .message(id, field: field)
        kind = said.stored
        word = said.word
        content = said.plainText
        body = MessageBody.bytes(said)
        queue = request.queue
        scheduledAt = times.scheduled
        expiresAt = times.expires
        replyToID = 0
        namesPeople = said.namesPeople
        mediaID = 0
        filling = nil
    }

    private static func times(
        _ request: some SendRequest, _ checks: inout FieldChecks
    ) -> (scheduled: Instant?, expires: Instant?) {
        if case .unrecognized = request.queue { checks.require(false, "queue", "is not known") }
        let scheduled = request.scheduledAt.map { Instant($0) }
        if case .some(.none) = scheduled { checks.require(false, "scheduled_at", noTime) }
        let expires = request.expiresAt.map { Instant($0) }
        if case .some(.none) = expires { checks.require(false, "expires_at", noTime) }
        return (scheduled ?? nil, expires ?? nil)
    }

    private static let noTime = "is no time between the years 1 and 9999"

    /// Channels are read and not talked in: WhatsApp takes texts, media and polls there, and of these no replies and no
    /// mentions.
    private static func checkChannel(
        _ kind: MessageRecord.Kind, _ said: Message.OneOfKind, repliesTo: Int64, _ checks: inout FieldChecks
    ) {
        if kind == .location || kind == .contact {
            checks.require(false, "recipient", "is a channel, which takes no such message")
        }
        checks.require(repliesTo == 0, "reply_to_id", "cannot be given to a channel")
        checks.require(!said.namesPeople, "mentions", "cannot be given to a channel")
    }

    /// When it is to go out and when it is given up.
    package struct Times: Sendable, Hashable {
        /// nil: now.
        package let scheduledAt: Instant?
        package let expiresAt: Instant
    }

    /// - Parameter end: after which WhatsApp takes it no more.
    /// - Throws: VALIDATION_ERROR for a message that would expire before it could go out.
    func times(at now: Instant, noLaterThan end: Instant? = nil) throws -> Times {
        let later = scheduledAt.flatMap { $0 > now ? $0 : nil }
        let earliest = later ?? now
        if let end, end <= earliest { throw RPCError.validation("scheduled_at", "is later than WhatsApp allows") }
        let wanted = expiresAt ?? earliest + Self.defaultLifetime
        guard wanted > earliest else {
            throw RPCError.validation(
                "expires_at", later == nil ? "is in the past" : "is not after scheduled_at")
        }
        return Times(scheduledAt: later, expiresAt: end.map { min($0, wanted) } ?? wanted)
    }
}

extension Message.OneOfKind {
    fileprivate var namesPeople: Bool {
        switch self {
        case .text(let text): !text.mentions.isEmpty
        case .edit(let edit): !edit.mentions.isEmpty
        case .media(let media): !media.mentions.isEmpty
        default: false
        }
    }
}
