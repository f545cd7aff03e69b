// PATCH changes what is present: the paths of an update mask from the keys of a body. An object for a message goes one
// step deeper (`{"settings": {"pacing": …}}` is `settings.pacing`); null, lists and plain values are the field itself.
// Null empties what can be absent. What cannot would become 0 or false, which nobody means, and so is refused.
// PUT replaces the whole, so all of it has to be there: what is left out would become 0 or false too, which for a limit
// means none. What is nobody's to set may be there, as it was read, and is passed over.

internal import Codec
internal import Contract
internal import RPC

enum UpdateMask {
    /// Paths in .proto spelling, in the order of the text. Unknown keys are left out: the reader refuses them.
    /// - Throws: VALIDATION_ERROR for null where something always is.
    static func paths(
        of body: JSONValue, as schema: MessageSchema, inside prefix: String = ""
    ) throws(RPCError) -> [String] {
        guard case .object(let members) = body else { return [] }
        var paths: [String] = []
        for member in members {
            guard let field = schema.field(named: member.key) ?? schema.field(jsonName: member.key) else { continue }
            let path = prefix + field.name
            if case .null = member.value, !canBeAbsent(field) { throw .invalid(path, "cannot be null") }
            if case .object = member.value, field.kind == .message, !field.isRepeated,
                let inner = field.messageSchema, inner.wellKnown == nil
            {
                paths += try self.paths(of: member.value, as: inner, inside: path + ".")
            } else {
                paths.append(path)
            }
        }
        return paths
    }

    /// What the server alone sets, and the condition: neither a change nor missed.
    private static let notReplaced: Set<String> = ["id", "created_at", "updated_at", "etag"]

    /// The paths of everything that can be replaced, in the order of the schema.
    /// - Throws: VALIDATION_ERROR that names all that is missing, or for null where something always is.
    static func replacing(with body: JSONValue, as schema: MessageSchema) throws(RPCError) -> [String] {
        let given = Set(try paths(of: body, as: schema).map { String($0.prefix { $0 != "." }) })
        let replaced = schema.fields.map(\.name).filter { !notReplaced.contains($0) }
        let missing = replaced.filter { !given.contains($0) }
        guard missing.isEmpty else {
            var error = RPCError.refusal(
                .validationError,
                "PUT replaces the whole; missing: \(missing.joined(separator: ", ")). PATCH changes a part.")
            error.violations = missing.map { RPCError.FieldViolation(field: $0, description: "is required by PUT") }
            throw error
        }
        return replaced
    }

    /// Messages, and enums, whose 0 the house writes as null.
    private static func canBeAbsent(_ field: FieldSchema) -> Bool {
        guard !field.isRepeated else { return false }
        return field.kind == .message || field.kind == .enum || field.hasPresence
    }
}
