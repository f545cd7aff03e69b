// The words for a session's states outside of JSON: in event types, in counts, in texts.

package import Contract

extension SessionStatus {
    /// Such as `qr_pending`: the name in the contract, without its prefix, in lower case.
    package var word: String {
        switch self {
        case .unspecified: "unspecified"
        case .created: "created"
        case .starting: "starting"
        case .qrPending: "qr_pending"
        case .authenticated: "authenticated"
        case .connected: "connected"
        case .paused: "paused"
        case .disconnected: "disconnected"
        case .loggedOut: "logged_out"
        case .conflict: "conflict"
        case .restricted: "restricted"
        case .failed: "failed"
        case .unrecognized(let number): String(number)
        }
    }
}
