// MessagesService.SendText: a text as it was given, or one that a template makes.

internal import Codec
package import Contract
package import RPC

extension MessagesService {
    package func sendText(_ request: SendTextRequest, context: CallContext) async throws -> Message {
        try await accept(Self.draft(request), request, context)
    }

    /// - Throws: VALIDATION_ERROR naming every field that is wrong.
    static func draft(_ request: SendTextRequest) throws -> MessageDraft {
        var checks = FieldChecks()
        guard request.templateId != 0 else {
            checks.require(request.variables.isEmpty, "variables", "are a template's: template_id is missing")
            let text = KindChecks.text(
                request.message, mentions: request.mentions, request.linkPreview, &checks)
            return try MessageDraft(request, .text(text), checks)
        }
        checks.require(request.templateId > 0, "template_id", "must be a template's id")
        checks.require(request.message.isEmpty, "message", "cannot be given together with template_id")
        checks.require(
            request.variables.count <= TemplateText.mostVariables, "variables",
            "must be at most \(TemplateText.mostVariables)")
        checks.require(
            request.mentions.count <= KindChecks.mostMentions, "mentions", "must be at most \(KindChecks.mostMentions)")
        if case .unrecognized = request.linkPreview { checks.require(false, "link_preview", "is not known") }
        let filling = TemplateFilling(
            templateID: request.templateId, values: request.variables, mentions: request.mentions,
            linkPreview: request.linkPreview)
        let said = TextContent.with { $0.mentions = request.mentions }
        return try MessageDraft(request, .text(said), checks, filling: filling)
    }
}
