// What of a message its bridge is given: its kind, and the message that it is about. What the bridge did not name in its
// Hello it is not given.

internal import Codec
internal import Contract
internal import Store

extension Dispatch {
    /// Why a message can go out through this bridge neither now nor later; nil: nothing stands against it.
    func unsendable(_ message: MessageRecord, of session: SessionRecord, in db: Database) throws -> SendFailure? {
        let word = message.kindWord
        // Of texts nobody asks, as at acceptance: every engine sends them, whatever its bridge calls them.
        guard message.kind == .text || reporter.kinds.contains(word) else {
            return SendFailure(
                reason: .engineUnsupported, text: "The bridge \(reporter.name) cannot send this: \(word).",
                notBegun: true)
        }
        // A repeat after the deletion would bring it back to whoever had not got it.
        if MessageBody.isDeleted(message) {
            return SendFailure(reason: .conflict, text: "It was deleted for everyone.", notBegun: true)
        }
        if message.kind == .media, try db.media.usedFile(byMessage: message.id) == nil {
            return SendFailure(
                reason: .mediaExpired, text: "The file that it is sent with is gone.", notBegun: true)
        }
        guard message.kind.isAboutAnother else { return nil }
        guard let target = try target(of: message, of: session, in: db) else {
            return SendFailure(reason: .notFound, text: "The message that it is about is gone.", notBegun: true)
        }
        if message.kind != .delete, MessageBody.isDeleted(target) {
            return SendFailure(
                reason: .conflict, text: "The message that it is about was deleted for everyone.", notBegun: true)
        }
        // However it came to wait for so long: engines report as done what nobody's phone heeds any more.
        if let end = TargetRules.end(message.kind, of: target), end <= now {
            return SendFailure(reason: .conflict, text: "WhatsApp takes no such change any more.", notBegun: true)
        }
        return nil
    }

    /// With the message that it is about.
    func aboutTarget(_ send: Send, _ message: MessageRecord, of session: SessionRecord, in db: Database) throws -> Send
    {
        var send = send
        send.target = try target(of: message, of: session, in: db).map { MessageRef($0) }
        return send
    }

    /// The message that one is about, where WhatsApp can be told which.
    private func target(of message: MessageRecord, of session: SessionRecord, in db: Database) throws -> MessageRecord?
    {
        let id = MessageBody.target(of: message)
        guard id != 0, let target = try db.messages.get(id), target.sessionID == message.sessionID,
            !target.providerMessageID.isEmpty, !target.isOfFormerAccount(of: session)
        else { return nil }
        return target
    }
}

extension Send.OneOfKind {
    /// nil for what is not sent.
    init?(_ message: MessageRecord) {
        if message.kind == .text, message.body.isEmpty {
            self = .text(.with { $0.body = message.content })
            return
        }
        switch MessageBody.read(message).kind {
        case .text(let text): self = .text(text)
        case .media(let media): self = .media(media)
        case .location(let location): self = .location(location)
        case .contact(let contact): self = .contact(contact)
        case .poll(let poll): self = .poll(poll)
        case .reaction(let reaction): self = .reaction(reaction)
        case .edit(let edit): self = .edit(edit)
        case .delete(let deletion): self = .delete(deletion)
        case .unknown, nil: return nil
        }
    }
}
