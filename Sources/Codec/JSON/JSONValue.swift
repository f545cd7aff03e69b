// JSON of no particular message, for small documents such as endpoints.json.

/// Any JSON value. Objects keep the order of their members; no key comes twice.
public enum JSONValue: Sendable, Hashable {
    public struct Member: Sendable, Hashable {
        public let key: String
        public let value: JSONValue

        public init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    case null
    case bool(Bool)
    /// A whole number that fits.
    case integer(Int64)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([Member])

    /// Parses JSON text: RFC 8259, at most 64 deep, no duplicate keys, no NUL in strings.
    public init(parsing text: [UInt8]) throws(JSONDecodingError) {
        self = try text.withUnsafeBufferPointer { buffer in
            Result { () throws(JSONDecodingError) in
                // An empty text has no address; any will do.
                let fallback: UnsafeMutablePointer<UInt8> = .allocate(capacity: 1)
                defer { fallback.deallocate() }
                var reader = JSONReader(start: buffer.baseAddress ?? UnsafePointer(fallback), count: buffer.count)
                let value = try JSONValue(&reader)
                try reader.finish()
                return value
            }
        }.get()
    }

    public init(parsing text: String) throws(JSONDecodingError) {
        try self.init(parsing: Array(text.utf8))
    }

    private init(_ reader: inout JSONReader) throws(JSONDecodingError) {
        switch try reader.peek() {
        case .null:
            try reader.null()
            self = .null
        case .bool: self = .bool(try reader.bool())
        case .string: self = .string(try reader.string().string)
        case .number:
            let number = try reader.number()
            if let integer = number.signed {
                self = .integer(integer)
            } else if let double = Double(number.text), double.isFinite {
                self = .number(double)
            } else {
                throw reader.failure(.outOfRange, "a number too large")
            }
        case .array:
            try reader.beginArray()
            var isFirst = true
            var elements: [JSONValue] = []
            while try reader.nextElement(&isFirst) { elements.append(try JSONValue(&reader)) }
            self = .array(elements)
        case .object:
            try reader.beginObject()
            var isFirst = true
            var members: [Member] = []
            var keys: Set<String> = []
            while let key = try reader.nextKey(&isFirst)?.string {
                guard keys.insert(JSONValue.identity(key)).inserted else {
                    throw reader.failure(.duplicateKey, "a key that is there twice")
                }
                members.append(Member(key, try JSONValue(&reader)))
            }
            self = .object(members)
        }
    }

    /// Swift finds canonically equivalent strings equal; JSON does not.
    static func identity(_ key: String) -> String {
        key.utf8.allSatisfy { $0 < 0x80 }
            ? key : key.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
    }

    /// The member of that key.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    public func write(to writer: inout JSONWriter) {
        switch self {
        case .null: writer.null()
        case .bool(let value): writer.bool(value)
        case .integer(let value): writer.integer(value)
        case .number(let value): writer.number(value)
        case .string(let value): writer.string(value)
        case .array(let elements):
            writer.beginArray()
            for element in elements { element.write(to: &writer) }
            writer.endArray()
        case .object(let members):
            writer.beginObject()
            for member in members {
                writer.key(member.key)
                member.value.write(to: &writer)
            }
            writer.endObject()
        }
    }

    /// As compact JSON text.
    public var text: String {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.string
    }
}
