// What a caller says about one call beside its message.

/// Options of one call; what is not given here is the client's default.
public struct CallOptions: Sendable {
    /// Sent along; replaces, key by key, what the client sends with every call.
    public var metadata: Metadata
    /// From now to the answer (of a stream: to its end). `nil` = the client's default.
    public var timeout: Duration?
    /// Asks the server for response metadata and gets it when the response is there. Streams that end well carry none.
    public var onResponseMetadata: (@Sendable (Metadata) -> Void)?

    public init(
        metadata: Metadata = [:], timeout: Duration? = nil,
        onResponseMetadata: (@Sendable (Metadata) -> Void)? = nil
    ) {
        self.metadata = metadata
        self.timeout = timeout
        self.onResponseMetadata = onResponseMetadata
    }
}
