// What a caller says about one call beside its message.

/// Options of one call; what is not given here is the client's default.
public struct CallOptions: Sendable {
    /// Sent along; replaces, key by key, what the client sends with every call.
    public var metadata: Metadata
    /// From now to the answer (of a stream: to its end). `nil` = the client's default.
    public var timeout: Duration?
    /// When the call must be over at the latest, whatever the timeout allows.
    public var deadline = Deadline.never
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

extension CallOptions {
    /// For a call that a handler makes to answer its own caller: over when the caller's time is up, and under the same
    /// request id. Credentials do not go along: who calls on says so itself.
    ///
    /// - Parameter timeout: for this call alone; what is left of the caller's time counts where that is less.
    public init(
        inheriting context: CallContext, metadata: Metadata = [:], timeout: Duration? = nil,
        onResponseMetadata: (@Sendable (Metadata) -> Void)? = nil
    ) {
        self.init(metadata: metadata, timeout: timeout, onResponseMetadata: onResponseMetadata)
        deadline = context.deadline
        if self.metadata[RequestID.metadataKey] == nil { self.metadata[RequestID.metadataKey] = context.requestID }
    }
}
