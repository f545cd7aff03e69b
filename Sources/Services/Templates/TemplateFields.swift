// What may stand in the fields of a template, for making and changing one alike, and what its methods share.

internal import Contract
internal import RPC
internal import Store

extension FieldChecks {
    mutating func templateName(_ name: String) {
        require(SessionResolver.isName(name), "name", "must be a letter, then up to 63 letters, digits, - or _")
    }

    mutating func templateDescription(_ text: String) {
        let letters = text.unicodeScalars
        require(
            letters.count <= 200 && !letters.contains { $0.properties.generalCategory == .control }, "description",
            "must be at most 200 characters")
    }

    mutating func templateText(_ text: String) {
        let length = text.utf8.count
        guard (1...KindChecks.longestText).contains(length) else {
            return require(
                false, "text", length == 0 ? "is required" : "is longer than \(KindChecks.longestText) bytes: \(length)"
            )
        }
        do throws(TemplateFault) { _ = try TemplateText(text) } catch { require(false, "text", error.description) }
    }
}

extension MessagesService {
    /// That one user may have.
    static let mostTemplates: Int64 = 200

    /// - Throws: NOT_FOUND, the same for what is not there and for what is another's.
    static func template(_ id: Int64, for principal: Principal, in db: Database) throws -> TemplateRecord {
        guard let found = try db.templates.get(id) else { throw Tenancy.notFound }
        try Tenancy.visible(ownerID: found.userID, to: principal)
        return found
    }

    static func checkETag(_ condition: ETagCondition, _ template: TemplateRecord) throws {
        guard condition.holds(template.etag) else {
            throw RPCError.make(
                .etagMismatch, "The template was changed by somebody else meanwhile.",
                hint: "Get the template again, and decide by what it is now.")
        }
    }

    /// - Throws: ALREADY_EXISTS where the user has another template of that name.
    static func checkName(_ name: String, ofOwner owner: Int64, in db: Database) throws {
        guard let other = try db.templates.id(userID: owner, name: name) else { return }
        throw RPCError.make(
            .alreadyExists, "There is a template named \(name) already.",
            violations: [.init(field: "name", description: "is taken")], metadata: ["id": String(other)])
    }
}
