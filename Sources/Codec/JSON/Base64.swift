// Base64 (RFC 4648), standard alphabet with padding out; in, also the URL-safe one, and padding may be missing.

enum Base64 {
    private static let alphabet: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

    static func encode(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var index = 0
        while index < bytes.count {
            let rest = bytes.count - index
            let second = rest > 1 ? UInt32(bytes[index + 1]) : 0
            let third = rest > 2 ? UInt32(bytes[index + 2]) : 0
            let group = UInt32(bytes[index]) << 16 | second << 8 | third
            text.append(letter(group >> 18))
            text.append(letter(group >> 12))
            text.append(rest > 1 ? letter(group >> 6) : UInt8(ascii: "="))
            text.append(rest > 2 ? letter(group) : UInt8(ascii: "="))
            index += 3
        }
        return text
    }

    private static func letter(_ bits: UInt32) -> UInt8 { alphabet.utf8Start[Int(bits & 0x3f)] }

    /// - Parameter target: room for as many bytes as the text has.
    /// - Returns: how many bytes were written; nil where the text is not base64.
    static func decode(_ text: UnsafeBufferPointer<UInt8>, into target: UnsafeMutablePointer<UInt8>) -> Int? {
        var length = text.count
        if length % 4 == 0 {
            // Padding may be missing, but not be of the wrong length.
            for _ in 0..<2 where length > 0 && text[length - 1] == UInt8(ascii: "=") { length -= 1 }
        }
        guard length % 4 != 1 else { return nil }
        var group: UInt32 = 0
        var written = 0
        for index in 0..<length {
            guard let bits = bits(text[index]) else { return nil }
            group = group << 6 | bits
            if index % 4 == 3 {
                for shift: UInt32 in [16, 8, 0] {
                    target[written] = UInt8(truncatingIfNeeded: group >> shift)
                    written += 1
                }
                group = 0
            }
        }
        if length % 4 == 2 {
            target[written] = UInt8(truncatingIfNeeded: group >> 4)
            written += 1
        } else if length % 4 == 3 {
            target[written] = UInt8(truncatingIfNeeded: group >> 10)
            target[written + 1] = UInt8(truncatingIfNeeded: group >> 2)
            written += 2
        }
        return written
    }

    private static func bits(_ letter: UInt8) -> UInt32? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(letter - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(letter - UInt8(ascii: "a") + 26)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(letter - UInt8(ascii: "0") + 52)
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
