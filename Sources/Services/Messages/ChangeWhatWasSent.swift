// MessagesService.SendReaction, EditMessage, DeleteMessage: messages that do something to one that is there already. What
// they do is shown on that one when they have gone out (MessageMarks).

package import Contract
package import RPC

extension MessagesService {
    package func sendReaction(_ request: SendReactionRequest, context: CallContext) async throws -> Message {
        var checks = FieldChecks()
        let reaction = KindChecks.reaction(request, &checks)
        let draft = try MessageDraft(request, about: request.messageId, field: "message_id", reaction, checks)
        return try await accept(draft, request, context)
    }

    package func editMessage(_ request: EditMessageRequest, context: CallContext) async throws -> Message {
        var checks = FieldChecks()
        let text = KindChecks.text(request.message, mentions: request.mentions, request.linkPreview, &checks)
        var edit = EditContent()
        edit.messageId = request.id
        edit.body = text.body
        edit.mentions = text.mentions
        edit.linkPreview = text.linkPreview
        let draft = try MessageDraft(request, about: request.id, field: "id", .edit(edit), checks)
        return try await accept(draft, request, context)
    }

    package func deleteMessage(_ request: DeleteMessageRequest, context: CallContext) async throws -> Message {
        var deletion = DeleteContent()
        deletion.messageId = request.id
        let draft = try MessageDraft(request, about: request.id, field: "id", .delete(deletion), FieldChecks())
        return try await accept(draft, request, context)
    }
}
