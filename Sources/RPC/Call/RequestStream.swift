// What the client of a client-streaming or bidirectional call sends, decoded item by item as the handler asks. The items
// that wait are bounded by the transport (64 items, 1 MiB): a handler that does not read loses this stream, no other.

public import Codec
internal import NIOCore

/// The requests of a call, in order; to be read by one task.
///
/// Iteration ends when the client has closed its side. It throws `RPCError`: INVALID_ARGUMENT for an item that cannot
/// be decoded, CANCELLED when the client is gone, RESOURCE_EXHAUSTED (STREAM_OVERFLOW) when items came faster than they
/// were read.
public struct RequestStream<Element: ProtoMessage>: AsyncSequence, Sendable {
    private let items: any InboundItems

    init(_ items: any InboundItems) { self.items = items }

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(items: items) }

    public struct AsyncIterator: AsyncIteratorProtocol {
        let items: any InboundItems

        public mutating func next() async throws -> Element? {
            guard let item = try await items.next() else { return nil }
            return try MessageBytes.request(Element.self, from: item)
        }
    }
}
