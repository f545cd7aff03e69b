// Writes the generator's answer: three kinds of field are all that a CodeGeneratorResponse needs.

struct WireWriter {
    private(set) var bytes: [UInt8] = []

    mutating func field(_ number: Int, text: String) {
        field(number, bytes: Array(text.utf8))
    }

    mutating func field(_ number: Int, bytes field: [UInt8]) {
        varint(UInt64(number) << 3 | 2)
        varint(UInt64(field.count))
        bytes += field
    }

    mutating func field(_ number: Int, number value: UInt64) {
        varint(UInt64(number) << 3)
        varint(value)
    }

    private mutating func varint(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}
