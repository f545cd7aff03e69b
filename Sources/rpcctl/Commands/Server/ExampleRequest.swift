// `call --example`: the form of a request, as JSON that can be filled in: every field with its default, messages within
// it unfolded, one element where a list holds messages, of a oneof the first case.
internal import Codec

enum ExampleRequest {
    static func json(_ schema: MessageSchema) -> String {
        var writer = JSONWriter()
        write(schema, within: [], to: &writer)
        return writer.string
    }

    private static func write(_ schema: MessageSchema, within outer: Set<String>, to writer: inout JSONWriter) {
        var oneofs: Set<String> = []
        writer.beginObject()
        for field in schema.fields {
            // Two cases of one oneof would be refused.
            if let oneof = field.oneofName, !oneofs.insert(oneof).inserted { continue }
            writer.key(field.name)
            write(field, within: outer.union([schema.name]), to: &writer)
        }
        writer.endObject()
    }

    private static func write(_ field: FieldSchema, within outer: Set<String>, to writer: inout JSONWriter) {
        if field.isMap {
            writer.beginObject()
            writer.endObject()
            return
        }
        guard field.isRepeated else { return value(of: field, within: outer, to: &writer) }
        writer.beginArray()
        if unfolded(field, within: outer) != nil { value(of: field, within: outer, to: &writer) }
        writer.endArray()
    }

    private static func value(of field: FieldSchema, within outer: Set<String>, to writer: inout JSONWriter) {
        switch field.kind {
        case .message:
            if let schema = unfolded(field, within: outer) {
                write(schema, within: outer, to: &writer)
            } else {
                writer.null()
            }
        case .enum: writer.null()
        case .bool: writer.bool(false)
        case .string, .bytes: writer.string("")
        case .double, .float, .int64, .uint64, .int32, .fixed64, .fixed32, .uint32, .sfixed32, .sfixed64, .sint32,
            .sint64:
            writer.integer(0)
        }
    }

    /// The type of a message field, where it is worth unfolding: not where JSON has a form of its own for it, such as a
    /// time, and not within itself.
    private static func unfolded(_ field: FieldSchema, within outer: Set<String>) -> MessageSchema? {
        guard let schema = field.messageSchema, schema.wellKnown == nil, !outer.contains(schema.name) else {
            return nil
        }
        return schema
    }
}
