// PATCH and PUT change what is present: the paths of an update mask from the keys of a body. An object for a message goes
// one step deeper (`{"settings": {"pacing": …}}` is `settings.pacing`); null, lists and plain values are the field itself.
// Null empties what can be absent. What cannot would become 0 or false, which nobody means, and so is refused.

internal import Codec
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

    /// Messages, and enums, whose 0 the house writes as null.
    private static func canBeAbsent(_ field: FieldSchema) -> Bool {
        guard !field.isRepeated else { return false }
        return field.kind == .message || field.kind == .enum || field.hasPresence
    }
}
