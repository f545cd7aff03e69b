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

    // Two pointers and no slices: this runs for every call, and a slice of a buffer costs more than the field in it.
    private var at: UnsafeRawPointer?
    private var left: Int

    init(_ bytes: UnsafeRawBufferPointer) {
        at = bytes.baseAddress
        left = bytes.count
    }

    /// The next field, `nil` at the end.
    @inline(__always)
    mutating func next() throws(EnvelopeError) -> (number: UInt32, value: Value)? {
        guard left > 0 else { return nil }
        let tag = try varint()
        let number = tag >> 3
        guard number > 0, number < 1 << 29 else { throw .malformed("field number \(number)") }
        switch tag & 7 {
        case 0: return (UInt32(number), .varint(try varint()))
        case 1:
            guard take(8) != nil else { throw .malformed("cut off") }
            return (UInt32(number), .fixed)
        case 2:
            let length = try varint()
            guard length <= UInt64(left), let bytes = take(Int(length)) else {
                throw .malformed("field \(number) is cut off")
            }
            return (UInt32(number), .bytes(bytes))
        case 5:
            guard take(4) != nil else { throw .malformed("cut off") }
            return (UInt32(number), .fixed)
        default: throw .malformed("field \(number) has wire type \(tag & 7)")
        }
    }

    @inline(__always)
    private mutating func take(_ count: Int) -> UnsafeRawBufferPointer? {
        guard count <= left, let start = at else { return nil }
        at = start + count
        left -= count
        return UnsafeRawBufferPointer(start: start, count: count)
    }

    @inline(__always)
    private mutating func varint() throws(EnvelopeError) -> UInt64 {
        guard left > 0, let start = at else { throw .malformed("cut off in a varint") }
        let byte = start.load(as: UInt8.self)
        guard byte >= 0x80 else {
            at = start + 1
            left -= 1
            return UInt64(byte)
        }
        return try longVarint(start)
    }

    private mutating func longVarint(_ start: UnsafeRawPointer) throws(EnvelopeError) -> UInt64 {
        var result: UInt64 = 0
        var shift: UInt64 = 0
        for index in 0..<min(left, 10) {
            let byte = start.load(fromByteOffset: index, as: UInt8.self)
            if index == 9, byte > 1 { break }
            result |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 {
                at = start + index + 1
                left -= index + 1
                return result
            }
            shift += 7
        }
        throw .malformed(left >= 10 ? "a varint is longer than 64 bits" : "cut off in a varint")
    }
}

/// Text as it stands on the wire: valid UTF-8 and no NUL.
enum WireText {
    static func isValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let start = bytes.baseAddress else { return true }
        // Eight at a time while they are plain ASCII, which names are.
        var at = 0
        while at + 8 <= bytes.count {
            guard isPlain(start.loadUnaligned(fromByteOffset: at, as: UInt64.self)) else { return string(bytes) != nil }
            at += 8
        }
        while at < bytes.count {
            guard (1..<0x80).contains(start.load(fromByteOffset: at, as: UInt8.self)) else {
                return string(bytes) != nil
            }
            at += 1
        }
        return true
    }

    /// False where a byte is zero or has its high bit set, and perhaps where the byte after a zero is 1.
    @inline(__always)
    private static func isPlain(_ word: UInt64) -> Bool {
        (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0
    }

    static func string(_ bytes: UnsafeRawBufferPointer) -> String? {
        guard !bytes.contains(0) else { return nil }
        return String(validating: bytes.bindMemory(to: UInt8.self), as: UTF8.self)
    }
}
