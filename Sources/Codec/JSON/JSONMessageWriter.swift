// C structs into JSON text, by the schema: every field in the order of its number. Types with a spelling of their own
// are in JSONMessageWriter+WellKnown.swift.
internal import CDescriptors
internal import CProtobufC

struct JSONMessageWriter {
    typealias Failure = JSONEncodingError

    var writer: JSONWriter
    let arena: Arena
    let options: JSONEncodingOptions

    // How many Anys are open: their content is checked one at a time, so depth is not bounded by the check pass.
    var anyDepth = 0

    var isHouse: Bool { options.dialect == .house }

    mutating func message(_ schema: MessageSchema, _ message: UnsafeRawPointer) throws(Failure) {
        if let wellKnown = schema.wellKnown { return try write(wellKnown, schema, message) }
        writer.beginObject()
        try fields(schema, message)
        writer.endObject()
    }

    mutating func fields(_ schema: MessageSchema, _ message: UnsafeRawPointer) throws(Failure) {
        for index in 0..<Int(schema.table.pointee.field_count) {
            let field = FieldSchema(message: schema, index: index)
            do throws(Failure) {
                try self.field(field, message)
            } catch {
                throw error.inside(field.name)
            }
        }
    }

    private mutating func field(_ field: FieldSchema, _ message: UnsafeRawPointer) throws(Failure) {
        if field.isRepeated {
            let (count, first) = field.elements(message)
            guard isHouse || count > 0 else { return }
            key(field)
            return try field.isMap ? map(field, count, first) : list(field, count, first)
        }
        let slot = field.slot(message)
        guard field.hasPresence else {
            guard isHouse || !isDefault(field, slot) else { return }
            key(field)
            return try value(field, slot, isElement: false)
        }
        if field.isPresent(message) {
            key(field)
            try value(field, slot, isElement: false)
        } else if isHouse {
            key(field)
            writer.null()
        }
    }

    private mutating func key(_ field: FieldSchema) {
        guard let name = isHouse ? field.table.pointee.name : field.table.pointee.json_name else { return }
        let bytes = UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self)
        var count = 0
        while bytes[count] != 0 { count += 1 }
        writer.key(utf8: UnsafeBufferPointer(start: bytes, count: count))
    }

    mutating func list(_ field: FieldSchema, _ count: Int, _ first: UnsafeRawPointer?) throws(Failure) {
        writer.beginArray()
        for index in 0..<count {
            guard let first else { break }
            do throws(Failure) {
                try value(field, first + index * field.elementSize, isElement: true)
            } catch {
                throw error.inside("[\(index)]")
            }
        }
        writer.endArray()
    }

    /// protobuf-c keeps all entries that it read; of equal keys the last one counts.
    mutating func map(_ field: FieldSchema, _ count: Int, _ first: UnsafeRawPointer?) throws(Failure) {
        writer.beginObject()
        defer { writer.endObject() }
        guard count > 0, let first, let entry = field.messageSchema, entry.table.pointee.field_count == 2 else {
            return
        }
        let keyField = FieldSchema(message: entry, index: 0)
        let valueField = FieldSchema(message: entry, index: 1)
        let entries = first.assumingMemoryBound(to: UnsafeRawPointer?.self)
        var last: [String: Int] = [:]
        let keys = (0..<count).map { index in
            let key = entries[index].map { mapKey(keyField, keyField.slot($0)) } ?? ""
            last[JSONValue.identity(key)] = index
            return key
        }
        for (index, key) in keys.enumerated() where last[JSONValue.identity(key)] == index {
            guard let entry = entries[index] else { continue }
            writer.key(key)
            do throws(Failure) {
                try value(valueField, valueField.slot(entry), isElement: true)
            } catch {
                throw error.inside("[\(quoted(key))]")
            }
        }
    }

    private func mapKey(_ field: FieldSchema, _ slot: UnsafeRawPointer) -> String {
        switch field.kind {
        case .bool: slot.load(as: protobuf_c_boolean.self) != 0 ? "true" : "false"
        case .int32, .sint32, .sfixed32: String(slot.load(as: Int32.self))
        case .int64, .sint64, .sfixed64: String(slot.load(as: Int64.self))
        case .uint32, .fixed32: String(slot.load(as: UInt32.self))
        case .uint64, .fixed64: String(slot.load(as: UInt64.self))
        default: Unpacked.string(slot.load(as: ProtobufCBinaryData.self))
        }
    }

    /// - Parameter isElement: whether it is in a list or map, where null would mean something else.
    mutating func value(_ field: FieldSchema, _ slot: UnsafeRawPointer, isElement: Bool) throws(Failure) {
        switch field.kind {
        case .double: try floating(slot.load(as: Double.self))
        case .float: try floating(slot.load(as: Float.self))
        case .int32, .sint32, .sfixed32: writer.integer(slot.load(as: Int32.self))
        case .uint32, .fixed32: writer.integer(slot.load(as: UInt32.self))
        case .int64, .sint64, .sfixed64: try long(slot.load(as: Int64.self))
        case .uint64, .fixed64: try long(slot.load(as: UInt64.self))
        case .bool: writer.bool(slot.load(as: protobuf_c_boolean.self) != 0)
        case .string: writer.string(utf8: bytes(slot))
        case .bytes:
            let text = Base64.encode(bytes(slot))
            text.withUnsafeBufferPointer { writer.string(utf8: $0) }
        case .enum: enumeration(field.enumSchema, slot.load(as: Int32.self), isElement: isElement)
        case .message:
            guard let schema = field.messageSchema else { throw Failure(message: "of no known type") }
            // A map's entry may have come without its value.
            let inner = slot.load(as: UnsafeRawPointer?.self) ?? UnsafeRawPointer(arena.initialised(schema))
            try message(schema, inner)
        }
    }

    func bytes(_ slot: UnsafeRawPointer) -> UnsafeBufferPointer<UInt8> {
        let data = slot.load(as: ProtobufCBinaryData.self)
        return UnsafeBufferPointer(start: data.data, count: data.data == nil ? 0 : data.len)
    }

    private mutating func floating<Number: BinaryFloatingPoint & LosslessStringConvertible>(
        _ number: Number
    ) throws(Failure) {
        if number.isFinite {
            if let float = number as? Float { writer.number(float) } else { writer.number(Double(number)) }
        } else if isHouse {
            throw Failure(message: "not a finite number")
        } else {
            writer.string(number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity")
        }
    }

    private mutating func long(_ number: some FixedWidthInteger) throws(Failure) {
        guard isHouse else { return writer.string(String(number)) }
        guard number.magnitude < 1 << 53 else { throw Failure(message: "a number of 2^53 or more") }
        writer.integer(number)
    }

    private mutating func enumeration(_ schema: EnumSchema?, _ number: Int32, isElement: Bool) {
        guard let schema else { return writer.integer(number) }
        if schema.isNullValue || (isHouse && !isElement && schema.isUnspecified(number)) { return writer.null() }
        guard let name = isHouse ? schema.houseName(of: number) : schema.name(of: number) else {
            return writer.integer(number)
        }
        writer.string(name)
    }

    private func isDefault(_ field: FieldSchema, _ slot: UnsafeRawPointer) -> Bool {
        switch field.kind {
        case .string, .bytes: bytes(slot).isEmpty
        // By bits: minus zero is not the default.
        case .double, .int64, .uint64, .sint64, .fixed64, .sfixed64: slot.load(as: UInt64.self) == 0
        default: slot.load(as: UInt32.self) == 0
        }
    }
}
