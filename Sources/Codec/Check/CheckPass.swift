// The pass over raw bytes before protobuf-c may see them (docs/THREATS.md): everything that protobuf-c does not check
// and everything that makes it slow, deep or large.
//
// Linear in the bytes; recursion only to the depth limit; no allocation and no reference counting. Whatever passes,
// protobuf-c unpacks within the estimated memory. Failures are codes, not errors, until the very end
// (ErrorPlace.swift finds the field).
internal import CDescriptors
internal import CProtobufC

struct CheckPass {
    typealias Byte = UnsafePointer<UInt8>

    var depthLeft: Int
    var fieldsLeft: Int
    var unknownLeft: Int
    var memoryLeft: Int
    let checksEnums: Bool
    // Set with the first failure.
    var reason: DecodingError.Reason?
    var failedAt: Byte?

    static func check(
        _ bytes: UnsafeRawBufferPointer, as schema: MessageSchema, limits: DecodingLimits
    ) throws(DecodingError) {
        var pass = CheckPass(
            depthLeft: limits.depth, fieldsLeft: limits.fields, unknownLeft: limits.unknownFields,
            memoryLeft: limits.memory, checksEnums: limits.refusesUnknownEnumValues)
        // An empty buffer may have no address; any will do.
        let start = (bytes.baseAddress ?? UnsafeRawPointer(schema.table)).assumingMemoryBound(to: UInt8.self)
        let end = start + bytes.count
        if pass.message(schema.table, start, end) { return }
        let failedAt = pass.failedAt ?? start
        throw DecodingError(
            reason: pass.reason ?? .refused, offset: failedAt - start,
            field: errorPlace(failedAt, in: schema.table, from: start, to: end))
    }

    /// Notes a failure.
    /// - Parameter at: a byte of the field concerned.
    @inline(never)
    mutating func fail(_ reason: DecodingError.Reason, at place: Byte) -> Bool {
        if self.reason == nil {
            self.reason = reason
            failedAt = place
        }
        return false
    }

    /// Counts memory that protobuf-c will take.
    @inline(__always)
    mutating func charge(_ size: Int, at place: Byte) -> Bool {
        memoryLeft &-= (size &+ 7) & ~7
        return memoryLeft >= 0 || fail(.tooLarge, at: place)
    }

    /// Checks one message.
    mutating func message(_ table: UnsafePointer<sb_message>, _ start: Byte, _ end: Byte) -> Bool {
        guard charge(table.pointee.descriptor.pointee.sizeof_message, at: start) else { return false }
        let words = (Int(table.pointee.field_count) &+ 63) >> 6
        guard words > 1 else {
            var seen: UInt64 = 0
            return withUnsafeMutablePointer(to: &seen) { fields(table, start, end, seen: $0) }
        }
        return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: words) { seen in
            seen.initialize(repeating: 0)
            // Never nil for a buffer that is not empty.
            return seen.baseAddress.map { fields(table, start, end, seen: $0) } ?? false
        }
    }

    /// - Parameter seen: a bit per field, set once a singular message field was there.
    private mutating func fields(
        _ table: UnsafePointer<sb_message>, _ start: Byte, _ end: Byte, seen: UnsafeMutablePointer<UInt64>
    ) -> Bool {
        var at = start
        var count = 0
        while at < end {
            let fieldStart = at
            var tag = UInt32(at.pointee)
            at += 1
            if tag >= 0x80 {
                guard let rest = longTag(first: tag, &at, end) else { return fail(.malformedTag, at: fieldStart) }
                tag = rest
            }
            let number = tag >> 3
            guard number != 0 else { return fail(.malformedTag, at: fieldStart) }
            fieldsLeft &-= 1
            count &+= 1
            guard fieldsLeft >= 0 else { return fail(.tooManyFields, at: fieldStart) }
            let index = sbFieldIndex(table, number)
            guard index >= 0, let fields = table.pointee.fields else {
                guard unknown(wireType: tag & 7, &at, end, fieldStart) else { return false }
                continue
            }
            let field = fields + index
            switch tag & 7 {
            case 0: guard varint(field, &at, end, fieldStart) else { return false }
            case 2:
                guard let length = lengthPrefix(&at, end, fieldStart) else { return false }
                if field.pointee.kind == 11 && field.pointee.flags & 1 == 0 {
                    let bit: UInt64 = 1 << UInt64(index & 63)
                    guard seen[index >> 6] & bit == 0 else { return fail(.repeatedSubmessage, at: fieldStart) }
                    seen[index >> 6] |= bit
                }
                guard delimited(field, at, at + length, fieldStart) else { return false }
                at += length
            case let wireType:
                guard fixed(field, wireType, &at, end, fieldStart) else { return false }
            }
        }
        // What protobuf-c notes about each field while scanning: 16 on the stack, then slabs of rising size.
        return count <= 16 || charge((count &* 2 &+ 16) &* 32, at: start)
    }

    private mutating func varint(
        _ field: UnsafePointer<sb_field>, _ at: inout Byte, _ end: Byte, _ fieldStart: Byte
    ) -> Bool {
        let kind = field.pointee.kind
        guard WireKind.isVarint(kind) else { return fail(.wrongWireType, at: fieldStart) }
        guard let value = readVarint(&at, end, fieldStart) else { return false }
        if kind == 14, !enumeration(field, value) { return fail(.unknownEnumValue, at: fieldStart) }
        return field.pointee.flags & 1 == 0 || charge(8, at: fieldStart)
    }

    private mutating func fixed(
        _ field: UnsafePointer<sb_field>, _ wireType: UInt32, _ at: inout Byte, _ end: Byte, _ fieldStart: Byte
    ) -> Bool {
        let size = wireType == 1 ? 8 : 4
        switch wireType {
        case 1, 5:
            guard WireKind.fixedSize(field.pointee.kind) == size else { return fail(.wrongWireType, at: fieldStart) }
            guard end - at >= size else { return fail(.truncated, at: fieldStart) }
            at += size
            return field.pointee.flags & 1 == 0 || charge(8, at: fieldStart)
        case 3, 4: return fail(.group, at: fieldStart)
        default: return fail(.malformedTag, at: fieldStart)
        }
    }

    /// A known field with a length before it: text, bytes, a message or a packed list.
    private mutating func delimited(
        _ field: UnsafePointer<sb_field>, _ at: Byte, _ end: Byte, _ fieldStart: Byte
    ) -> Bool {
        let isRepeated = field.pointee.flags & 1 != 0
        switch field.pointee.kind {
        case 9:
            switch checkText(at, end) {
            case .good: return charge((end - at) &+ (isRepeated ? 16 : 0), at: fieldStart)
            case .notUTF8: return fail(.invalidUTF8, at: fieldStart)
            case .nul: return fail(.embeddedNUL, at: fieldStart)
            }
        case 12: return charge((end - at) &+ (isRepeated ? 16 : 0), at: fieldStart)
        case 11:
            guard let table = field.pointee.message else { return fail(.refused, at: fieldStart) }
            depthLeft &-= 1
            guard depthLeft >= 0 else { return fail(.tooDeep, at: fieldStart) }
            guard !isRepeated || charge(8, at: fieldStart), message(table, at, end) else { return false }
            depthLeft &+= 1
            return true
        default:
            guard isRepeated else { return fail(.wrongWireType, at: fieldStart) }
            return packed(field, at, end)
        }
    }

    private mutating func packed(_ field: UnsafePointer<sb_field>, _ start: Byte, _ end: Byte) -> Bool {
        let kind = field.pointee.kind
        let size = WireKind.fixedSize(kind)
        if size > 0 {
            guard (end - start) % size == 0 else { return fail(.malformedPackedList, at: start) }
            return charge(end - start, at: start)
        }
        var at = start
        var count = 0
        while at < end {
            let elementStart = at
            guard let value = readVarint(&at, end, elementStart) else { return false }
            // protobuf-c takes packed booleans byte by byte.
            if kind == 8, value > 1 || at - elementStart > 1 { return fail(.malformedVarint, at: elementStart) }
            if kind == 14, !enumeration(field, value) { return fail(.unknownEnumValue, at: elementStart) }
            count &+= 1
        }
        return charge(count &* WireKind.elementSize(kind), at: start)
    }

    @inline(__always)
    private func enumeration(_ field: UnsafePointer<sb_field>, _ value: UInt64) -> Bool {
        guard checksEnums, let table = field.pointee.enumeration else { return true }
        return sbEnumIndex(table, Int32(truncatingIfNeeded: value)) >= 0
    }
}
