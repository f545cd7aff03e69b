public import NIOCore
public import NIOPosix

/// A ttrpc connection to a server, opened with the first call and again with the first call after it was lost.
public final class ClientConnection: ClientTransport {
    /// How a client dials and what it allows.
    public struct Configuration: Sendable {
        /// For opening a connection.
        public var connectTimeout: Duration = .seconds(5)
        /// A Unix socket whose server runs under another uid is refused before anything is sent; `nil` = any.
        public var allowedServerUIDs: Set<UInt32>?

        public init() {}
    }

    public let endpoint: Endpoint
    public let configuration: Configuration

    public init(
        _ endpoint: Endpoint, configuration: Configuration = .init(),
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
    ) {
        self.endpoint = endpoint
        self.configuration = configuration
    }

    public func unary(_ head: CallHead, payload: ByteBuffer) async throws -> RawResponse {
        throw RPCError(.unimplemented)
    }

    public func open(_ head: CallHead, payload: ByteBuffer?) async throws -> any ClientStream {
        throw RPCError(.unimplemented)
    }

    public func close() async {}
}
