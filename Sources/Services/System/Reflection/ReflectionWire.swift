// Reads the fields of a message from its bytes, for the one message that has no type here: the embedded descriptor set.
// The generator wrote those bytes; what cannot be read ends the reading.

struct ReflectionWire: Sequence, IteratorProtocol {
    struct Field {
        let number: Int
        /// Of a varint, else 0.
        let value: UInt64
        /// Of a string or a message, else empty.
        let bytes: Slice<UnsafeRawBufferPointer>

        var text: String { String(decoding: bytes, as: UTF8.self) }
        var fields: ReflectionWire { ReflectionWire(bytes) }

        /// A repeated varint field: one number, or packed ones.
        var numbers: [Int32] {
            guard !bytes.isEmpty else { return [Int32(truncatingIfNeeded: value)] }
            var reader = ReflectionWire(bytes)
            var numbers: [Int32] = []
            while let number = reader.varint() { numbers.append(Int32(truncatingIfNeeded: number)) }
            return numbers
        }
    }

    private var rest: Slice<UnsafeRawBufferPointer>

    init(_ bytes: Slice<UnsafeRawBufferPointer>) { rest = bytes }

    mutating func next() -> Field? {
        guard let tag = varint() else { return nil }
        let number = Int(clamping: tag >> 3)
        switch tag & 7 {
        case 0: return varint().map { Field(number: number, value: $0, bytes: rest.prefix(0)) }
        case 1: return take(8).map { Field(number: number, value: 0, bytes: $0) }
        case 2: return varint().flatMap { take($0) }.map { Field(number: number, value: 0, bytes: $0) }
        case 5: return take(4).map { Field(number: number, value: 0, bytes: $0) }
        default: return nil
        }
    }

    private mutating func varint() -> UInt64? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while shift < 64, let byte = rest.popFirst() {
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }

    private mutating func take(_ count: UInt64) -> Slice<UnsafeRawBufferPointer>? {
        guard count <= UInt64(rest.count) else { return nil }
        defer { rest = rest.dropFirst(Int(count)) }
        return rest.prefix(Int(count))
    }
}
