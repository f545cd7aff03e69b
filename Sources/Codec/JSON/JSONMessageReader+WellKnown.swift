// The types that JSON spells in a way of their own, into their C structs.
//
// Their fields are found by number, as google/protobuf/*.proto has them; a schema without them is a broken table and
// reads as an error, not a trap.
internal import CProtobufC

extension JSONMessageReader {
    mutating func read(
        _ wellKnown: WellKnown, _ schema: MessageSchema, into message: UnsafeMutableRawPointer
    ) throws(Failure) {
        switch wellKnown {
        case .timestamp:
            try expect(.string, "a time such as 2026-01-31T12:00:00Z")
            guard let value = JSONTime.timestamp(try unescaped(try reader.string())) else {
                throw reader.failure(.invalidValue, "must be a time such as 2026-01-31T12:00:00Z")
            }
            try store(value, schema, message)
        case .duration:
            try expect(.string, "a duration such as 1.5s")
            guard let value = JSONTime.duration(try unescaped(try reader.string())) else {
                throw reader.failure(.invalidValue, "must be a duration such as 1.5s")
            }
            try store(value, schema, message)
        case .fieldMask: try fieldMask(schema, message)
        case .empty: try object(schema, into: message)
        case .any: try any(schema, message)
        case .struct: try map(field(1, of: schema), into: message)
        case .listValue: try list(field(1, of: schema), into: message)
        case .value: try anyValue(schema, message)
        case .wrapper:
            let inner = try field(1, of: schema)
            try value(inner, into: inner.slot(message))
        }
    }

    private func field(_ number: UInt32, of schema: MessageSchema) throws(Failure) -> FieldSchema {
        guard let field = schema.field(number: number) else {
            throw reader.failure(.wrongType, "of no known type")
        }
        return field
    }

    private func store(
        _ value: SecondsAndNanos, _ schema: MessageSchema, _ message: UnsafeMutableRawPointer
    ) throws(Failure) {
        try field(1, of: schema).slot(message).storeBytes(of: value.seconds, as: Int64.self)
        try field(2, of: schema).slot(message).storeBytes(of: value.nanos, as: Int32.self)
    }

    private mutating func fieldMask(_ schema: MessageSchema, _ message: UnsafeMutableRawPointer) throws(Failure) {
        try expect(.string, "field names between commas")
        let text = try reader.string().string
        if text.isEmpty { return }
        let paths = try field(1, of: schema)
        var list = GrowingList(elementSize: paths.elementSize)
        for path in text.split(separator: ",", omittingEmptySubsequences: false) {
            let admitsUnderscores = options.dialect == .house
            guard let snake = FieldMaskText.snakeCase(path, admitsUnderscores: admitsUnderscores) else {
                throw reader.failure(.invalidValue, "must be field names between commas")
            }
            try countField()
            let bytes = Array(snake.utf8)
            let target = try take(bytes.count).bindMemory(to: UInt8.self, capacity: bytes.count)
            bytes.withUnsafeBytes {
                UnsafeMutableRawPointer(target).copyMemory(
                    from: $0.baseAddress ?? UnsafeRawPointer(target), byteCount: $0.count)
            }
            try list.add(in: self)
                .storeBytes(of: ProtobufCBinaryData(len: bytes.count, data: target), as: ProtobufCBinaryData.self)
        }
        paths.setElements(message, list.count, list.first)
    }

    /// google.protobuf.Value: whatever comes.
    private mutating func anyValue(_ schema: MessageSchema, _ message: UnsafeMutableRawPointer) throws(Failure) {
        let number: UInt32 =
            switch try reader.peek() {
            case .null: 1
            case .number: 2
            case .string: 3
            case .bool: 4
            case .object: 5
            case .array: 6
            }
        let member = try field(number, of: schema)
        if number == 2 {
            // A number here has no other spelling in either dialect.
            guard let double = Double(try reader.number().text), double.isFinite else {
                throw reader.failure(.outOfRange, "out of range")
            }
            member.slot(message).storeBytes(of: double, as: Double.self)
        } else {
            try value(member, into: member.slot(message))
        }
        member.setCase(message)
    }

    /// google.protobuf.Any: `@type` may stand anywhere, so it is looked for first and the object read after.
    private mutating func any(_ schema: MessageSchema, _ message: UnsafeMutableRawPointer) throws(Failure) {
        try expect(.object, "an object")
        var ahead = reader
        try ahead.beginObject()
        var isFirst = true
        var isEmpty = true
        var url: JSONText?
        while url == nil, let key = try ahead.nextKey(&isFirst) {
            isEmpty = false
            if key.string == "@type" {
                guard try ahead.peek() == .string else {
                    throw ahead.failure(.wrongType, "must be a string").inside("@type")
                }
                url = try ahead.string()
            } else {
                try ahead.skip()
            }
        }
        guard let url else {
            guard isEmpty else { throw reader.failure(.invalidValue, "@type is missing") }
            reader = ahead
            return
        }
        guard let inner = options.types.schema(forURL: url.string) else {
            throw reader.failure(.invalidValue, "of no known type").inside("@type")
        }
        let content = try content(of: inner)
        try field(1, of: schema).slot(message).storeBytes(of: copied(url), as: ProtobufCBinaryData.self)
        let packed = content.assumingMemoryBound(to: ProtobufCMessage.self)
        let size = protobuf_c_message_get_packed_size(packed)
        let target = try take(size).bindMemory(to: UInt8.self, capacity: size)
        _ = protobuf_c_message_pack(packed, target)
        try field(2, of: schema).slot(message)
            .storeBytes(
                of: ProtobufCBinaryData(len: size, data: size == 0 ? nil : target), as: ProtobufCBinaryData.self)
    }

    /// What an Any holds: its fields beside `@type`, or for types with a spelling of their own, `value`.
    private mutating func content(of schema: MessageSchema) throws(Failure) -> UnsafeMutableRawPointer {
        guard schema.wellKnown != nil else {
            guard depthLeft > 0 else { throw reader.failure(.tooDeep, "messages nested too deeply") }
            depthLeft -= 1
            defer { depthLeft += 1 }
            let content = try blank(schema)
            try object(schema, into: content, skipping: "@type")
            return content
        }
        var content: UnsafeMutableRawPointer?
        var hasType = false
        try reader.beginObject()
        var isFirst = true
        while let key = try reader.nextKey(&isFirst)?.string {
            switch key {
            case "@type" where !hasType:
                hasType = true
                try reader.skip()
            case "value" where content == nil:
                do throws(Failure) { content = try message(schema) } catch { throw error.inside("value") }
            case "@type", "value": throw reader.failure(.duplicateKey, "given twice").inside(key)
            default: throw reader.failure(.unknownField, "no such field").inside(isPlain(key) ? key : "…")
            }
        }
        guard let content else { throw reader.failure(.invalidValue, "value is missing") }
        return content
    }
}
