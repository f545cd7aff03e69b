// The number of a fact whose frame cannot be decoded, such as one with a NUL in a string. It lies in the bridge's journal
// and comes again on every stream until it is confirmed; so it is, by its number, and nothing else is made of it.

enum FactNumber {
    /// `BridgeFrame.seq`, as far as the frame can be walked through; nil where there is none, or none above 0.
    static func find(in frame: UnsafeRawBufferPointer) -> Int64? {
        var found: Int64 = 0
        var position = 0
        while position < frame.count, let tag = varint(frame, &position) {
            switch tag & 7 {
            case 0:
                guard let value = varint(frame, &position) else { return number(found) }
                if tag >> 3 == 1 { found = Int64(bitPattern: value) }
            case 1: position += 8
            case 2:
                guard let length = varint(frame, &position), length <= UInt64(frame.count - position) else {
                    return number(found)
                }
                position += Int(length)
            case 5: position += 4
            default: return number(found)
            }
        }
        return number(found)
    }

    private static func number(_ found: Int64) -> Int64? { found > 0 ? found : nil }

    private static func varint(_ bytes: UnsafeRawBufferPointer, _ position: inout Int) -> UInt64? {
        var value: UInt64 = 0
        for shift in stride(from: 0 as UInt64, to: 64, by: 7) {
            guard position < bytes.count else { return nil }
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7f) << shift
            if byte & 0x80 == 0 { return value }
        }
        return nil
    }
}
