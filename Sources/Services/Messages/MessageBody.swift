// What a message's row holds beside its columns: its content, and what became of it when somebody edited it, deleted it or
// reacted to it. Kept as the contract's Message with those fields and no others, so that whoever knows the contract can
// read it; a text and no more has none. The text itself stands in the column `content` alone.

internal import Codec
internal import Contract
package import Store

package enum MessageBody {
    /// Reactions beyond it: the oldest are forgotten.
    static let mostReactions = 500

    /// What is stored of a new message.
    static func bytes(_ kind: Message.OneOfKind) -> [UInt8] {
        if case .text(let text) = kind, text.mentions.isEmpty, text.linkPreview == .unspecified { return [] }
        return bytes(.with { $0.kind = kind })
    }

    /// What is stored of a message that was marked.
    static func bytes(_ marked: Message) -> [UInt8] {
        var stored = Message()
        stored.kind = marked.kind
        switch marked.kind {
        case .text(var text):
            text.body = ""
            stored.kind = .text(text)
        case .edit(var edit):
            edit.body = ""
            stored.kind = .edit(edit)
        default: break
        }
        stored.editedAt = marked.editedAt
        stored.deletedAt = marked.deletedAt
        stored.reactions = marked.reactions
        return stored.encoded()
    }

    /// The content of a stored message, and what became of it. What was taken back is still among its reactions.
    static func read(_ record: MessageRecord) -> Message {
        var message = Message()
        if !record.body.isEmpty { message = (try? Message(decoding: record.body, limits: .response)) ?? Message() }
        switch message.kind {
        case .text(var text):
            text.body = record.content
            message.kind = .text(text)
        case .edit(var edit):
            edit.body = record.content
            message.kind = .edit(edit)
        case nil where record.kind == .text: message.kind = .text(.with { $0.body = record.content })
        // Bytes of a version that this one does not know.
        case nil: message.kind = .unknown(.with { $0.text = record.content })
        default: break
        }
        return message
    }

    /// Whether it was deleted for everyone. Free for a text that nothing was ever done to.
    static func isDeleted(_ record: MessageRecord) -> Bool {
        !record.body.isEmpty && read(record).deletedAt != nil
    }

    /// The message that it is about, and 0 where it is about none.
    package static func target(of record: MessageRecord) -> Int64 {
        guard record.kind.isAboutAnother else { return 0 }
        switch read(record).kind {
        case .reaction(let reaction): return reaction.messageId
        case .edit(let edit): return edit.messageId
        case .delete(let deletion): return deletion.messageId
        default: return 0
        }
    }
}
