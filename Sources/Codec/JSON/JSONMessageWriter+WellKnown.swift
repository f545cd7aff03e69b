// The types that JSON spells in a way of their own, out of their C structs.
internal import CDescriptors
internal import CProtobufC

extension JSONMessageWriter {
    mutating func write(
        _ wellKnown: WellKnown, _ schema: MessageSchema, _ message: UnsafeRawPointer
    ) throws(Failure) {
        switch wellKnown {
        case .timestamp:
            let value = try secondsAndNanos(schema, message)
            guard JSONTime.isTimestamp(value) else { throw Failure(message: "a time outside of the years 1 to 9999") }
            writer.string(JSONTime.timestampText(value, digits: isHouse ? 3 : nil))
        case .duration:
            let value = try secondsAndNanos(schema, message)
            guard JSONTime.isDuration(value) else { throw Failure(message: "a duration of more than 10,000 years") }
            writer.string(JSONTime.durationText(value))
        case .fieldMask: try fieldMask(schema, message)
        case .empty:
            writer.beginObject()
            writer.endObject()
        case .any: try any(schema, message)
        case .struct:
            let fields = try field(1, of: schema)
            let (count, first) = fields.elements(message)
            try map(fields, count, first)
        case .listValue:
            let values = try field(1, of: schema)
            let (count, first) = values.elements(message)
            try list(values, count, first)
        case .value:
            // All members share one case number, which is the number of the member that is set.
            let number = try field(1, of: schema).caseNumber(message)
            guard number > 1, let member = schema.field(number: number) else { return writer.null() }
            if number == 2, !member.slot(message).load(as: Double.self).isFinite {
                throw Failure(message: "not a finite number")
            }
            try value(member, member.slot(message), isElement: true)
        case .wrapper:
            let inner = try field(1, of: schema)
            try value(inner, inner.slot(message), isElement: true)
        }
    }

    private func field(_ number: UInt32, of schema: MessageSchema) throws(Failure) -> FieldSchema {
        guard let field = schema.field(number: number) else { throw Failure(message: "of no known type") }
        return field
    }

    private func secondsAndNanos(
        _ schema: MessageSchema, _ message: UnsafeRawPointer
    ) throws(Failure) -> SecondsAndNanos {
        SecondsAndNanos(
            seconds: try field(1, of: schema).slot(message).load(as: Int64.self),
            nanos: try field(2, of: schema).slot(message).load(as: Int32.self))
    }

    private mutating func fieldMask(_ schema: MessageSchema, _ message: UnsafeRawPointer) throws(Failure) {
        let (count, first) = try field(1, of: schema).elements(message)
        var paths: [String] = []
        for index in 0..<count {
            guard let first else { break }
            let path = Unpacked.string(first.assumingMemoryBound(to: ProtobufCBinaryData.self)[index])
            guard let spelled = isHouse ? path : FieldMaskText.camelCase(path) else {
                throw Failure(message: "a path that has no lowerCamelCase")
            }
            paths.append(spelled)
        }
        writer.string(paths.joined(separator: ","))
    }

    private mutating func any(_ schema: MessageSchema, _ message: UnsafeRawPointer) throws(Failure) {
        let url = Unpacked.string(try field(1, of: schema).slot(message).load(as: ProtobufCBinaryData.self))
        let content = bytes(try field(2, of: schema).slot(message))
        writer.beginObject()
        defer { writer.endObject() }
        if url.isEmpty, content.isEmpty { return }
        writer.key("@type")
        writer.string(url)
        // Half the depth that a message may have: an Any in an Any in an Any must end somewhere.
        let limits = DecodingLimits(
            depth: 16, fields: 100_000, unknownFields: 1_000, memory: 16 << 20, refusesUnknownEnumValues: false)
        guard let inner = options.types.schema(forURL: url), anyDepth < 8,
            let unpacked = try? inner.unpack(UnsafeRawBufferPointer(content), limits: limits, in: arena)
        else {
            guard isHouse else { throw Failure(message: "of no known type") }
            writer.key("value")
            let text = Base64.encode(content)
            return text.withUnsafeBufferPointer { writer.string(utf8: $0) }
        }
        anyDepth += 1
        defer { anyDepth -= 1 }
        guard inner.wellKnown != nil else { return try fields(inner, unpacked) }
        writer.key("value")
        do throws(Failure) { try self.message(inner, unpacked) } catch { throw error.inside("value") }
    }
}
