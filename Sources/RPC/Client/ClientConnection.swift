// The public face of a connection: brings calls to its event loop, where ClientCore keeps them, and waits for their ends.

public import NIOCore
public import NIOPosix

/// A ttrpc connection to a server, opened with the first call and again with the first call after it was lost.
///
/// Calls that were in flight when the connection broke fail with UNAVAILABLE (`ConnectionFailure.lost` as cause) and
/// are never repeated: whether the server carried them out is not known. Calls that had not been sent wait for the next
/// connection. The one call that is sent twice is one that a server which is shutting down has refused to run, saying so.
///
/// Unary calls and streams of requests share a connection. A call whose server streams has one of its own: one that is
/// read slowly slows its own server and nobody else, and leaving it tells the server, which ttrpc cannot say otherwise.
public final class ClientConnection: ClientTransport {
    /// How a client dials and what it allows.
    public struct Configuration: Sendable {
        /// For one attempt to open a connection, and again for its TLS handshake.
        public var connectTimeout: Duration = .seconds(5)
        /// How long a call waits for a server that does not answer the door, while it is dialled again with growing
        /// pauses; its own deadline counts too. Zero = a call waits for one attempt, and fails at once in the pause
        /// after one that failed.
        public var waitForServer: Duration = .zero
        /// The pauses between dials that fail, shared by all calls.
        public var backoff = Backoff()
        /// On TCP: a server of which nothing is heard any more, no acknowledgement either, is given up after so long.
        /// In whole seconds.
        public var deadServerTimeout: Duration = .seconds(30)
        /// A Unix socket whose server runs under another uid is refused before anything is sent; `nil` = any.
        public var allowedServerUIDs: Set<UInt32>?
        /// For endpoints with TLS.
        public var tls = TLSOptions()
        /// True = all calls share one connection, those whose server streams too. Then a stream that is not read
        /// holds up the others for `slowReaderGrace` before it ends.
        public var streamsShareConnection = false
        /// Items of one stream that wait to be read, and their bytes. More make its connection wait.
        public var bufferedItems = 64
        public var bufferedBytes = 1 << 20
        /// How long a shared connection waits for the reader of a full stream before that stream ends with
        /// STREAM_OVERFLOW.
        public var slowReaderGrace: Duration = .seconds(1)
        /// The first stream id of each connection: for tests of what happens when they run out.
        var firstStream: UInt32 = 1
        /// Instead of the system's: for tests of names with several addresses.
        var resolver: (any Resolver & Sendable)?

        public init() {}
    }

    public let endpoint: Endpoint
    public let configuration: Configuration
    let core: ClientCore

    public init(
        _ endpoint: Endpoint, configuration: Configuration = .init(),
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
    ) {
        self.endpoint = endpoint
        self.configuration = configuration
        core = ClientCore(endpoint, configuration, loop: group.next())
    }

    deinit {
        let core = core
        core.loop.execute { core.close() }
    }

    public func unary(_ head: CallHead, payload: ByteBuffer) async throws -> RawResponse {
        let call = try makeCall(head, payload)
        return try await call.cancelling {
            try await LoopWaiter.wait(on: core.loop) { waiter in
                call.unary = waiter
                self.core.start(call)
            }
        }
    }

    public func open(_ head: CallHead, payload: ByteBuffer?) async throws -> any ClientStream {
        let call = try makeCall(head, payload)
        try await call.cancelling {
            try await LoopWaiter<Void>.wait(on: core.loop) { waiter in
                call.opening = waiter
                self.core.start(call)
            }
        }
        return call
    }

    public func close() async {
        let core = core
        try? await core.loop.submit { core.close() }.get()
    }

    private func makeCall(_ head: CallHead, _ payload: ByteBuffer?) throws -> ClientCall {
        let call = ClientCall(head, payload, core)
        let size = FrameWriter.requestSize(call.requestHead(timeout: .min), payload: payload?.readableBytes ?? 0)
        // The longest timeout was counted; only a request that is too large without any is refused.
        guard size - 11 <= FrameWriter.maximumLength else {
            throw StreamRefusal.frameTooLarge(length: size, limit: FrameWriter.maximumLength).error
        }
        if head.deadline.hasPassed { throw RPCError.deadlinePassed }
        return call
    }
}
