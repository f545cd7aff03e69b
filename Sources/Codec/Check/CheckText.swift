// Whether bytes are UTF-8 without NUL. Eight ASCII bytes at a time, then by the table of RFC 3629, section 4.

enum TextVerdict {
    case good
    case notUTF8
    case nul
}

@inline(__always)
func checkText(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> TextVerdict {
    var at = start
    while end - at >= 8 {
        let word = UnsafeRawPointer(at).loadUnaligned(as: UInt64.self)
        // A high bit is set where a byte is not ASCII, or (in the first NUL at least) where it is zero.
        let suspicious = (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080
        if suspicious != 0 { return checkTextSlowly(at, end) }
        at += 8
    }
    return checkTextSlowly(at, end)
}

private func checkTextSlowly(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> TextVerdict {
    var at = start
    while at < end {
        let lead = at.pointee
        at += 1
        if lead < 0x80 {
            if lead == 0 { return .nul }
            continue
        }
        // How many bytes follow, and what the first of them may be.
        let more: Int
        var low: UInt8 = 0x80
        var high: UInt8 = 0xbf
        switch lead {
        case 0xc2...0xdf: more = 1
        case 0xe0: (more, low) = (2, 0xa0)
        case 0xed: (more, high) = (2, 0x9f)
        case 0xe1...0xef: more = 2
        case 0xf0: (more, low) = (3, 0x90)
        case 0xf4: (more, high) = (3, 0x8f)
        case 0xf1...0xf3: more = 3
        default: return .notUTF8
        }
        guard end - at >= more, at.pointee >= low, at.pointee <= high else { return .notUTF8 }
        for index in 1..<max(more, 1) where at[index] & 0xc0 != 0x80 { return .notUTF8 }
        at += more
    }
    return .good
}
