// Bytes → frames, for both ends. Pure: what came from the socket goes in, in pieces of any size, frames come out as slices
// of it. Holds back at most one incomplete frame; what is over the limit is thrown away as it comes and never held.

internal import NIOCore

struct FrameDecoder {
    enum Event: Equatable {
        case frame(FrameHeader, ByteBuffer)
        /// Over the limit but under 16 MiB: the data is being skipped, the next frame will be found.
        case tooLarge(FrameHeader)
        /// The first byte is not zero (16 MiB or more): no ttrpc peer means that. Nothing further is decoded.
        case senseless(FrameHeader)
    }

    /// Data of one frame; ttrpc's 4 MiB, or less.
    var maximumLength: Int

    private var buffer = ByteBuffer()
    private var header: FrameHeader?
    private var toSkip = 0
    private var isDead = false

    init(maximumLength: Int) { self.maximumLength = maximumLength }

    /// Bytes held back because their frame is not complete.
    var heldBytes: Int { buffer.readableBytes }

    mutating func append(_ bytes: ByteBuffer) {
        guard !isDead else { return }
        if buffer.readableBytes == 0 {
            buffer = bytes
        } else {
            buffer.writeImmutableBuffer(bytes)
        }
    }

    /// The next event, `nil` when more bytes are needed.
    mutating func next() -> Event? {
        if toSkip > 0 {
            let skipped = min(toSkip, buffer.readableBytes)
            buffer.moveReaderIndex(forwardBy: skipped)
            toSkip -= skipped
        }
        guard !isDead, toSkip == 0 else { return nil }
        if header == nil {
            guard let read = buffer.readFrameHeader() else { return nil }
            if read.length >= 1 << 24 {
                isDead = true
                buffer = ByteBuffer()
                return .senseless(read)
            }
            if read.length > maximumLength {
                toSkip = Int(read.length)
                return .tooLarge(read)
            }
            header = read
        }
        guard let complete = header, let data = buffer.readSlice(length: Int(complete.length)) else { return nil }
        header = nil
        return .frame(complete, data)
    }

    /// To be called when everything of a read has been taken out: lets go of the memory that was lent by the reader.
    /// Without this an incomplete frame of a few bytes would keep a whole read buffer alive.
    mutating func settle() {
        guard buffer.readableBytes > 0 else {
            buffer = ByteBuffer()
            return
        }
        guard buffer.readerIndex > 0 || buffer.storageCapacity > 2 * buffer.readableBytes + 4096 else { return }
        var own = ByteBufferAllocator().buffer(capacity: buffer.readableBytes)
        own.writeImmutableBuffer(buffer)
        buffer = own
    }
}
