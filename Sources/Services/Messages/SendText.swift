// MessagesService.SendText.

package import Contract
package import RPC

extension MessagesService {
    package func sendText(_ request: SendTextRequest, context: CallContext) async throws -> Message {
        var checks = FieldChecks()
        let text = KindChecks.text(request.message, mentions: request.mentions, request.linkPreview, &checks)
        return try await accept(MessageDraft(request, .text(text), checks), request, context)
    }
}
