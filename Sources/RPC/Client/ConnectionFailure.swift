// Why a call failed that never got an answer, for those who must tell "nothing was sent" from "nobody knows": the cause of
// an RPCError that the client made itself.

/// What happened to a connection; stands as `cause` in the UNAVAILABLE errors of `ClientConnection`.
public struct ConnectionFailure: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Kind: Sendable, Hashable {
        /// No connection could be made: nothing was sent.
        case cannotConnect
        /// The server runs under a uid that is not allowed: nothing was sent.
        case foreignServer
        /// The server's certificate is not for its name, not trusted or not valid: nothing was sent.
        case untrustedServer
        /// No TLS connection came about for another reason, such as a client certificate that the server wants: nothing
        /// was carried out.
        case refused
        /// The connection was lost after the request had been sent: the outcome is not known.
        case lost
        /// The client itself was closed.
        case closed
    }

    public let kind: Kind
    public let endpoint: Endpoint
    public let description: String

    var error: RPCError {
        RPCError(.unavailable, reason: "UNAVAILABLE", message: description, cause: self)
    }
}
