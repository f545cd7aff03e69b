// What a server allows, against callers who want too much or mean no good. The defaults are the house's (docs/PROTOCOL.md
// 4 and 7 say what a caller sees of each); tests lower them. What was refused or cut is counted (ServerLimitName.swift).

extension Server {
    /// Bounds on what a peer can make the server hold.
    public struct Limits: Sendable {
        /// How long connections are listened to, at least, when nothing runs any more and the server shuts down.
        public var drainGrace: Duration = .milliseconds(250)

        // MARK: Connections

        /// Connections at once; one more is told TOO_MANY_CONNECTIONS and closed.
        public var connections = 10_000
        /// Connections at once from one IP address (IPv6: one /64) whose callers are not known yet; one more is told
        /// TOO_MANY_CONNECTIONS and closed.
        public var connectionsPerAddress = 100
        /// File descriptors that connections leave to the rest of the process, out of RLIMIT_NOFILE.
        public var reservedDescriptors = 64
        /// Within this time of being accepted a connection must have sent its first frame in full, or is closed.
        public var firstFrame: Duration = .seconds(5)
        /// A TLS handshake that takes longer is given up.
        public var tlsHandshake: Duration = .seconds(5)
        /// A connection without open streams on which nothing has come for this long is closed.
        public var idle: Duration = .seconds(15 * 60)
        /// A TCP peer that acknowledges nothing for this long is gone (keepalive and TCP_USER_TIMEOUT).
        public var tcpTimeout: Duration = .seconds(30)

        // MARK: Frames

        /// Data of one frame, in bytes; at most 4 MiB. More is answered FRAME_TOO_LARGE.
        public var frameBytes = 4 << 20
        /// The same until the caller is known (`Configuration.trustsPeer`, `CallContext.callerIsKnown()`).
        public var strangerFrameBytes = 256 << 10
        /// A frame must be there in full within this time, and …
        public var frameTime: Duration = .seconds(10)
        /// … a second for each of so many bytes of its length; else the connection is closed.
        public var frameBytesPerSecond = 64 << 10
        /// What all connections together may hold of requests that are not decoded yet: incomplete frames, requests whose
        /// handlers have not come to them, and what decoding takes. Beyond it, connections with an incomplete frame are
        /// not read, but for one per event loop.
        public var parsingBytes = 256 << 20

        // MARK: Calls

        /// Calls open on one connection; more are answered TOO_MANY_STREAMS.
        public var streamsPerConnection = 1024
        /// Handlers that run, in the whole server; more are answered OVERLOADED.
        public var runningHandlers = 4096
        /// Pairs in a request's metadata; more are answered METADATA_TOO_LARGE.
        public var metadataPairs = 64
        /// Keys and values of a request's metadata together, in bytes; more are answered METADATA_TOO_LARGE.
        public var metadataBytes = 8 << 10
        /// Items of one stream that wait for its handler; one more ends the stream with STREAM_OVERFLOW.
        public var bufferedItems = 64
        /// Bytes of one stream that wait for its handler, one item of any size excepted.
        public var bufferedBytes = 1 << 20

        // MARK: Output

        /// What one connection may have waiting to be written before writers and reading pause, in bytes.
        public var outboundHighWatermark = 1 << 20
        /// Where they go on.
        public var outboundLowWatermark = 512 << 10
        /// A peer that takes nothing of what waits for it is cut after this long.
        public var writeStall: Duration = .seconds(10)
        /// How long a connection that is being closed is still read, so that the peer gets all that was written.
        public var linger: Duration = .seconds(2)

        public init() {}
    }
}
