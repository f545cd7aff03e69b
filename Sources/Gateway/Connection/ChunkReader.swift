// Where a chunked body ends (RFC 9112, 7.1), read strictly: no extensions, no trailers, no number that is too long. Pure:
// told of bytes, it says how many of them are the body's.

struct ChunkReader: Equatable {
    private enum Place: Equatable {
        /// In a chunk's size, of which that many digits were read.
        case size(digits: Int)
        case sizeEnd
        case data
        case dataReturn
        case dataEnd
        case lastReturn
        case lastEnd
        case over
    }

    private var place = Place.size(digits: 0)
    private var size = 0
    /// Data so far, without what is around it.
    private(set) var dataBytes = 0

    /// A chunk may be this large: 256 MiB, more than any body that is taken.
    private static let maximumDigits = 8
    private static let maximumSize = 1 << 28

    var isOver: Bool { place == .over }

    /// Reads on.
    /// - Returns: how many of `bytes` belong to the body; all of them, unless it is over.
    mutating func read(_ bytes: UnsafeRawBufferPointer) throws(RequestHead.Malformed) -> Int {
        var index = 0
        while index < bytes.count, place != .over {
            if place == .data {
                let count = min(size, bytes.count - index)
                size -= count
                dataBytes += count
                index += count
                if size == 0 { place = .dataReturn }
                continue
            }
            try step(bytes[index])
            index += 1
        }
        return index
    }

    private mutating func step(_ byte: UInt8) throws(RequestHead.Malformed) {
        switch (place, byte) {
        case (.size(let digits), _):
            if let digit = Self.digit(byte) {
                guard digits < Self.maximumDigits else { throw RequestHead.Malformed("a chunk of no size") }
                size = size << 4 | digit
                place = .size(digits: digits + 1)
            } else {
                guard byte == 0x0D, digits > 0, size <= Self.maximumSize else {
                    throw RequestHead.Malformed("a chunk of no size")
                }
                place = .sizeEnd
            }
        case (.sizeEnd, 0x0A): place = size == 0 ? .lastReturn : .data
        case (.dataReturn, 0x0D): place = .dataEnd
        case (.dataEnd, 0x0A): place = .size(digits: 0)
        case (.lastReturn, 0x0D): place = .lastEnd
        case (.lastEnd, 0x0A): place = .over
        case (.lastReturn, _): throw RequestHead.Malformed("fields after the body")
        default: throw RequestHead.Malformed("a chunk without an end")
        }
    }

    private static func digit(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte - UInt8(ascii: "A")) + 10
        default: nil
        }
    }
}
