// How a server behaves towards its callers. What it allows them: ServerLimits.swift.

internal import NIOCore

extension Server {
    /// How a server behaves.
    public struct Configuration: Sendable {
        public var limits = Limits()
        /// Whether the transport alone says who somebody is: a listed uid on a Unix socket, a certificate. Asked for
        /// each connection as it is accepted, and once more when its handshake has brought a certificate. Who is not
        /// known from the start has smaller frames (`Limits.strangerFrameBytes`) and counts against their address
        /// (`Limits.connectionsPerAddress`) until a call says `CallContext.callerIsKnown()`. The default is for servers
        /// that authenticate nobody: everybody is known.
        public var trustsPeer: @Sendable (Peer) -> Bool = { _ in true }
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
}
