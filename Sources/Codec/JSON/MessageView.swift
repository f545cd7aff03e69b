// A look at the fields of a message that is there as bytes, for JSON of another shape than the message's own: an
// envelope's list, a picture's text. Lives as long as the closure that it is handed to.
internal import CProtobufC

/// The fields of one message. Not to be kept.
public struct MessageView {
    public let schema: MessageSchema
    let message: UnsafeRawPointer
    let arena: Arena

    /// Writes the message as the next JSON value.
    public func writeJSON(
        to writer: inout JSONWriter, options: JSONEncodingOptions = .house
    ) throws(JSONEncodingError) {
        try schema.write(message, to: &writer, options: options, in: arena)
    }

    /// Writes one field of the message as the next JSON value, without its name.
    public func writeJSON(
        _ field: FieldSchema, to writer: inout JSONWriter, options: JSONEncodingOptions = .house
    ) throws(JSONEncodingError) {
        var inner = JSONMessageWriter(writer: writer, arena: arena, options: options)
        // The text moves, so that it is not copied when the first byte is written.
        writer = JSONWriter()
        defer { writer = inner.writer }
        do throws(JSONEncodingError) {
            if field.isRepeated {
                let (count, first) = field.elements(message)
                return field.isMap ? try inner.map(field, count, first) : try inner.list(field, count, first)
            }
            if field.hasPresence, !field.isPresent(message) { return inner.writer.null() }
            try inner.value(field, field.slot(message), isElement: false)
        } catch {
            throw error.inside(field.name)
        }
    }

    /// The value of a singular integer field; 0 for any other.
    public func integer(_ field: FieldSchema) -> Int64 {
        guard !field.isRepeated else { return 0 }
        let slot = field.slot(message)
        return switch field.kind {
        case .int64, .sint64, .sfixed64: slot.load(as: Int64.self)
        case .int32, .sint32, .sfixed32: Int64(slot.load(as: Int32.self))
        default: 0
        }
    }

    /// The value of a singular string field; empty for any other.
    public func string(_ field: FieldSchema) -> String {
        guard field.kind == .string, !field.isRepeated else { return "" }
        return Unpacked.string(field.slot(message).load(as: ProtobufCBinaryData.self))
    }
}

extension MessageSchema {
    /// Checks and unpacks bytes of a message of this type, and shows it to `body`.
    /// - Throws: `DecodingError`, and what `body` throws.
    public func reading<Result>(
        _ bytes: UnsafeRawBufferPointer, limits: DecodingLimits = .response,
        _ body: (MessageView) throws -> Result
    ) throws -> Result {
        let arena = Arena.ofThread
        let mark = arena.open(limit: limits.memory)
        defer { arena.close(mark) }
        let message = try unpack(bytes, limits: limits, in: arena)
        return try body(MessageView(schema: self, message: UnsafeRawPointer(message), arena: arena))
    }
}
