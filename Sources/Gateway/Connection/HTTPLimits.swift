// What an HTTP client can make the server hold, and for how long (SAFETY.md 2). The defaults are the house's; rpcd has a
// setting for each (`limits.http-*`), tests lower them. How many connections there may be is counted together with the
// RPC listeners.

/// Bounds on one HTTP connection.
package struct HTTPLimits: Sendable {
    /// Request line and header fields together, in bytes. More is answered with a bare 400.
    package var headBytes = 64 << 10
    /// Header fields of a request. More is answered with a bare 400.
    package var headFields = 100
    /// From the first byte of a head, or from the connection's begin, to the head's end. Later is answered with a bare
    /// 408.
    package var headTime: Duration = .seconds(10)
    /// Of a request's body, in bytes. More is answered 413 PAYLOAD_TOO_LARGE.
    package var bodyBytes = 1 << 20
    /// Of a file's bytes, in bytes, and so much more of what stands around it in a form. More is answered 413
    /// PAYLOAD_TOO_LARGE; what each kind of file may have is the service's to say.
    package var mediaBytes = 64 << 20
    package static let formBytes = 2 << 20
    /// What a body may take beyond a second for each 64 KiB of it that have come. Later is answered 408
    /// REQUEST_TIMEOUT.
    package var bodyTime: Duration = .seconds(10)
    /// A TLS handshake that takes longer is given up.
    package var tlsHandshake: Duration = .seconds(5)
    /// Between an answer and the next request. Then the connection is closed.
    package var idleTime: Duration = .seconds(60)
    /// What a connection may have waiting to be written before whoever writes pauses, one answer of any size excepted,
    /// and where it goes on; in bytes.
    package var outboundHighWatermark = 1 << 20
    package var outboundLowWatermark = 512 << 10
    /// A client that takes nothing of what waits for it is cut after this long.
    package var writeStall: Duration = .seconds(10)
    /// How long a connection that is being closed is still read, so that the client gets all that was written.
    package var linger: Duration = .seconds(2)
    /// How long connections without a request are still listened to when the server shuts down, so that what is already
    /// on the way to it is refused in words.
    package var drainGrace: Duration = .milliseconds(500)

    package init() {}
}
