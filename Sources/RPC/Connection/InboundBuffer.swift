// What has come in for one stream and has not been read yet: bounded, on both sides and in process. ttrpc has no flow
// control, so the bound is an end: one item more and the stream is lost, and only this stream. Pure.

internal import NIOCore

struct InboundBuffer {
    enum Next {
        case item(ByteBuffer)
        case end
        case failed(any Error)
        /// Nothing yet.
        case wait
    }

    private enum Ending {
        case open
        case ended
        case failed(any Error)
    }

    let itemLimit: Int
    let byteLimit: Int
    /// Made with the first item: most calls never have one that waits.
    private var items: CircularBuffer<ByteBuffer>?
    private var bytes = 0
    private var ending = Ending.open

    init(itemLimit: Int, byteLimit: Int) {
        self.itemLimit = itemLimit
        self.byteLimit = byteLimit
    }

    var hasEnded: Bool {
        if case .open = ending { false } else { true }
    }

    /// True where `push` would take an item of `size` bytes. An item of any size fits into an empty buffer.
    func hasRoom(for size: Int) -> Bool {
        count < itemLimit && (count == 0 || bytes + size <= byteLimit)
    }

    /// Keeps an item; false when there is no room. What comes after the end is dropped.
    mutating func push(_ item: ByteBuffer) -> Bool {
        guard hasEnded || hasRoom(for: item.readableBytes) else { return false }
        append(item)
        return true
    }

    /// Keeps an item whose sender has waited for `isBelowLimits`, so that the bound is passed by one item at most.
    mutating func append(_ item: ByteBuffer) {
        guard !hasEnded else { return }
        bytes += item.readableBytes
        if items == nil { items = CircularBuffer() }
        items?.append(item.ownedCopyIfWasteful())
    }

    private var count: Int { items?.count ?? 0 }

    var isBelowLimits: Bool { count < itemLimit && bytes < byteLimit }

    /// No more items come; those that wait are still to be had.
    mutating func end() {
        if !hasEnded { ending = .ended }
    }

    /// The stream broke; items that wait are still to be had, then the error.
    mutating func fail(_ error: any Error) {
        if case .failed = ending { return }
        ending = .failed(error)
    }

    /// The stream is over and nobody wants the items.
    mutating func discard(_ error: any Error) {
        items = nil
        bytes = 0
        ending = .failed(error)
    }

    mutating func next() -> Next {
        if let item = items?.popFirst() {
            bytes -= item.readableBytes
            return .item(item)
        }
        switch ending {
        case .open: return .wait
        case .ended: return .end
        case .failed(let error): return .failed(error)
        }
    }
}

extension ByteBuffer {
    /// A slice of a read buffer keeps all of it alive. What waits must cost what it weighs.
    func ownedCopyIfWasteful() -> ByteBuffer {
        guard storageCapacity > 2 * readableBytes + 512 else { return self }
        var copy = ByteBufferAllocator().buffer(capacity: readableBytes)
        copy.writeImmutableBuffer(self)
        return copy
    }
}
