// What is found out about a message before any of it is written: whose it is, to whom it goes, whether its session takes it,
// until when. Reads only.

internal import Contract
internal import RPC
internal import Store

struct MessagePlan {
    let session: SessionStanding
    let recipient: String
    let times: MessageDraft.Times
    /// "" where nothing holds it.
    let holdReason: String
    /// What it says: the draft's, or what its template makes of it.
    let content: String
    let body: [UInt8]

    /// - Throws: why it cannot be accepted.
    init(_ draft: MessageDraft, _ principal: Principal, at now: Instant, in db: Database) throws {
        var end: Instant?
        switch draft.destination {
        case .chat(let recipient, let name, let sessionID, let userID):
            session = try SessionResolver.existing(
                session: name, sessionID: sessionID, userID: userID, principal: principal, as: SessionStanding.self,
                in: db)
            self.recipient = recipient.text
        case .message(let id, let field):
            let target = try MessagesService.visible(id, in: db, to: principal)
            guard target.sessionID != 0, let session = try db.sessions.get(target.sessionID, as: SessionStanding.self)
            else { throw RPCError.validation(field, "is a message of a session that is gone") }
            try Self.requireAccount(of: target, field, in: db)
            end = try TargetRules.check(draft.kind, target, field: field, at: now)
            if draft.namesPeople, (try? Recipient(parsing: target.chat))?.isChannel ?? false {
                throw RPCError.validation("mentions", "cannot be given to a channel")
            }
            self.session = session
            recipient = target.chat
        }
        // Every engine sends texts; of the rest its bridge says which it can.
        if draft.kind != .text { try Self.require(draft.word, of: session, in: db) }
        let hold = try Acceptance.hold(for: session, queue: draft.queue)
        times = try draft.times(at: now, noLaterThan: end)
        if draft.replyToID != 0 {
            guard let quoted = try db.messages.get(draft.replyToID), quoted.sessionID == session.id else {
                throw RPCError.validation("reply_to_id", "is no message of this session")
            }
            guard !quoted.kind.isAboutAnother else {
                throw RPCError.validation("reply_to_id", "is no message that can be quoted")
            }
            try Self.requireAccount(of: quoted, "reply_to_id", in: db)
            guard quoted.isInChat(recipient) else {
                throw RPCError.validation("reply_to_id", "is a message of another chat")
            }
            guard !MessageBody.isDeleted(quoted) else {
                throw RPCError.validation("reply_to_id", "was deleted for everyone")
            }
        }
        if draft.mediaID != 0 {
            // The owner's, not only the caller's: an admin sends nobody else's files in a user's name.
            guard let media = try db.media.get(draft.mediaID), media.userID == session.userID else {
                throw RPCError.validation("media_id", "is no file of the session's owner")
            }
        }
        if let filling = draft.filling {
            let text = try filling.text(ofOwner: session.userID, in: db)
            (content, body) = (text.body, MessageBody.bytes(.text(text)))
        } else {
            (content, body) = (draft.content, draft.body)
        }
        // A scheduled message waits for its time and for nothing else.
        holdReason = times.scheduledAt == nil ? hold?.rawValue ?? "" : ""
    }

    /// - Throws: VALIDATION_ERROR where a message is known to another account than its session is linked to now.
    private static func requireAccount(of message: MessageRecord, _ field: String, in db: Database) throws {
        guard let session = try db.sessions.get(message.sessionID), message.isOfFormerAccount(of: session) else {
            return
        }
        throw RPCError.validation(field, "is a message of the account that the session was linked to before")
    }

    /// - Throws: ENGINE_UNSUPPORTED where the bridge that carries the session, or did last, cannot send such a message.
    private static func require(_ word: String, of session: SessionStanding, in db: Database) throws {
        guard let kinds = try db.bridges.kinds(ofSession: session.id), !kinds.contains(word) else { return }
        throw RPCError.make(
            .engineUnsupported, "The engine of the session \(session.name) cannot send this: \(word).",
            metadata: ["kind": word])
    }
}

/// What may be done to a message that is there, and until when. Pure.
enum TargetRules {
    /// WhatsApp's own limits, from when the message was sent.
    static let editTime: Duration = .seconds(15 * 60)
    static let deletionTime: Duration = .seconds(60 * 3600)

    /// - Returns: after which WhatsApp takes it no more; nil: it always does.
    /// - Throws: VALIDATION_ERROR naming `field`.
    static func check(
        _ kind: MessageRecord.Kind, _ target: MessageRecord, field: String, at now: Instant
    ) throws -> Instant? {
        guard !target.kind.isAboutAnother else { throw RPCError.validation(field, "is no message of its own") }
        // A deletion may be wanted again: that one went out does not say that everybody heeded it.
        guard kind == .delete || !MessageBody.isDeleted(target) else {
            throw RPCError.validation(field, "was deleted for everyone")
        }
        switch kind {
        case .reaction:
            guard !target.providerMessageID.isEmpty else {
                throw RPCError.validation(field, "is not known to WhatsApp: it has not gone out")
            }
            return nil
        case .edit:
            guard target.direction == .outbound, target.kind == .text else {
                throw RPCError.validation(field, "is no text that was sent from here")
            }
            return try end(of: target, after: editTime, "15 minutes", field: field, at: now)
        default:
            guard target.direction == .outbound else {
                throw RPCError.validation(field, "is no message that was sent from here")
            }
            return try end(of: target, after: deletionTime, "60 hours", field: field, at: now)
        }
    }

    /// After which WhatsApp takes no such change of a message that has gone out; nil: it always does, or it has not.
    static func end(_ kind: MessageRecord.Kind, of target: MessageRecord) -> Instant? {
        guard let sent = sent(target) else { return nil }
        return switch kind {
        case .edit: sent + editTime
        case .delete: sent + deletionTime
        default: nil
        }
    }

    private static func sent(_ target: MessageRecord) -> Instant? {
        target.sentAt ?? target.deliveredAt ?? target.submittedAt ?? target.dispatchedAt
    }

    private static func end(
        of target: MessageRecord, after time: Duration, _ words: String, field: String, at now: Instant
    ) throws -> Instant {
        guard MessageLifecycle.rank(MessageStatus(rawValue: target.status.rawValue)) != nil,
            !target.providerMessageID.isEmpty,
            let sent = sent(target)
        else {
            throw RPCError.make(
                .validationError, "\(field) has not gone out.",
                violations: [.init(field: field, description: "has not gone out")],
                hint: "CancelMessage takes back what no bridge has yet.")
        }
        guard now < sent + time else {
            throw RPCError.validation(field, "was sent more than \(words) ago: WhatsApp takes no such change any more")
        }
        return sent + time
    }
}

extension MessageRecord {
    /// Where it went or came from: a person, a group, a channel.
    var chat: String { recipient.isEmpty ? sender : recipient }

    /// Whether its session was linked to another account when it went out or came in.
    func isOfFormerAccount(of session: SessionRecord) -> Bool {
        guard let since = session.accountSince, createdAt <= since else { return false }
        // Somebody wanted it sent through the new one all the same.
        return direction == .inbound || epoch <= session.linkEpoch
    }

    /// Whether it went to, or came from, whoever is called so. Who is known by number alone there and by id alone here may be.
    func isInChat(_ recipient: String) -> Bool {
        let key = Contact.key(recipient)
        let names = [Contact.key(chat), direction == .inbound && self.recipient.isEmpty ? senderLID : ""]
            .filter { !$0.isEmpty }
        if names.contains(key) { return true }
        guard !Contact.isMany(key), names.allSatisfy({ !Contact.isMany($0) }) else { return false }
        return names.allSatisfy { $0.hasPrefix("+") != key.hasPrefix("+") }
    }
}
