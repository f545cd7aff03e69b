// What a message that is about another does to it: a reaction, an edit, a deletion shows on the message that it is about when
// it has gone out, or came in. The newest counts, in whatever order the network tells of them: of what goes out by when it
// was accepted, of what came in by when it was sent.

internal import Codec
internal import Contract
internal import Store

enum MessageMarks {
    /// Shows on its target what a message does.
    /// - Parameters:
    ///   - moment: when.
    ///   - bridge: for the target's timeline.
    static func apply(_ mark: MessageRecord, at moment: Instant, bridge: String, now: Instant, in db: Database) throws {
        let id = MessageBody.target(of: mark)
        guard id != 0, let target = try db.messages.get(id), target.sessionID == mark.sessionID,
            !target.kind.isAboutAnother, mayChange(mark, target)
        else { return }
        var shown = MessageBody.read(target)
        var content = target.content
        var entry = TimelineEntry()
        switch MessageBody.read(mark).kind {
        case .reaction(let reaction):
            guard react(reaction.emoji, mark, at: moment, &shown) else { return }
            entry.cause = "reacted"
            entry.detail = reaction.emoji
        case .edit(let edit):
            guard shown.deletedAt == nil, isNewer(moment, than: shown.editedAt) else { return }
            shown.replaceText(edit)
            shown.editedAt = moment.timestamp
            content = edit.body
            entry.cause = "edited"
        case .delete:
            guard shown.deletedAt == nil else { return }
            shown.deletedAt = moment.timestamp
            entry.cause = "deleted"
        default: return
        }
        try db.messages.revise(id, content: content, body: MessageBody.bytes(shown), at: now)
        entry.at = now.timestamp
        entry.from = MessageStatus(rawValue: target.status.rawValue)
        entry.to = entry.from
        entry.bridge = bridge
        try EventLog.append(
            db, type: "message.\(entry.cause)", userID: target.userID, sessionID: target.sessionID, messageID: id,
            body: entry, at: now)
    }

    /// Everybody in a chat reacts to everything there; what somebody said is changed by them alone, and deleted by those who
    /// run a group as well, which is WhatsApp's to see to. Ids are their senders' choice: here it is seen to that nobody's
    /// word changes what went out from here, or what was said in another chat.
    private static func mayChange(_ mark: MessageRecord, _ target: MessageRecord) -> Bool {
        guard mark.direction == .inbound else { return mark.kind == .reaction || target.direction == .outbound }
        guard isSameChat(mark, target) else { return false }
        switch mark.kind {
        case .reaction: return true
        case .edit: return target.direction == .inbound && isSame(mark, target)
        default: return target.direction == .inbound && (Contact.isMany(mark.chat) || isSame(mark, target))
        }
    }

    /// Of two people WhatsApp may write a number otherwise than whoever sent there: the id of what went to one person is known
    /// to nobody else. Of what came from one person it is looked at who wrote.
    private static func isSameChat(_ mark: MessageRecord, _ target: MessageRecord) -> Bool {
        let (one, other) = (Contact.isMany(mark.chat), Contact.isMany(target.chat))
        guard !one, !other else { return mark.chat == target.chat }
        return target.direction == .outbound || isSame(mark, target)
    }

    /// One may be known by number alone now and by id alone then: then they cannot be told apart, which is believed of
    /// somebody who writes to the account alone, and of nobody among many.
    private static func isSame(_ one: MessageRecord, _ other: MessageRecord) -> Bool {
        if !names(one).isDisjoint(with: names(other)) { return true }
        guard !Contact.isMany(one.chat), names(one).count == 1, names(other).count == 1 else { return false }
        return one.sender.hasPrefix("+") != other.sender.hasPrefix("+")
    }

    /// By which the sender of what came in is known.
    private static func names(_ message: MessageRecord) -> Set<String> {
        Set([message.sender, message.senderLID]).subtracting([""])
    }

    /// One reaction each. What was taken back stays, empty, until it is pushed out: an older one that comes late is none.
    /// - Returns: whether that was news.
    private static func react(
        _ emoji: String, _ mark: MessageRecord, at moment: Instant, _ shown: inout Message
    ) -> Bool {
        let sender = mark.direction == .outbound ? "" : mark.sender
        if let index = shown.reactions.firstIndex(where: { isOf(mark, $0.sender) }) {
            guard isNewer(moment, than: shown.reactions[index].at), shown.reactions[index].emoji != emoji else {
                return false
            }
            shown.reactions.remove(at: index)
        } else if emoji.isEmpty {
            return false
        }
        var reaction = Reaction()
        reaction.sender = sender
        reaction.emoji = emoji
        reaction.at = moment.timestamp
        shown.reactions.append(reaction)
        let excess = shown.reactions.count - MessageBody.mostReactions
        if excess > 0 { shown.reactions.removeFirst(excess) }
        return true
    }

    /// Whether it was who sends a mark that reacted. In a chat of two there is one who did not do so from here, by whatever
    /// name; among many somebody is known by either of theirs.
    private static func isOf(_ mark: MessageRecord, _ sender: String) -> Bool {
        guard mark.direction == .inbound else { return sender.isEmpty }
        return Contact.isMany(mark.chat) ? names(mark).contains(sender) : !sender.isEmpty
    }

    private static func isNewer(_ moment: Instant, than known: Timestamp?) -> Bool {
        guard let known = known.flatMap({ Instant($0) }) else { return true }
        return moment >= known
    }
}

extension Message {
    /// A text, or the caption of a file, reads so from now on.
    fileprivate mutating func replaceText(_ edit: EditContent) {
        switch kind {
        case .text(var text):
            text.mentions = edit.mentions
            text.linkPreview = edit.linkPreview
            kind = .text(text)
        case .media(var media):
            media.caption = edit.body
            media.mentions = edit.mentions
            kind = .media(media)
        default: break
        }
    }
}
