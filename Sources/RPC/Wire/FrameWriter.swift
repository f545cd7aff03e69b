// Frames into an outgoing buffer: header, envelope and payload in one go, sizes first. Whether a frame is allowed to be
// that large is asked before (`…Size`), so that nothing half written has to be taken back.

package import NIOCore

package enum FrameWriter {
    /// The largest data of a ttrpc frame.
    static let maximumLength = 4 << 20

    // MARK: Data

    static func writeData(
        stream: UInt32, flags: FrameFlags = [], size: Int, into buffer: inout ByteBuffer,
        _ fill: (UnsafeMutableRawPointer) -> Void
    ) {
        buffer.writeFrame(FrameHeader(length: UInt32(size), stream: stream, type: .data, flags: flags)) { data in
            if size > 0 { fill(data) }
        }
    }

    static func writeData(stream: UInt32, _ item: ByteBuffer, into buffer: inout ByteBuffer) {
        buffer.reserveCapacity(minimumWritableBytes: FrameHeader.size + item.readableBytes)
        buffer.writeFrameHeader(
            FrameHeader(length: UInt32(item.readableBytes), stream: stream, type: .data, flags: []))
        buffer.writeImmutableBuffer(item)
    }

    static func writeEnd(stream: UInt32, into buffer: inout ByteBuffer) {
        buffer.writeFrameHeader(FrameHeader(length: 0, stream: stream, type: .data, flags: .end))
    }

    // MARK: Response

    static func responseSize(payload: Int, metadata: Metadata) -> Int {
        FieldSize.bytes(payload) + (metadata.isEmpty ? 0 : FieldSize.metadata(metadata))
    }

    package static func writeResponse(
        stream: UInt32, size: Int, metadata: Metadata, into buffer: inout ByteBuffer,
        _ fill: (UnsafeMutableRawPointer) -> Void
    ) {
        let inFrame = FieldSize.bytes(size)
        let length = inFrame + (metadata.isEmpty ? 0 : FieldSize.metadata(metadata))
        buffer.reserveCapacity(minimumWritableBytes: FrameHeader.size + length)
        let header = FrameHeader(length: UInt32(length), stream: stream, type: .response, flags: [])
        buffer.writeFrame(header, data: inFrame) { data in
            if size > 0 { fill(FieldWriter.head(2, count: size, at: data)) }
        }
        if !metadata.isEmpty { buffer.writeField(ResponseEnvelope.metadataField, metadata: metadata) }
    }

    static func statusSize(_ status: [UInt8], metadata: Metadata) -> Int {
        FieldSize.message(status.count) + FieldSize.metadata(metadata)
    }

    /// - Parameter status: an encoded google.rpc.Status.
    static func writeStatus(stream: UInt32, _ status: [UInt8], metadata: Metadata, into buffer: inout ByteBuffer) {
        let length = statusSize(status, metadata: metadata)
        buffer.reserveCapacity(minimumWritableBytes: FrameHeader.size + length)
        buffer.writeFrameHeader(FrameHeader(length: UInt32(length), stream: stream, type: .response, flags: []))
        buffer.writeFieldHead(1, count: status.count)
        buffer.writeBytes(status)
        buffer.writeField(ResponseEnvelope.metadataField, metadata: metadata)
    }

    // MARK: Request

    static func requestSize(_ head: RequestHead, payload: Int) -> Int {
        FieldSize.bytes(head.service.utf8.count) + FieldSize.bytes(head.method.utf8.count) + FieldSize.bytes(payload)
            + (head.timeoutNanoseconds == 0 ? 0 : 1 + FieldSize.varint(UInt64(bitPattern: head.timeoutNanoseconds)))
            + FieldSize.metadata(head.metadata)
    }

    static func writeRequest(
        stream: UInt32, flags: FrameFlags, _ head: RequestHead, payload: ByteBuffer?, into buffer: inout ByteBuffer
    ) {
        let count = payload?.readableBytes ?? 0
        let length = requestSize(head, payload: count)
        buffer.reserveCapacity(minimumWritableBytes: FrameHeader.size + length)
        buffer.writeFrameHeader(FrameHeader(length: UInt32(length), stream: stream, type: .request, flags: flags))
        buffer.writeField(1, text: head.service)
        buffer.writeField(2, text: head.method)
        if let payload, count > 0 {
            buffer.writeFieldHead(3, count: count)
            buffer.writeImmutableBuffer(payload)
        }
        if head.timeoutNanoseconds != 0 {
            buffer.writeVarint(4 << 3)
            buffer.writeVarint(UInt64(bitPattern: head.timeoutNanoseconds))
        }
        buffer.writeField(5, metadata: head.metadata)
    }
}

/// What a Request says beside its payload.
struct RequestHead: Equatable {
    var service: String
    var method: String
    /// 0 = none, negative = already past.
    var timeoutNanoseconds: Int64 = 0
    var metadata = Metadata()
}

extension ByteBuffer {
    /// `size` bytes, written by `fill`.
    init(size: Int, filledBy fill: (UnsafeMutableRawPointer) -> Void) {
        self = ByteBufferAllocator().buffer(capacity: size)
        writeFilled(size, fill)
    }

    /// A header and the `count` bytes after it, in one piece: most frames are small, and each single write costs as much as
    /// all of their bytes.
    /// - Parameters:
    ///   - count: bytes that `fill` writes; by default all that the header announces.
    fileprivate mutating func writeFrame(
        _ header: FrameHeader, data count: Int? = nil, _ fill: (UnsafeMutableRawPointer) -> Void
    ) {
        let size = FrameHeader.size + (count ?? Int(header.length))
        writeWithUnsafeMutableBytes(minimumWritableBytes: size) { space in
            guard let start = space.baseAddress else { return 0 }
            fill(header.write(at: start))
            return size
        }
    }

    fileprivate mutating func writeFilled(_ size: Int, _ fill: (UnsafeMutableRawPointer) -> Void) {
        guard size > 0 else { return }
        writeWithUnsafeMutableBytes(minimumWritableBytes: size) { space in
            guard let start = space.baseAddress else { return 0 }
            fill(start)
            return size
        }
    }
}
