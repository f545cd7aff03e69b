// The two seams between a call and what carries it (a ttrpc stream, an in-process pipe): items come in one by one and go
// out one by one, as bytes, and both ends make the caller wait instead of queueing without bound.

internal import NIOCore

/// The items that the other end sends. One reader.
protocol InboundItems: AnyObject, Sendable {
    /// The next item, `nil` after the last. Throws what ended the stream, or the reader's own cancellation.
    func next() async throws -> ByteBuffer?
}

/// Where items for the other end go.
protocol ItemSink: AnyObject, Sendable {
    /// Returns when there is room for another item; throws when nobody takes items any more.
    func ready() async throws
    /// Hands over one item of `size` bytes, written by `fill`. Never waits.
    func send(size: Int, _ fill: (UnsafeMutableRawPointer) -> Void) throws
}
