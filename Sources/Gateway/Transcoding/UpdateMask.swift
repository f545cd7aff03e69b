// PATCH changes what is present: the paths of an update mask from the keys of a body. An object for a message goes one
// step deeper (`{"settings": {"pacing": …}}` is `settings.pacing`); null, lists and plain values are the field itself.

internal import Codec

enum UpdateMask {
    /// Paths in .proto spelling, in the order of the text. Unknown keys are left out: the reader refuses them.
    static func paths(of body: JSONValue, as schema: MessageSchema, inside prefix: String = "") -> [String] {
        guard case .object(let members) = body else { return [] }
        var paths: [String] = []
        for member in members {
            guard let field = schema.field(named: member.key) ?? schema.field(jsonName: member.key) else { continue }
            let path = prefix + field.name
            if case .object = member.value, field.kind == .message, !field.isRepeated,
                let inner = field.messageSchema, inner.wellKnown == nil
            {
                paths += self.paths(of: member.value, as: inner, inside: path + ".")
            } else {
                paths.append(path)
            }
        }
        return paths
    }
}
