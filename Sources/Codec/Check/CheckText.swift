// Whether bytes are UTF-8 without NUL. Eight ASCII bytes at a time, then by the table of RFC 3629, section 4.

/// Text as it stands on the wire, for those who read a message without its schema.
public enum WireText {
    /// The text that the bytes are, or nil where they are not UTF-8 or hold a NUL.
    public static func string(_ bytes: UnsafeRawBufferPointer) -> String? {
        guard isValid(bytes) else { return nil }
        return String(decoding: bytes.bindMemory(to: UInt8.self), as: UTF8.self)
    }

    /// Whether the bytes are UTF-8 without NUL.
    public static func isValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return true }
        return checkText(start, start + bytes.count) == .good
    }
}

enum TextVerdict {
    case good
    case notUTF8
    case nul
}

@inline(__always)
func checkText(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> TextVerdict {
    let count = end - start
    if count >= 8 {
        var at = start
        let last = end - 8
        while at < last {
            if isSuspicious(UnsafeRawPointer(at).loadUnaligned(as: UInt64.self)) { return checkTextSlowly(at, end) }
            at += 8
        }
        // The last eight may have been seen in part already, which does no harm.
        let tail = UnsafeRawPointer(last).loadUnaligned(as: UInt64.self)
        return isSuspicious(tail) ? checkTextSlowly(at, end) : .good
    }
    if count >= 4 {
        let head = UnsafeRawPointer(start).loadUnaligned(as: UInt32.self)
        let tail = UnsafeRawPointer(end - 4).loadUnaligned(as: UInt32.self)
        if !isSuspicious(UInt64(head) << 32 | UInt64(tail)) { return .good }
    }
    return checkTextSlowly(start, end)
}

/// A high bit is set where a byte is not ASCII, or (in the first NUL at least) where it is zero.
@inline(__always)
private func isSuspicious(_ word: UInt64) -> Bool {
    (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 != 0
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
