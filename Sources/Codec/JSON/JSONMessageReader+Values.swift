// JSON values into the slots of C structs: numbers, booleans, strings, bytes, enums, messages, keys of maps.
//
// A value of the wrong type is an error, not a guess; only the canonical dialect takes numbers in strings.
internal import CDescriptors
internal import CProtobufC

extension JSONMessageReader {
    /// Reads the next value into a slot of the field's kind.
    mutating func value(_ field: FieldSchema, into slot: UnsafeMutableRawPointer) throws(Failure) {
        switch field.kind {
        case .double: slot.storeBytes(of: try floating(Double.self), as: Double.self)
        case .float: slot.storeBytes(of: try floating(Float.self), as: Float.self)
        case .int32, .sint32, .sfixed32: slot.storeBytes(of: try integer(Int32.self), as: Int32.self)
        case .int64, .sint64, .sfixed64: slot.storeBytes(of: try integer(Int64.self), as: Int64.self)
        case .uint32, .fixed32: slot.storeBytes(of: try integer(UInt32.self), as: UInt32.self)
        case .uint64, .fixed64: slot.storeBytes(of: try integer(UInt64.self), as: UInt64.self)
        case .bool:
            try expect(.bool, "true or false")
            slot.storeBytes(of: try reader.bool() ? 1 : 0, as: protobuf_c_boolean.self)
        case .string:
            try expect(.string, "a string")
            slot.storeBytes(of: try copied(try reader.string()), as: ProtobufCBinaryData.self)
        case .bytes:
            try expect(.string, "a string in base64")
            slot.storeBytes(of: try base64(try reader.string()), as: ProtobufCBinaryData.self)
        case .enum: slot.storeBytes(of: try enumeration(field.enumSchema), as: Int32.self)
        case .message:
            guard let schema = field.messageSchema else { throw reader.failure(.wrongType, "of no known type") }
            slot.storeBytes(of: try message(schema), as: UnsafeMutableRawPointer.self)
        }
    }

    private mutating func integer<Number: FixedWidthInteger>(_: Number.Type) throws(Failure) -> Number {
        let number = try numeral("a whole number")
        let isWhole = number.wholeMagnitude != nil
        guard isWhole else {
            // Either a fraction or far too large; both are told apart by whether there is a dot or a minus exponent.
            let double = Double(number.text) ?? .infinity
            let fits = double.rounded() != double
            throw reader.failure(fits ? .invalidValue : .outOfRange, fits ? "must be a whole number" : "out of range")
        }
        let exact =
            Number.isSigned
            ? number.signed.flatMap { Number(exactly: $0) } : number.unsigned.flatMap { Number(exactly: $0) }
        guard let exact else { throw reader.failure(.outOfRange, "out of range") }
        if options.dialect == .house, exact.magnitude >= 1 << 53 {
            throw reader.failure(.outOfRange, "must be below 2^53")
        }
        return exact
    }

    private mutating func floating<Number: BinaryFloatingPoint & LosslessStringConvertible>(
        _: Number.Type
    ) throws(Failure) -> Number {
        if options.dialect == .canonical, try reader.peek() == .string {
            var ahead = reader
            switch try ahead.string().string {
            case "NaN":
                reader = ahead
                return .nan
            case "Infinity":
                reader = ahead
                return .infinity
            case "-Infinity":
                reader = ahead
                return -.infinity
            default: break
            }
        }
        let number = try numeral("a number")
        guard let value = Number(number.text), value.isFinite else { throw reader.failure(.outOfRange, "out of range") }
        return value
    }

    /// The next number; in the canonical dialect it may be in quotes.
    private mutating func numeral(_ words: String) throws(Failure) -> JSONNumber {
        if options.dialect == .canonical, try reader.peek() == .string {
            let text = try unescaped(try reader.string())
            guard let number = JSONNumber.all(of: text) else { throw reader.failure(.invalidValue, "must be \(words)") }
            return number
        }
        try expect(.number, words)
        return try reader.number()
    }

    private mutating func enumeration(_ schema: EnumSchema?) throws(Failure) -> Int32 {
        guard let schema else { throw reader.failure(.wrongType, "of no known type") }
        let kind = try reader.peek()
        if kind == .null, schema.isNullValue {
            try reader.null()
            return 0
        }
        if kind == .number, options.dialect == .canonical {
            let number = try integer(Int32.self)
            if options.limits.refusesUnknownEnumValues, sbEnumIndex(schema.table, number) < 0 {
                throw reader.failure(.invalidValue, "none of the values that this can have")
            }
            return number
        }
        try expect(.string, "a name in quotes")
        let name = try unescaped(try reader.string())
        guard let number = schema.number(spelled: name, house: options.dialect == .house) else {
            throw reader.failure(.invalidValue, "none of the values that this can have")
        }
        return number
    }

    /// A string in the arena.
    func copied(_ text: JSONText) throws(Failure) -> ProtobufCBinaryData {
        guard text.count > 0 else { return ProtobufCBinaryData() }
        let target = try take(text.count).bindMemory(to: UInt8.self, capacity: text.count)
        return ProtobufCBinaryData(len: text.unescape(into: target), data: target)
    }

    private func base64(_ text: JSONText) throws(Failure) -> ProtobufCBinaryData {
        guard text.count > 0 else { return ProtobufCBinaryData() }
        let source = try unescaped(text)
        let target = try take(source.count).bindMemory(to: UInt8.self, capacity: source.count)
        guard let count = Base64.decode(source, into: target) else {
            throw reader.failure(.invalidValue, "must be base64")
        }
        return ProtobufCBinaryData(len: count, data: count == 0 ? nil : target)
    }

    /// Reads a map's key, which JSON has as a string whatever its kind.
    /// - Returns: the same text for the same key.
    func mapKey(
        _ field: FieldSchema, _ key: JSONText, _ text: String, into slot: UnsafeMutableRawPointer
    ) throws(Failure) -> String {
        if field.kind == .string {
            slot.storeBytes(of: try copied(key), as: ProtobufCBinaryData.self)
            return JSONValue.identity(text)
        }
        if field.kind == .bool {
            guard text == "true" || text == "false" else {
                throw reader.failure(.invalidValue, "the key must be true or false")
            }
            slot.storeBytes(of: text == "true" ? 1 : 0, as: protobuf_c_boolean.self)
            return text
        }
        // Swift's own parser takes a plus sign and leading zeros.
        guard let number = try JSONNumber.all(of: unescaped(key)), number.isPlainInteger else {
            throw reader.failure(.invalidValue, "the key must be a whole number")
        }
        let stored =
            switch field.kind {
            case .int32, .sint32, .sfixed32: store(number.signed.flatMap { Int32(exactly: $0) }, slot)
            case .int64, .sint64, .sfixed64: store(number.signed, slot)
            case .uint32, .fixed32: store(number.unsigned.flatMap { UInt32(exactly: $0) }, slot)
            case .uint64, .fixed64: store(number.unsigned, slot)
            default: false
            }
        guard stored else { throw reader.failure(.outOfRange, "the key is out of range") }
        return text
    }

    private func store<Number: FixedWidthInteger & BitwiseCopyable>(
        _ number: Number?, _ slot: UnsafeMutableRawPointer
    ) -> Bool {
        guard let number else { return false }
        slot.storeBytes(of: number, as: Number.self)
        return true
    }
}

extension JSONNumber {
    /// The text as a number, if it is one and nothing else.
    static func all(of text: UnsafeBufferPointer<UInt8>) -> JSONNumber? {
        guard let start = text.baseAddress, let first = text.first, first == 0x2d || (0x30...0x39).contains(first)
        else {
            return nil
        }
        var reader = JSONReader(start: start, count: text.count)
        guard let number = try? reader.number(), number.count == text.count else { return nil }
        return number
    }

    /// Digits only, after a sign at most; not `-0`.
    var isPlainInteger: Bool {
        let digits = isNegative ? start + 1 : start
        let length = isNegative ? count - 1 : count
        return (0..<length).allSatisfy { (0x30...0x39).contains(digits[$0]) } && !(isNegative && digits[0] == 0x30)
    }
}
