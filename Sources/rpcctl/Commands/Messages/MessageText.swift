// How a message is shown: as a row, as details with its timeline, as a line of a watch.
internal import Codec
internal import Contract

enum MessageText {
    private static let words = EnumWords("status", of: Message.schema)
    private static let mediaKinds = EnumWords("kind", of: MediaContent.schema)
    private static let directions = EnumWords("direction", of: Message.schema)

    static func status(_ status: MessageStatus) -> String { words.word(status) }

    /// Somebody's words without the full stop at their end, to stand within a sentence.
    static func unended(_ words: String) -> String { words.hasSuffix(".") ? String(words.dropLast()) : words }

    static func statusNumber(_ typed: String) throws(Failure) -> MessageStatus {
        guard let number = words.number(typed) else {
            throw .usage(
                "--status \(typed): there is no such state", hint: "one of \(words.all.joined(separator: ", "))")
        }
        return MessageStatus(rawValue: number)
    }

    static func directionNumber(_ typed: String) throws(Failure) -> MessageDirection {
        guard let number = directions.number(typed) else {
            throw .usage("--direction \(typed)", hint: "one of \(directions.all.joined(separator: ", "))")
        }
        return MessageDirection(rawValue: number)
    }

    static func table(_ messages: [Message]) -> Table {
        var table = Table([
            .init("ID", .right), .init("ACCEPTED"), .init("STATUS"), .init("KIND"), .init("TO/FROM"),
            .init("SESSION", .right),
            .init("TRIES", .right), .init("WHY"), .init("CONTENT", givesWay: true),
        ])
        for message in messages {
            let status = status(message.status)
            let why = message.errorCode.isEmpty ? message.holdReason : message.errorCode
            let other = message.direction == .inbound ? "from " + message.sender : message.recipient
            let content = message.content.replacing("\n", with: " ")
            table.add([
                .init(message.id), .init(TimeText.seconds(message.createdAt)), .init(status, StatusPaint.of(status)),
                .init(kind(message)), .init(other), .init(message.sessionId), .init(message.attempts), .init(why),
                .init(message.deletedAt == nil ? content : "(deleted) " + content),
            ])
        }
        return table
    }

    private static func file(_ media: MediaContent) -> String {
        let size = media.size > 0 ? StatusCommand.bytes(media.size) : ""
        let id = media.mediaId == 0 ? "" : "media \(media.mediaId)"
        return [media.fileName, media.mimeType, size, id].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    static func details(_ message: Message) -> Details {
        var details = Details()
        let status = status(message.status)
        details.add("id", message.id)
        details.add("to", message.recipient)
        details.add("from", message.sender)
        if message.senderLid != message.sender { details.add("known as", message.senderLid) }
        details.add("in", message.chat)
        let kind = kind(message)
        if kind != "text" { details.add("kind", kind) }
        if let id = target(message) { details.add("about", id) }
        if case .media(let media) = message.kind { details.add("file", file(media)) }
        details.add("content", message.content)
        details.add("reactions", reactions(message))
        details.add("edited", TimeText.milliseconds(message.editedAt))
        details.add("deleted", TimeText.milliseconds(message.deletedAt))
        details.add("status", status, StatusPaint.of(status))
        details.add("held", message.holdReason, .yellow)
        details.add("next try", TimeText.milliseconds(message.nextTryAt))
        details.add("error", message.errorCode, .red)
        details.add("says", message.errorMessage)
        if message.attempts > 0 { details.add("attempts", message.attempts) }
        details.add("session", message.sessionId)
        if message.replyToId != 0 { details.add("reply to", message.replyToId) }
        details.add("our id", message.clientMessageId)
        details.add("their id", message.providerMessageId)
        details.add("accepted", TimeText.milliseconds(message.createdAt))
        details.add("scheduled", TimeText.milliseconds(message.scheduledAt))
        details.add("dispatched", TimeText.milliseconds(message.dispatchedAt))
        details.add("submitted", TimeText.milliseconds(message.submittedAt))
        details.add("sent", TimeText.milliseconds(message.sentAt))
        details.add("delivered", TimeText.milliseconds(message.deliveredAt))
        details.add("read", TimeText.milliseconds(message.readAt))
        details.add("played", TimeText.milliseconds(message.playedAt))
        details.add("failed", TimeText.milliseconds(message.failedAt))
        details.add("expires", TimeText.seconds(message.expiresAt))
        return details
    }

    /// What it is, in a word: of media its sort, of what is not known the engine's word.
    static func kind(_ message: Message) -> String {
        switch message.kind {
        case .text, nil: "text"
        case .media(let media): mediaKinds.word(media.kind)
        case .location: "location"
        case .contact(let contact): contact.cards.count == 1 ? "contact" : "\(contact.cards.count) contacts"
        case .poll: "poll"
        case .reaction(let reaction): reaction.emoji.isEmpty ? "reaction taken back" : "reaction"
        case .edit: "edit"
        case .delete: "deletion"
        case .unknown(let unknown): unknown.kind.isEmpty ? "unknown" : unknown.kind
        }
    }

    /// The message that it is about.
    private static func target(_ message: Message) -> Int64? {
        let id: Int64 =
            switch message.kind {
            case .reaction(let reaction): reaction.messageId
            case .edit(let edit): edit.messageId
            case .delete(let deletion): deletion.messageId
            default: 0
            }
        return id == 0 ? nil : id
    }

    /// Such as `👍 from +4915112345678, ❤️ from here`.
    private static func reactions(_ message: Message) -> String {
        message.reactions.map { "\($0.emoji) from \($0.sender.isEmpty ? "here" : $0.sender)" }.joined(separator: ", ")
    }

    static func timeline(_ entries: [TimelineEntry]) -> Table {
        var table = Table([
            .init("AT"), .init("STATUS"), .init("CAUSE"), .init("TRY", .right), .init("BRIDGE"), .init("REASON"),
            .init("DETAIL", givesWay: true),
        ])
        for entry in entries {
            let status = status(entry.to)
            let detail = [entry.engineCode, entry.detail].filter { !$0.isEmpty }.joined(separator: ": ")
            table.add([
                .init(TimeText.milliseconds(entry.at)), .init(status, StatusPaint.of(status)), .init(entry.cause),
                .init(entry.attempt == 0 ? "" : String(entry.attempt)), .init(entry.bridge), .init(entry.reason),
                .init(detail),
            ])
        }
        return table
    }

    /// Such as `2026-11-22 19:45:03.120Z  42  +4917…  pending → dispatched  handed_to_bridge, try 1`.
    static func line(_ message: Message, _ entry: TimelineEntry, style: Style) -> String {
        let to = status(entry.to)
        let from = status(entry.from)
        var line = TimeText.milliseconds(entry.at) + "  \(message.id)  "
        line += DisplayText.visible(message.direction == .inbound ? message.sender : message.recipient) + "  "
        line += (from.isEmpty || from == to ? "" : from + " → ") + style(StatusPaint.of(to), to)
        var notes = [entry.cause, entry.reason, entry.engineCode, entry.detail].filter { !$0.isEmpty }
        if entry.attempt > 1 { notes.append("try \(entry.attempt)") }
        return line + (notes.isEmpty ? "" : "  " + DisplayText.visible(notes.joined(separator: ", ")))
    }
}
