// The check pass's smallest pieces: tags, varints, lengths, and fields that the schema does not know.
internal import CDescriptors

extension CheckPass {
    /// The rest of a tag of more than one byte; nil where it is longer than five bytes or over 32 bits.
    @inline(never)
    func longTag(first: UInt32, _ at: inout Byte, _ end: Byte) -> UInt32? {
        var value = first & 0x7f
        var shift: UInt32 = 7
        while at < end, shift < 35 {
            let byte = UInt32(at.pointee)
            at += 1
            if shift == 28, byte > 0x0f { return nil }
            value |= (byte & 0x7f) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }

    @inline(__always)
    mutating func readVarint(_ at: inout Byte, _ end: Byte, _ fieldStart: Byte) -> UInt64? {
        if at < end, at.pointee < 0x80 {
            let value = UInt64(at.pointee)
            at += 1
            return value
        }
        return longVarint(&at, end, fieldStart)
    }

    @inline(never)
    private mutating func longVarint(_ at: inout Byte, _ end: Byte, _ fieldStart: Byte) -> UInt64? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while at < end {
            let byte = UInt64(at.pointee)
            at += 1
            // The tenth byte has room for one bit, and nothing may follow it.
            if shift == 63, byte > 1 {
                _ = fail(.malformedVarint, at: fieldStart)
                return nil
            }
            value |= (byte & 0x7f) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        _ = fail(.truncated, at: fieldStart)
        return nil
    }

    /// A length that the rest of the message has room for. Not more than five bytes, as protobuf-c has it.
    @inline(__always)
    mutating func lengthPrefix(_ at: inout Byte, _ end: Byte, _ fieldStart: Byte) -> Int? {
        let start = at
        guard let length = readVarint(&at, end, fieldStart) else { return nil }
        guard at - start <= 5 else {
            _ = fail(.malformedVarint, at: fieldStart)
            return nil
        }
        guard length <= UInt64(end - at) else {
            _ = fail(.truncated, at: fieldStart)
            return nil
        }
        return Int(truncatingIfNeeded: length)
    }

    /// A field that the schema does not know: stepped over, never into.
    mutating func unknown(wireType: UInt32, _ at: inout Byte, _ end: Byte, _ fieldStart: Byte) -> Bool {
        unknownLeft &-= 1
        guard unknownLeft >= 0 else { return fail(.tooManyUnknownFields, at: fieldStart) }
        let start = at
        switch wireType {
        case 0:
            guard readVarint(&at, end, fieldStart) != nil else { return false }
        case 1, 5:
            let size = wireType == 1 ? 8 : 4
            guard end - at >= size else { return fail(.truncated, at: fieldStart) }
            at += size
        case 2:
            guard let length = lengthPrefix(&at, end, fieldStart) else { return false }
            at += length
        case 3, 4: return fail(.group, at: fieldStart)
        default: return fail(.malformedTag, at: fieldStart)
        }
        // protobuf-c keeps a note of 32 bytes and a copy.
        return charge((at - start) &+ 40, at: fieldStart)
    }
}

/// What of a field's kind decides about its form on the wire. Numbers are those of FieldDescriptorProto.Type.
enum WireKind {
    @inline(__always)
    static func isVarint(_ kind: UInt8) -> Bool {
        // int64, uint64, int32, bool, uint32, enum, sint32, sint64
        let kinds: UInt32 = 1 << 3 | 1 << 4 | 1 << 5 | 1 << 8 | 1 << 13 | 1 << 14 | 1 << 17 | 1 << 18
        return kinds >> UInt32(kind & 31) & 1 != 0
    }

    /// 8, 4, or 0 where the kind has no fixed size.
    @inline(__always)
    static func fixedSize(_ kind: UInt8) -> Int {
        switch kind {
        case 1, 6, 16: 8
        case 2, 7, 15: 4
        default: 0
        }
    }

    /// Bytes that one element of a list takes in C.
    @inline(__always)
    static func elementSize(_ kind: UInt8) -> Int {
        switch kind {
        case 1, 3, 4, 6, 11, 16, 18: 8
        case 9, 12: 16
        default: 4
        }
    }
}
