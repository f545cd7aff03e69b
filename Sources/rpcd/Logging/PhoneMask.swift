// Phone numbers in log lines: the country and the last two digits are enough to recognise one that is known already,
// and too little to learn one. Masked are `+` with 7 digits or more, and 7 digits or more before an `@`.

enum PhoneMask {
    private static let shortest = 7

    static func masked(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "@") }) else { return text }
        var bytes = Array(text.utf8)
        var start = 0
        while start < bytes.count {
            guard isDigit(bytes[start]) else {
                start += 1
                continue
            }
            var end = start
            while end < bytes.count, isDigit(bytes[end]) { end += 1 }
            let isNumber =
                start > 0 && bytes[start - 1] == UInt8(ascii: "+")
                || end < bytes.count && bytes[end] == UInt8(ascii: "@")
            if isNumber, end - start >= shortest {
                for index in (start + 2)..<(end - 2) { bytes[index] = UInt8(ascii: "*") }
            }
            start = end
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
