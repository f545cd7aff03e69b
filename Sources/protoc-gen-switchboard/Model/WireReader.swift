// Reads the few extension messages that the generator understands (MethodRule, HttpRule) straight from their bytes.
// What it cannot read it stops at: protoc wrote these bytes.

struct WireReader {
    enum Value {
        case number(UInt64)
        case bytes([UInt8])
    }

    private let input: [UInt8]
    private var position = 0

    init(_ input: [UInt8]) {
        self.input = input
    }

    mutating func varint() -> UInt64? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while position < input.count, shift < 64 {
            let byte = input[position]
            position += 1
            value |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }

    mutating func bytes(_ count: Int) -> [UInt8] {
        let end = min(input.count, position + count)
        defer { position = end }
        return Array(input[position..<end])
    }

    /// The next field, or nil at the end.
    mutating func next() -> (number: Int, value: Value)? {
        guard let tag = varint() else { return nil }
        let number = Int(clamping: tag >> 3)
        switch tag & 7 {
        case 0: return varint().map { (number, .number($0)) }
        case 1: return (number, .bytes(bytes(8)))
        case 2: return varint().map { (number, .bytes(bytes(Int(clamping: $0)))) }
        case 5: return (number, .bytes(bytes(4)))
        default: return nil
        }
    }

    /// All fields, in order.
    static func fields(of input: [UInt8]) -> [(number: Int, value: Value)] {
        var reader = WireReader(input)
        var fields: [(number: Int, value: Value)] = []
        while let field = reader.next() { fields.append(field) }
        return fields
    }
}

extension WireReader.Value {
    var text: String {
        if case .bytes(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { "" }
    }

    var message: [UInt8] {
        if case .bytes(let bytes) = self { bytes } else { [] }
    }

    /// A repeated varint field: one number, or packed ones.
    var numbers: [UInt64] {
        switch self {
        case .number(let number): return [number]
        case .bytes(let bytes):
            var reader = WireReader(bytes)
            var numbers: [UInt64] = []
            while let number = reader.varint() { numbers.append(number) }
            return numbers
        }
    }
}
