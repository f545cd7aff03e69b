// Reads protobuf fields in place, with the strictness of Codec's check pass: numbers 1…2^29−1, varints of at most ten
// bytes, no groups, nothing past the end. For the envelope alone: it is small, known, and read once per call.

/// Why bytes are no envelope.
package enum EnvelopeError: Error, Equatable {
    case malformed(String)
    /// More pairs or bytes of metadata than allowed.
    case metadataTooLarge(String)

    static var notText: EnvelopeError { .malformed("text that is not UTF-8 or has a NUL in it") }
}

/// A key (field number and wire type) first, then what the caller takes it for: `bytes`, `varint`, or `skip`.
struct FieldReader {
    private let data: UnsafeRawBufferPointer
    private var at = 0

    init(_ data: UnsafeRawBufferPointer) { self.data = data }

    /// The key of the next field, number << 3 | wire type; 0 at the end.
    @inline(__always)
    mutating func key() throws(EnvelopeError) -> UInt32 {
        guard at < data.count else { return 0 }
        let byte = data[at]
        // Fields 1 to 15: all that an envelope has.
        guard byte >= 8, byte < 0x80 else { return try longKey() }
        at &+= 1
        return UInt32(byte)
    }

    /// Where in the data the bytes of a field are that has wire type 2.
    @inline(__always)
    mutating func bytes() throws(EnvelopeError) -> Range<Int> {
        let length = try varint()
        guard length <= UInt64(data.count &- at) else { throw Self.cutOff }
        let start = at
        at &+= Int(truncatingIfNeeded: length)
        return Range(uncheckedBounds: (start, at))
    }

    @inline(__always)
    mutating func varint() throws(EnvelopeError) -> UInt64 {
        guard at < data.count, data[at] < 0x80 else { return try longVarint() }
        at &+= 1
        return UInt64(data[at &- 1])
    }

    /// Passes over the value of the field with this key.
    mutating func skip(_ key: UInt32) throws(EnvelopeError) {
        switch key & 7 {
        case 0: _ = try varint()
        case 1: try pass(8)
        case 2: _ = try bytes()
        case 5: try pass(4)
        default: throw .malformed("field \(key >> 3) has wire type \(key & 7)")
        }
    }

    private mutating func pass(_ count: Int) throws(EnvelopeError) {
        guard data.count - at >= count else { throw Self.cutOff }
        at += count
    }

    @inline(never)
    private mutating func longKey() throws(EnvelopeError) -> UInt32 {
        let key = try varint()
        guard (1..<1 << 29).contains(key >> 3) else { throw .malformed("field \(key >> 3)") }
        return UInt32(truncatingIfNeeded: key)
    }

    @inline(never)
    private mutating func longVarint() throws(EnvelopeError) -> UInt64 {
        var result: UInt64 = 0
        var shift: UInt64 = 0
        while at < data.count {
            let byte = data[at]
            at &+= 1
            // The tenth byte has room for one bit.
            if shift == 63, byte > 1 { throw .malformed("a varint is longer than 64 bits") }
            result |= UInt64(byte & 0x7F) &<< shift
            if byte < 0x80 { return result }
            shift &+= 7
        }
        throw .malformed("cut off in a varint")
    }

    private static var cutOff: EnvelopeError { .malformed("cut off in a field") }
}

/// What a key is made of, for the fields that are known.
enum FieldKey {
    static func varint(_ number: UInt32) -> UInt32 { number << 3 }
    static func bytes(_ number: UInt32) -> UInt32 { number << 3 | 2 }
}
