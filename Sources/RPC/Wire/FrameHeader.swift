// The ten bytes before each message of ttrpc 1.2: length of the data (u32, big endian), stream id (u32, big endian), type,
// flags. PROTOCOL.md section 2. Any ten bytes are a header; what may follow it is for the decoder and the connection.

internal import NIOCore

struct FrameHeader: Sendable, Hashable {
    static let size = 10

    /// Bytes of data that follow.
    var length: UInt32
    /// Odd for calls of the client; 0 and even ones are never opened.
    var stream: UInt32
    var type: FrameType
    var flags: FrameFlags

    /// Writes the ten bytes.
    /// - Returns: where the data goes.
    func write(at start: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
        start.storeBytes(of: length.bigEndian, as: UInt32.self)
        start.storeBytes(of: stream.bigEndian, toByteOffset: 4, as: UInt32.self)
        start.storeBytes(of: type.rawValue, toByteOffset: 8, as: UInt8.self)
        start.storeBytes(of: flags.rawValue, toByteOffset: 9, as: UInt8.self)
        return start + FrameHeader.size
    }
}

/// What a frame is. A struct: peers may send numbers that mean something to a later version.
struct FrameType: RawRepresentable, Sendable, Hashable {
    let rawValue: UInt8

    static let request = FrameType(rawValue: 1)
    static let response = FrameType(rawValue: 2)
    static let data = FrameType(rawValue: 3)
}

struct FrameFlags: OptionSet, Sendable, Hashable {
    let rawValue: UInt8

    /// The sender sends nothing more on this stream.
    static let remoteClosed = FrameFlags(rawValue: 1)
    /// The sender will send Data on this stream.
    static let remoteOpen = FrameFlags(rawValue: 2)
    /// The frame carries no item, not even an empty one.
    static let noData = FrameFlags(rawValue: 4)

    /// How a side says that it has ended, in a frame of its own.
    static let end: FrameFlags = [.remoteClosed, .noData]
}

extension ByteBuffer {
    /// Reads a header where ten bytes are there, and leaves the buffer as it was where they are not.
    mutating func readFrameHeader() -> FrameHeader? {
        guard let (length, stream, type, flags) = readMultipleIntegers(as: (UInt32, UInt32, UInt8, UInt8).self) else {
            return nil
        }
        return FrameHeader(
            length: length, stream: stream, type: FrameType(rawValue: type), flags: FrameFlags(rawValue: flags))
    }

    mutating func writeFrameHeader(_ header: FrameHeader) {
        writeMultipleIntegers(header.length, header.stream, header.type.rawValue, header.flags.rawValue)
    }
}
