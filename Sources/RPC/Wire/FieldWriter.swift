// Sizes and bytes of protobuf fields, for the envelope. Sizes are known before anything is written, so that a frame's
// header can go first and a message can be packed straight into the outgoing buffer.

internal import NIOCore

enum FieldSize {
    static func varint(_ value: UInt64) -> Int { value < 0x80 ? 1 : (70 - value.leadingZeroBitCount) / 7 }

    /// Of a length-delimited field with a one-byte tag (numbers 1…15); an empty one is left out, as proto3 does.
    static func bytes(_ count: Int) -> Int { count == 0 ? 0 : 1 + varint(UInt64(count)) + count }

    /// The same where empty is not left out.
    static func message(_ count: Int) -> Int { 1 + varint(UInt64(count)) + count }

    static func pair(key: String, value: String) -> Int { bytes(key.utf8.count) + bytes(value.utf8.count) }

    static func metadata(_ metadata: Metadata) -> Int {
        metadata.reduce(0) { $0 + message(pair(key: $1.key, value: $1.value)) }
    }
}

enum FieldWriter {
    /// Tag and length of a length-delimited field with a one-byte tag (numbers 1…15), as `FieldSize.bytes` counts them.
    /// - Returns: where the bytes go.
    static func head(_ number: UInt8, count: Int, at start: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
        start.storeBytes(of: number << 3 | 2, as: UInt8.self)
        var at = start + 1
        var rest = UInt64(count)
        while rest >= 0x80 {
            at.storeBytes(of: UInt8(truncatingIfNeeded: rest) | 0x80, as: UInt8.self)
            at += 1
            rest >>= 7
        }
        at.storeBytes(of: UInt8(rest), as: UInt8.self)
        return at + 1
    }
}

extension ByteBuffer {
    mutating func writeVarint(_ value: UInt64) {
        var value = value
        while value >= 0x80 {
            writeInteger(UInt8(truncatingIfNeeded: value) | 0x80)
            value >>= 7
        }
        writeInteger(UInt8(value))
    }

    /// Tag and length of a length-delimited field; the bytes are up to the caller.
    mutating func writeFieldHead(_ number: UInt32, count: Int) {
        writeVarint(UInt64(number) << 3 | 2)
        writeVarint(UInt64(count))
    }

    mutating func writeField(_ number: UInt32, text: String) {
        guard !text.isEmpty else { return }
        writeFieldHead(number, count: text.utf8.count)
        writeString(text)
    }

    mutating func writeField(_ number: UInt32, metadata: Metadata) {
        for (key, value) in metadata {
            writeFieldHead(number, count: FieldSize.pair(key: key, value: value))
            writeField(1, text: key)
            writeField(2, text: value)
        }
    }
}
