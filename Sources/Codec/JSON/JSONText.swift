// JSON strings: found and checked in the text, unescaped only when somebody wants them.

/// A string as it stands in the text, without its quotes; already checked, so unescaping cannot fail.
struct JSONText {
    let start: UnsafePointer<UInt8>
    /// Bytes in the text; never fewer than the unescaped string has.
    let count: Int
    let hasEscapes: Bool

    var string: String {
        guard hasEscapes else {
            return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
        }
        return String(unsafeUninitializedCapacity: count) { buffer in
            buffer.baseAddress.map { unescape(into: $0) } ?? 0
        }
    }

    /// Writes the unescaped string.
    /// - Parameter target: room for `count` bytes.
    /// - Returns: how many bytes were written.
    func unescape(into target: UnsafeMutablePointer<UInt8>) -> Int {
        guard hasEscapes else {
            target.initialize(from: start, count: count)
            return count
        }
        var read = start
        var write = target
        let end = start + count
        while read < end {
            let byte = read.pointee
            read += 1
            guard byte == UInt8(ascii: "\\"), read < end else {
                write.pointee = byte
                write += 1
                continue
            }
            let escape = read.pointee
            read += 1
            guard escape == UInt8(ascii: "u") else {
                write.pointee = JSONText.plain(escape) ?? escape
                write += 1
                continue
            }
            var scalar = UInt32(JSONText.hex(read))
            read += 4
            if scalar & 0xfc00 == 0xd800 {
                scalar = 0x10000 + (scalar & 0x3ff) << 10 + UInt32(JSONText.hex(read + 2)) & 0x3ff
                read += 6
            }
            write = JSONText.encode(scalar, write)
        }
        return write - target
    }

    /// What a one-letter escape stands for.
    static func plain(_ escape: UInt8) -> UInt8? {
        switch escape {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): escape
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0c
        case UInt8(ascii: "n"): 0x0a
        case UInt8(ascii: "r"): 0x0d
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

    static func hexDigit(_ byte: UInt8) -> UInt16? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }

    /// Four digits that were checked before.
    private static func hex(_ digits: UnsafePointer<UInt8>) -> UInt16 {
        (0..<4).reduce(0) { $0 << 4 | (hexDigit(digits[$1]) ?? 0) }
    }

    private static func encode(
        _ scalar: UInt32, _ target: UnsafeMutablePointer<UInt8>
    ) -> UnsafeMutablePointer<UInt8> {
        func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: scalar >> shift & 0x3f | 0x80) }
        switch scalar {
        case 0..<0x80:
            target[0] = UInt8(truncatingIfNeeded: scalar)
            return target + 1
        case 0..<0x800:
            target[0] = UInt8(truncatingIfNeeded: scalar >> 6 | 0xc0)
            target[1] = tail(0)
            return target + 2
        case 0..<0x10000:
            target[0] = UInt8(truncatingIfNeeded: scalar >> 12 | 0xe0)
            target[1] = tail(6)
            target[2] = tail(0)
            return target + 3
        default:
            target[0] = UInt8(truncatingIfNeeded: scalar >> 18 | 0xf0)
            target[1] = tail(12)
            target[2] = tail(6)
            target[3] = tail(0)
            return target + 4
        }
    }
}

extension JSONReader {
    /// Takes a string, checking escapes, surrogates and UTF-8.
    mutating func string() throws(Failure) -> JSONText {
        skipSpace()
        guard at < end, at.pointee == UInt8(ascii: "\"") else { throw failure(.syntax, "not a string") }
        at += 1
        let first = at
        var hasEscapes = false
        var isASCII = true
        while at < end {
            switch at.pointee {
            case UInt8(ascii: "\""):
                if !isASCII, checkText(first, at) != .good { throw failure(.invalidText, "a string that is not UTF-8") }
                let text = JSONText(start: first, count: at - first, hasEscapes: hasEscapes)
                at += 1
                return text
            case UInt8(ascii: "\\"):
                hasEscapes = true
                try escape()
            case 0: throw failure(.embeddedNUL, "a string with a NUL character")
            case 0..<0x20: throw failure(.syntax, "a control character in a string")
            case 0x80...0xff:
                isASCII = false
                at += 1
            default: at += 1
            }
        }
        throw failure(.syntax, "the text ends inside of a string")
    }

    private mutating func escape() throws(Failure) {
        at += 1
        guard at < end else { throw failure(.syntax, "the text ends inside of a string") }
        if at.pointee != UInt8(ascii: "u") {
            guard JSONText.plain(at.pointee) != nil else { throw failure(.syntax, "no such escape") }
            at += 1
            return
        }
        at += 1
        let unit = try fourDigits()
        if unit == 0 { throw failure(.embeddedNUL, "a string with a NUL character") }
        guard unit & 0xf800 == 0xd800 else { return }
        guard unit & 0x0400 == 0, end - at >= 2, at[0] == UInt8(ascii: "\\"), at[1] == UInt8(ascii: "u") else {
            throw failure(.invalidText, "half of a surrogate pair")
        }
        at += 2
        guard try fourDigits() & 0xfc00 == 0xdc00 else { throw failure(.invalidText, "half of a surrogate pair") }
    }

    private mutating func fourDigits() throws(Failure) -> UInt16 {
        guard end - at >= 4 else { throw failure(.syntax, "the text ends inside of a string") }
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = JSONText.hexDigit(at.pointee) else { throw failure(.syntax, "no such escape") }
            unit = unit << 4 | digit
            at += 1
        }
        return unit
    }
}
