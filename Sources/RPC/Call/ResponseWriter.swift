// Where a streaming handler puts its responses. A write returns when the item has been handed to the transport, and
// waits while too much is under way (1 MiB), so a slow reader slows its handler and fills no memory.

public import Codec

/// Writes the responses of a server-streaming or bidirectional call, in order.
public struct ResponseWriter<Element: ProtoMessage>: Sendable {
    private let sink: any ItemSink

    init(_ sink: any ItemSink) { self.sink = sink }

    /// Sends one response.
    ///
    /// Waits while the connection has too much to write. Throws `RPCError` CANCELLED when the caller is gone or the
    /// call is over, RESOURCE_EXHAUSTED (FRAME_TOO_LARGE) for a message over 4 MiB, which leaves the stream as it was.
    public func write(_ message: Element) async throws {
        try await sink.ready()
        try message.pack { size, write in try sink.send(size: size, write) }
    }

    /// Sends one response that was encoded before, for many: the bytes of an `Element`. As `write` otherwise.
    package func write(encoded bytes: [UInt8]) async throws {
        try await sink.ready()
        try bytes.withUnsafeBytes { bytes in
            try sink.send(size: bytes.count) { place in
                if let first = bytes.baseAddress { place.copyMemory(from: first, byteCount: bytes.count) }
            }
        }
    }
}
