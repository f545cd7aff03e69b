// JSON text into C structs: objects, lists and maps by the schema. Values are in JSONMessageReader+Values.swift, the
// types with a spelling of their own in +WellKnown.swift.
//
// Errors get their path on the way out, so that nothing is kept for it while all goes well.
internal import CDescriptors
internal import CProtobufC
internal import Glibc

struct JSONMessageReader {
    typealias Failure = JSONDecodingError

    var reader: JSONReader
    let arena: Arena
    let options: JSONDecodingOptions
    var depthLeft: Int
    var fieldsLeft: Int

    /// Memory from the arena.
    func take(_ size: Int) throws(Failure) -> UnsafeMutableRawPointer {
        guard let memory = arena.take(size) else {
            throw reader.failure(.tooLarge, "more memory needed than allowed")
        }
        return memory
    }

    /// A C struct with all fields at their defaults.
    func blank(_ schema: MessageSchema) throws(Failure) -> UnsafeMutableRawPointer {
        let message = try take(schema.descriptor.pointee.sizeof_message)
        schema.descriptor.pointee.message_init(message.assumingMemoryBound(to: ProtobufCMessage.self))
        return message
    }

    mutating func countField() throws(Failure) {
        fieldsLeft &-= 1
        guard fieldsLeft >= 0 else { throw reader.failure(.tooManyFields, "too many fields") }
    }

    /// Reads the next value as a message.
    mutating func message(_ schema: MessageSchema) throws(Failure) -> UnsafeMutableRawPointer {
        guard depthLeft > 0 else { throw reader.failure(.tooDeep, "messages nested too deeply") }
        depthLeft -= 1
        defer { depthLeft += 1 }
        let message = try blank(schema)
        if let wellKnown = schema.wellKnown {
            try read(wellKnown, schema, into: message)
        } else {
            try object(schema, into: message)
        }
        return message
    }

    /// - Parameter skipping: a key that is not a field, for Any.
    mutating func object(
        _ schema: MessageSchema, into message: UnsafeMutableRawPointer, skipping: String? = nil
    ) throws(Failure) {
        try expect(.object, "an object")
        try reader.beginObject()
        let fieldCount = Int(schema.table.pointee.field_count)
        // One byte a field; a message without fields needs none.
        let seen = try take(fieldCount)
        memset(seen, 0, fieldCount)
        var hint = 0
        var isFirst = true
        var skipped = false
        while let key = try reader.nextKey(&isFirst) {
            let name = try unescaped(key)
            guard let index = fieldIndex(schema, name, hint: hint) else {
                let text = key.string
                if text == skipping, !skipped {
                    skipped = true
                    try reader.skip()
                    continue
                }
                guard options.ignoresUnknownFields else {
                    throw reader.failure(.unknownField, "no such field").inside(isPlain(text) ? text : "…")
                }
                try countField()
                try reader.skip()
                continue
            }
            hint = index + 1
            let field = FieldSchema(message: schema, index: index)
            do throws(Failure) {
                guard seen.load(fromByteOffset: index, as: UInt8.self) == 0 else {
                    throw reader.failure(.duplicateKey, "given twice")
                }
                seen.storeBytes(of: 1, toByteOffset: index, as: UInt8.self)
                try self.field(field, into: message)
            } catch {
                throw error.inside(field.name)
            }
        }
    }

    private mutating func field(_ field: FieldSchema, into message: UnsafeMutableRawPointer) throws(Failure) {
        // The house prints what is absent as null, so null is absence there, whatever the field.
        if try reader.peek() == .null, options.dialect == .house || field.isRepeated || !takesNull(field) {
            try reader.null()
            return
        }
        if field.isMap { return try map(field, into: message) }
        if field.isRepeated { return try list(field, into: message) }
        try countField()
        if field.hasCase, field.caseNumber(UnsafeRawPointer(message)) != 0 {
            throw reader.failure(.oneofConflict, "excludes another field that is given too")
        }
        try value(field, into: field.slot(message))
        field.setCase(message)
    }

    /// Reads an array into a list.
    mutating func list(_ field: FieldSchema, into message: UnsafeMutableRawPointer) throws(Failure) {
        try expect(.array, "an array")
        try reader.beginArray()
        var list = GrowingList(elementSize: field.elementSize)
        var isFirst = true
        while try reader.nextElement(&isFirst) {
            do throws(Failure) {
                try countField()
                let slot = try list.add(in: self)
                if try reader.peek() == .null, !takesNull(field) {
                    throw reader.failure(.wrongType, "null in a list")
                }
                try value(field, into: slot)
            } catch {
                throw error.inside(index: list.count - 1)
            }
        }
        field.setElements(message, list.count, list.first)
    }

    /// Reads an object into the entries of a map.
    mutating func map(_ field: FieldSchema, into message: UnsafeMutableRawPointer) throws(Failure) {
        try expect(.object, "an object")
        try reader.beginObject()
        guard let entrySchema = field.messageSchema, entrySchema.table.pointee.field_count == 2, depthLeft > 0 else {
            throw reader.failure(.tooDeep, "messages nested too deeply")
        }
        depthLeft -= 1
        defer { depthLeft += 1 }
        let keyField = FieldSchema(message: entrySchema, index: 0)
        let valueField = FieldSchema(message: entrySchema, index: 1)
        var list = GrowingList(elementSize: MemoryLayout<UnsafeRawPointer>.size)
        var keys: Set<String> = []
        var isFirst = true
        while let key = try reader.nextKey(&isFirst) {
            let text = key.string
            do throws(Failure) {
                try countField()
                let entry = try blank(entrySchema)
                let identity = try mapKey(keyField, key, text, into: keyField.slot(entry))
                guard keys.insert(identity).inserted else { throw reader.failure(.duplicateKey, "given twice") }
                if try reader.peek() == .null, !takesNull(valueField) {
                    throw reader.failure(.wrongType, "null in a map")
                }
                try value(valueField, into: valueField.slot(entry))
                try list.add(in: self).storeBytes(of: entry, as: UnsafeMutableRawPointer.self)
            } catch {
                throw error.inside(key: text)
            }
        }
        field.setElements(message, list.count, list.first)
    }

    /// Whether null is a value of the field, not the absence of one.
    private func takesNull(_ field: FieldSchema) -> Bool {
        switch field.kind {
        case .message: field.messageSchema?.wellKnown == .value
        case .enum: field.enumSchema?.isNullValue ?? false
        default: false
        }
    }

    mutating func expect(_ kind: JSONReader.Kind, _ words: String) throws(Failure) {
        guard try reader.peek() == kind else { throw reader.failure(.wrongType, "must be \(words)") }
    }

    /// The bytes of a key or string; copied only where it has escapes.
    func unescaped(_ text: JSONText) throws(Failure) -> UnsafeBufferPointer<UInt8> {
        guard text.hasEscapes else { return UnsafeBufferPointer(start: text.start, count: text.count) }
        let target = try take(text.count).bindMemory(to: UInt8.self, capacity: text.count)
        return UnsafeBufferPointer(start: target, count: text.unescape(into: target))
    }

    /// The field of that name in either spelling; fields mostly come in order, so the one after the last is tried first.
    private func fieldIndex(_ schema: MessageSchema, _ name: UnsafeBufferPointer<UInt8>, hint: Int) -> Int? {
        let count = Int(schema.table.pointee.field_count)
        guard let fields = schema.table.pointee.fields else { return nil }
        for step in 0..<count {
            let index = hint + step < count ? hint + step : hint + step - count
            if equal(fields[index].name, name) || equal(fields[index].json_name, name) { return index }
        }
        return nil
    }

    private func equal(_ cString: UnsafePointer<CChar>, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = name.baseAddress else { return cString.pointee == 0 }
        return strncmp(cString, UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self), name.count) == 0
            && strlen(cString) == name.count
    }
}

/// A list in the arena whose length is not known yet; doubles when it is full.
struct GrowingList {
    let elementSize: Int
    private(set) var count = 0
    private var capacity = 0
    private(set) var first: UnsafeMutableRawPointer?

    init(elementSize: Int) {
        self.elementSize = elementSize
    }

    /// Room for one more element, zeroed.
    mutating func add(in reader: JSONMessageReader) throws(JSONDecodingError) -> UnsafeMutableRawPointer {
        count += 1
        if let first, count <= capacity { return first + (count - 1) * elementSize }
        let larger = max(4, capacity * 2)
        let memory = try reader.take(larger * elementSize)
        memset(memory, 0, larger * elementSize)
        if let first { memory.copyMemory(from: first, byteCount: capacity * elementSize) }
        first = memory
        capacity = larger
        return memory + (count - 1) * elementSize
    }
}
