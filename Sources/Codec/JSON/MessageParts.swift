// A message put together from what is not one JSON text: a body that is the message or one of its fields, and single
// fields as plain text, as path and query of an HTTP request give them. The texts pass through the reader of JSON values,
// so that a value is judged alike wherever it stands.
internal import CProtobufC
internal import Glibc

/// What a message is made of.
public struct MessageParts: Sendable {
    /// Values of one field as plain text: `2026-01-31T12:00:00Z`, `connected`, `17`.
    public struct Texts: Sendable {
        public var path: FieldPath
        /// Exactly one where the field is no list.
        public var values: [String]

        public init(_ path: FieldPath, _ values: [String]) {
            self.path = path
            self.values = values
        }
    }

    /// JSON text; nil: there is none.
    public var body: [UInt8]?
    /// The singular message field that the body is the value of; nil: the body is the whole message.
    public var bodyField: FieldSchema?
    /// What the body gives must not differ.
    public var texts: [Texts]

    public init(body: [UInt8]? = nil, bodyField: FieldSchema? = nil, texts: [Texts] = []) {
        self.body = body
        self.bodyField = bodyField
        self.texts = texts
    }
}

extension MessageSchema {
    /// Puts a message of this type together.
    /// - Throws: what is wrong, with the path of the field concerned (inside of the body's field, where there is one).
    public func bytes(
        from parts: MessageParts, options: JSONDecodingOptions = .house
    ) throws(JSONDecodingError) -> [UInt8] {
        let arena = Arena.ofThread
        let mark = arena.open(limit: options.limits.memory)
        defer { arena.close(mark) }
        let message = try base(parts, options, arena)
        for texts in parts.texts {
            do throws(JSONDecodingError) {
                var reader = TextReader(arena: arena, options: options)
                try reader.set(texts, in: message)
            } catch {
                throw error.inside(texts.path.name)
            }
        }
        let packed = message.assumingMemoryBound(to: ProtobufCMessage.self)
        let size = protobuf_c_message_get_packed_size(packed)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            guard let start = buffer.baseAddress, size > 0 else { return }
            count = protobuf_c_message_pack(packed, start)
        }
    }

    private func base(
        _ parts: MessageParts, _ options: JSONDecodingOptions, _ arena: Arena
    ) throws(JSONDecodingError) -> UnsafeMutableRawPointer {
        guard let body = parts.body else { return try blank(in: arena) }
        func read(_ schema: MessageSchema, _ options: JSONDecodingOptions) throws(JSONDecodingError)
            -> UnsafeMutableRawPointer
        {
            try body.withUnsafeBytes { buffer in
                Result { () throws(JSONDecodingError) in
                    try schema.read(json: buffer, options: options, in: arena)
                }
            }.get()
        }
        guard let field = parts.bodyField, let inner = field.messageSchema else { return try read(self, options) }
        var options = options
        options.limits.depth -= 1
        let value = try read(inner, options)
        let message = try blank(in: arena)
        field.slot(message).storeBytes(of: value, as: UnsafeMutableRawPointer.self)
        field.setCase(message)
        return message
    }

    /// A C struct with all fields at their defaults, within the arena's bound.
    fileprivate func blank(in arena: Arena) throws(JSONDecodingError) -> UnsafeMutableRawPointer {
        guard let memory = arena.take(descriptor.pointee.sizeof_message) else {
            throw JSONDecodingError(reason: .tooLarge, message: "more memory needed than allowed", offset: 0)
        }
        descriptor.pointee.message_init(memory.assumingMemoryBound(to: ProtobufCMessage.self))
        return memory
    }
}

/// Plain texts into the slots of C structs.
private struct TextReader {
    typealias Failure = JSONDecodingError

    let arena: Arena
    let options: JSONDecodingOptions

    mutating func set(_ texts: MessageParts.Texts, in message: UnsafeMutableRawPointer) throws(Failure) {
        let field = texts.path.field
        let holder = try holder(of: texts.path, in: message)
        if field.isRepeated, !field.isMap {
            var list = GrowingList(elementSize: field.elementSize)
            for (index, text) in texts.values.enumerated() {
                do throws(Failure) {
                    try read(text, field) { reader throws(Failure) in
                        try reader.value(field, into: try list.add(in: reader))
                    }
                } catch {
                    throw error.inside(index: index)
                }
            }
            let (given, _) = field.elements(UnsafeRawPointer(holder))
            guard given == 0 else { throw failure(.duplicateKey, "given twice") }
            return field.setElements(holder, list.count, list.first)
        }
        guard let text = texts.values.first, texts.values.count == 1 else {
            throw failure(.duplicateKey, "given twice")
        }
        if field.hasCase, ![0, field.number].contains(field.caseNumber(UnsafeRawPointer(holder))) {
            throw failure(.oneofConflict, "excludes another field that is given too")
        }
        try read(text, field) { reader throws(Failure) in
            let value = try reader.take(Self.largestSlot)
            memset(value, 0, Self.largestSlot)
            try reader.value(field, into: value)
            let slot = field.slot(holder)
            guard Self.isDefault(field, slot) || Self.areEqual(field, slot, value) else {
                throw self.failure(.duplicateKey, "given twice, with different values")
            }
            slot.copyMemory(from: value, byteCount: field.elementSize)
        }
        field.setCase(holder)
    }

    /// The message that has the path's last field, made where it is absent.
    private func holder(
        of path: FieldPath, in message: UnsafeMutableRawPointer
    ) throws(Failure) -> UnsafeMutableRawPointer {
        var holder = message
        for step in path.fields.dropLast() {
            let slot = step.slot(holder)
            if step.isPresent(UnsafeRawPointer(holder)),
                let inner = slot.load(as: UnsafeMutableRawPointer?.self)
            {
                holder = inner
                continue
            }
            guard let schema = step.messageSchema, !step.hasCase || step.caseNumber(UnsafeRawPointer(holder)) == 0
            else { throw failure(.oneofConflict, "excludes another field that is given too") }
            let inner = try schema.blank(in: arena)
            slot.storeBytes(of: inner, as: UnsafeMutableRawPointer.self)
            step.setCase(holder)
            holder = inner
        }
        return holder
    }

    /// Runs `body` with a reader that stands before the text, spelled as JSON spells such a value.
    private func read(
        _ text: String, _ field: FieldSchema, _ body: (inout JSONMessageReader) throws(Failure) -> Void
    ) throws(Failure) {
        let token = Self.token(text, field)
        try token.withUnsafeBufferPointer { buffer in
            Result { () throws(Failure) in
                guard let start = buffer.baseAddress else { throw failure(.syntax, "no value") }
                var reader = JSONMessageReader(
                    reader: JSONReader(start: start, count: buffer.count), arena: arena, options: options,
                    depthLeft: options.limits.depth, fieldsLeft: options.limits.fields)
                try body(&reader)
                try reader.reader.finish()
            }
        }.get()
    }

    /// Numbers and booleans as they stand, everything else in quotes. A text that is no number goes in quotes too, and
    /// is refused as a string would be.
    private static func token(_ text: String, _ field: FieldSchema) -> [UInt8] {
        var kind = field.kind
        if kind == .message, field.messageSchema?.wellKnown == .wrapper {
            kind = field.messageSchema?.field(number: 1)?.kind ?? kind
        }
        let bytes = Array(text.utf8)
        switch kind {
        case .string, .bytes, .enum, .message: break
        case .bool: if text == "true" || text == "false" { return bytes }
        default:
            if bytes.withUnsafeBufferPointer({ JSONNumber.all(of: $0) != nil }) { return bytes }
        }
        var writer = JSONWriter()
        writer.string(text)
        return writer.bytes
    }

    private func failure(_ reason: Failure.Reason, _ message: String) -> Failure {
        Failure(reason: reason, message: message, offset: 0)
    }

    private static let largestSlot = MemoryLayout<ProtobufCBinaryData>.stride

    private static func isDefault(_ field: FieldSchema, _ slot: UnsafeMutableRawPointer) -> Bool {
        switch field.kind {
        case .string, .bytes: slot.load(as: ProtobufCBinaryData.self).len == 0
        case .message: slot.load(as: UnsafeRawPointer?.self) == nil
        default: (0..<field.elementSize).allSatisfy { slot.load(fromByteOffset: $0, as: UInt8.self) == 0 }
        }
    }

    private static func areEqual(
        _ field: FieldSchema, _ left: UnsafeMutableRawPointer, _ right: UnsafeMutableRawPointer
    ) -> Bool {
        switch field.kind {
        case .message: return false
        case .string, .bytes:
            let (left, right) = (left.load(as: ProtobufCBinaryData.self), right.load(as: ProtobufCBinaryData.self))
            return left.len == right.len && (left.len == 0 || memcmp(left.data, right.data, left.len) == 0)
        default: return memcmp(left, right, field.elementSize) == 0
        }
    }
}
