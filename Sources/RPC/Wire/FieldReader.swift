// Reads protobuf fields in place, with the strictness of Codec's check pass: numbers 1…2^29−1, varints of at most ten
// bytes, no groups, nothing past the end. For the envelope alone: it is small, known, and read once per call.

/// Why bytes are no envelope.
enum EnvelopeError: Error, Equatable {
    case malformed(String)
    /// More pairs or bytes of metadata than allowed.
    case metadataTooLarge(String)
}

struct FieldReader {
    enum Value {
        case varint(UInt64)
        /// Of eight or four bytes; nothing of ours is.
        case fixed
        case bytes(UnsafeRawBufferPointer)
    }

    private var rest: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer) { rest = bytes }

    /// The next field, `nil` at the end.
    mutating func next() throws(EnvelopeError) -> (number: UInt32, value: Value)? {
        guard !rest.isEmpty else { return nil }
        let tag = try varint()
        let number = tag >> 3
        guard number > 0, number < 1 << 29 else { throw .malformed("field number \(number)") }
        switch tag & 7 {
        case 0: return (UInt32(number), .varint(try varint()))
        case 1:
            try skip(8)
            return (UInt32(number), .fixed)
        case 2:
            let length = try varint()
            guard length <= UInt64(rest.count) else { throw .malformed("field \(number) is cut off") }
            let bytes = UnsafeRawBufferPointer(rebasing: rest[..<(rest.startIndex + Int(length))])
            rest = UnsafeRawBufferPointer(rebasing: rest[(rest.startIndex + Int(length))...])
            return (UInt32(number), .bytes(bytes))
        case 5:
            try skip(4)
            return (UInt32(number), .fixed)
        default: throw .malformed("field \(number) has wire type \(tag & 7)")
        }
    }

    private mutating func skip(_ count: Int) throws(EnvelopeError) {
        guard rest.count >= count else { throw .malformed("cut off") }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }

    private mutating func varint() throws(EnvelopeError) -> UInt64 {
        var result: UInt64 = 0
        var shift: UInt64 = 0
        var used = 0
        while used < rest.count {
            let byte = rest[used]
            used += 1
            if used == 10, byte > 1 { break }
            result |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 {
                rest = UnsafeRawBufferPointer(rebasing: rest[used...])
                return result
            }
            shift += 7
            if used == 10 { break }
        }
        throw .malformed(used >= 10 ? "a varint is longer than 64 bits" : "cut off in a varint")
    }
}

/// Text as it stands on the wire: valid UTF-8 and no NUL.
enum WireText {
    static func isValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var isASCII = true
        for byte in bytes {
            if byte == 0 { return false }
            if byte >= 0x80 { isASCII = false }
        }
        return isASCII || String(validating: bytes.bindMemory(to: UInt8.self), as: UTF8.self) != nil
    }

    static func string(_ bytes: UnsafeRawBufferPointer) -> String? {
        guard !bytes.contains(0) else { return nil }
        return String(validating: bytes.bindMemory(to: UInt8.self), as: UTF8.self)
    }
}
