// A send by template: which one, and what to put into it. Filled in where the message is made, in the write job, so that a
// repeat is answered as before whatever became of the template, and no message is half of one version.

internal import Codec
internal import Contract
internal import RPC
internal import Store

struct TemplateFilling: Sendable {
    let templateID: Int64
    let values: [String: String]
    let mentions: [String]
    let linkPreview: LinkPreview

    /// The text to send.
    /// - Parameter owner: whose session it goes through: nobody else's template is used in their name.
    /// - Throws: VALIDATION_ERROR naming every variable that is missing or unknown.
    func text(ofOwner owner: Int64, in db: Database) throws -> TextContent {
        guard let record = try db.templates.get(templateID), record.userID == owner else {
            throw RPCError.validation("template_id", "is no template of the session's owner")
        }
        let template: TemplateText
        do throws(TemplateFault) {
            template = try TemplateText(record.text)
        } catch {
            // Only such are stored: of a version that knew more.
            throw RPCError.validation(
                "template_id", "names a template that cannot be read: its text \(error.description)")
        }
        var checks = FieldChecks()
        for name in template.variables where values[name] == nil {
            checks.require(false, "variables.\(name)", "is missing")
        }
        for name in Set(values.keys).subtracting(template.variables).sorted() {
            checks.require(false, "variables.\(name.cut(64))", "is no variable of the template")
        }
        try checks.finish()
        let length = template.length(values)
        checks.require(length > 0, "variables", "leave nothing to send")
        checks.require(
            length <= KindChecks.longestText, "variables",
            "make the text longer than \(KindChecks.longestText) bytes: \(length)")
        try checks.finish()
        let text = KindChecks.text(template.filled(values), mentions: mentions, linkPreview, &checks)
        try checks.finish()
        return text
    }
}
