// A field of a message, or of a message inside of it, found by a name with dots such as `settings.pacing`. Found once and
// kept by whoever needs it often: finding costs a search through the fields by name.

/// The way from a message to one of its fields.
public struct FieldPath: Sendable, Hashable {
    /// At least one; each but the last holds the message that the next is a field of.
    public let fields: [FieldSchema]
    /// The field that the path leads to.
    public let field: FieldSchema
    /// As the .proto spells it, with dots.
    public let name: String

    public init(_ field: FieldSchema) {
        fields = [field]
        self.field = field
        name = field.name
    }

    /// - Parameter text: names in either spelling between dots. A list, a map or a type with a JSON of its own, such as
    ///   a timestamp, can stand last only.
    /// - Returns: nil where there is no such field.
    public init?(_ text: some StringProtocol, in schema: MessageSchema) {
        var fields: [FieldSchema] = []
        var holder: MessageSchema? = schema
        for part in text.split(separator: ".", omittingEmptySubsequences: false) {
            guard let message = holder, message.wellKnown == nil else { return nil }
            let name = String(part)
            guard let field = message.field(named: name) ?? message.field(jsonName: name) else { return nil }
            fields.append(field)
            holder = field.isRepeated ? nil : field.messageSchema
        }
        guard let last = fields.last else { return nil }
        self.fields = fields
        field = last
        name = fields.map(\.name).joined(separator: ".")
    }
}
