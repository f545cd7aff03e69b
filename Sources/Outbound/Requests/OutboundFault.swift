// Why a request to somebody else's server had no answer. In words that can be shown to whoever gave the URL: nothing of what
// was found at an address that is refused.

package enum OutboundFault: Error, Sendable, Hashable {
    /// The name could not be looked up.
    case lookup(String)
    /// It has no address.
    case noAddress
    /// One of its addresses is none that may be connected to.
    case refused(String)
    /// Nobody listens there, or nobody answers.
    case connect
    /// No certificate that we trust for this name, or no TLS at all.
    case tls
    /// Not whole in time.
    case timeout
    /// Ended in the middle, or spoke no HTTP.
    case broken
    /// It leads somewhere else, where nobody may go.
    case redirect(String)

    package var text: String {
        switch self {
        case .lookup(let why): "the name could not be looked up: \(why)"
        case .noAddress: "the name has no address"
        case .refused(let what): "the address may not be connected to: \(what)"
        case .connect: "no connection"
        case .tls: "no TLS that can be trusted"
        case .timeout: "timeout"
        case .broken: "the connection ended, or spoke no HTTP"
        case .redirect(let why): "the redirect is not followed: \(why)"
        }
    }
}
