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
    /// The length of the frame that is being skipped.
    private var skipped = 0
    private var isDead = false

    init(maximumLength: Int) { self.maximumLength = maximumLength }

    /// Bytes held back because their frame is not complete.
    var heldBytes: Int { buffer.readableBytes }

    /// Frames that are over, those that were skipped included. As long as it stands still, so does the frame that comes.
    private(set) var finishedFrames: UInt64 = 0

    /// The frame that has begun and is not over: how long its data is as far as that is known yet, and how much of it is
    /// still to come. `nil` between frames.
    var unfinished: (length: Int, missing: Int)? {
        if toSkip > 0 { return (skipped, toSkip) }
        if let header { return (Int(header.length), max(0, Int(header.length) - buffer.readableBytes)) }
        return buffer.readableBytes > 0 ? (0, FrameHeader.size) : nil
    }

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
            let count = min(toSkip, buffer.readableBytes)
            buffer.moveReaderIndex(forwardBy: count)
            toSkip -= count
            if toSkip == 0 { finishedFrames &+= 1 }
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
                skipped = toSkip
                return .tooLarge(read)
            }
            header = read
        }
        guard let complete = header, let data = buffer.readSlice(length: Int(complete.length)) else { return nil }
        header = nil
        finishedFrames &+= 1
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
