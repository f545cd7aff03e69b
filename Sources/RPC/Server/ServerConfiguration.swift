// What a server allows. The defaults are the house's (docs/PROTOCOL.md names each with its reason); tests lower them.

internal import NIOCore

extension Server {
    /// How a server behaves.
    public struct Configuration: Sendable {
        public var limits = Limits()
        /// For unary calls that bring none; `nil` = none.
        public var defaultUnaryTimeout: Duration? = .seconds(30)
        /// Longer ones are cut to it.
        public var maximumTimeout: Duration = .seconds(3600)
        /// `domain` of google.rpc.ErrorInfo.
        public var errorDomain = "switchboard"
        /// Turns what a handler threw into what the caller sees. What is no `RPCError` and is not mapped here goes out
        /// as INTERNAL without its text.
        public var errorMapper: @Sendable (any Error) -> RPCError = Configuration.mapError
        /// Whether calls that fail are logged, faults as errors and refusals for debugging. Off where an interceptor
        /// keeps a log of calls.
        public var logsFailedCalls = true

        public init() {}

        /// The default: `RPCError` as it is, cancellation as CANCELLED, everything else as INTERNAL.
        public static func mapError(_ error: any Error) -> RPCError {
            if let error = error as? RPCError { return error }
            if error is CancellationError {
                return RPCError(.cancelled, reason: "CANCELLED", message: "the call was cancelled", cause: error)
            }
            return RPCError(.internalError, reason: "INTERNAL", message: "internal error", cause: error)
        }
    }

    /// Bounds on what a peer can make the server hold.
    public struct Limits: Sendable {
        /// Data of one frame, in bytes; at most 4 MiB. More is answered FRAME_TOO_LARGE.
        public var frameBytes = 4 << 20
        /// Calls open on one connection; more are answered TOO_MANY_STREAMS.
        public var streamsPerConnection = 1024
        /// Handlers that run, in the whole server; more are answered OVERLOADED.
        public var runningHandlers = 4096
        /// Connections at once; more are closed as they come.
        public var connections = 10_000
        public var metadataPairs = 64
        /// Keys and values of a request's metadata together.
        public var metadataBytes = 8 << 10
        /// Items of one stream that wait for its handler; one more ends the stream with STREAM_OVERFLOW.
        public var bufferedItems = 64
        /// Bytes of one stream that wait for its handler, one item of any size excepted.
        public var bufferedBytes = 1 << 20
        /// What one connection may have waiting to be written before writers and reading pause, and where they go on.
        public var outboundHighWatermark = 1 << 20
        public var outboundLowWatermark = 512 << 10
        /// A peer that takes nothing of what waits for it is cut after this long.
        public var writeStall: Duration = .seconds(10)
        /// How long a connection that is being closed is still read, so that the peer gets all that was written.
        public var linger: Duration = .seconds(2)

        public init() {}
    }
}
