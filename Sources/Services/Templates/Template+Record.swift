// A template as stored → as the contract has it, and as the audit log names it.

internal import Codec
internal import Contract
internal import RPC
internal import Store

extension Template {
    init(_ record: TemplateRecord) {
        self.init()
        id = record.id
        userId = record.userID
        name = record.name
        description = record.description
        text = record.text
        variables = (try? TemplateText(record.text))?.variables ?? []
        createdAt = record.createdAt.timestamp
        updatedAt = record.updatedAt.timestamp
        etag = record.etag
    }

    /// As the audit log shows it: what is said to people is not told there.
    init(audited record: TemplateRecord) {
        self.init(record)
        (text, variables) = ("", [])
    }
}

extension TemplateRecord {
    /// Another one after each change; ids are not used again, so it says all.
    var etag: String { String(version) }
}

extension Audit.Target {
    static func template(_ template: TemplateRecord) -> Audit.Target {
        Audit.Target("template", id: template.id, name: template.name, ownerID: template.userID)
    }
}
