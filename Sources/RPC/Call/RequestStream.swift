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
    /// What stands for an item that cannot be decoded; nil: nothing does, and iteration ends with the refusal.
    public typealias Salvage = @Sendable (UnsafeRawBufferPointer, RPCError) -> Element?

    private let items: any InboundItems
    private let salvage: Salvage?

    init(_ items: any InboundItems, salvage: Salvage? = nil) {
        self.items = items
        self.salvage = salvage
    }

    /// The same requests, where one that cannot be decoded need not end the call: for peers that would send it again on
    /// the next one, and again. The bytes are a stranger's, and good for the time of the call alone.
    public func salvaging(_ salvage: @escaping Salvage) -> RequestStream { RequestStream(items, salvage: salvage) }

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(items: items, salvage: salvage) }

    public struct AsyncIterator: AsyncIteratorProtocol {
        let items: any InboundItems
        let salvage: Salvage?

        public mutating func next() async throws -> Element? {
            guard let item = try await items.next() else { return nil }
            do {
                return try MessageBytes.request(Element.self, from: item)
            } catch {
                guard let salvage, let element = item.withUnsafeReadableBytes({ salvage($0, error) }) else {
                    throw error
                }
                return element
            }
        }
    }
}
