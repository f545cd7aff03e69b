// Bytes written by hand, field by field, right or wrong: what no honest encoder would send.

struct Wire {
    private(set) var bytes: [UInt8] = []
    /// Where the top-level fields begin, and the end: a message cut there is a whole message.
    private(set) var boundaries: Set<Int> = [0]

    init() {}

    static func varint(_ value: UInt64) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7f) | 0x80)
            rest >>= 7
        }
        return bytes + [UInt8(rest)]
    }

    func raw(_ raw: [UInt8]) -> Wire {
        var wire = self
        wire.bytes += raw
        wire.boundaries.insert(wire.bytes.count)
        return wire
    }

    func tag(_ number: UInt64, _ wireType: UInt64) -> [UInt8] { Wire.varint(number << 3 | wireType) }

    func varint(_ number: UInt64, _ value: UInt64) -> Wire { raw(tag(number, 0) + Wire.varint(value)) }
    func fixed64(_ number: UInt64, _ value: UInt64) -> Wire {
        raw(tag(number, 1) + (0..<8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) })
    }
    func fixed32(_ number: UInt64, _ value: UInt32) -> Wire {
        raw(tag(number, 5) + (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) })
    }
    func delimited(_ number: UInt64, _ content: [UInt8]) -> Wire {
        raw(tag(number, 2) + Wire.varint(UInt64(content.count)) + content)
    }
    func text(_ number: UInt64, _ text: String) -> Wire { delimited(number, Array(text.utf8)) }
    func message(_ number: UInt64, _ message: Wire) -> Wire { delimited(number, message.bytes) }
}
