// What can happen to a session, and where it goes then: the two ends of SessionLifecycle.

package import Contract

/// Something that happened to a session.
package enum SessionInput: Sendable, Hashable {
    /// InitSession.
    case initialise
    /// DisconnectSession.
    case disconnect
    /// RestartSession.
    case restart
    /// LogoutSession, or the first step of DeleteSession.
    case logout
    /// There is no bridge with room that could carry it.
    case noBridge
    /// A bridge is about to be told to carry it.
    case assigned
    /// Its bridge says where it is.
    /// - until: how long a restriction still lasts, where that is known.
    case reported(SessionStatus, reason: String, until: Duration?)
    /// The bridge that holds it is gone.
    case bridgeLost
    /// The bridge that holds it is back, and carries it still.
    /// - lastReport: what it last said of it; nil where it has to begin anew.
    case bridgeReturned(lastReport: SessionStatus?)
    /// The time that it may spend where it is is over.
    case deadline
}

/// The words of `status_reason` that rpcd itself puts there.
package enum SessionReason {
    package static let requested = "requested"
    package static let noBridge = "no_bridge"
    package static let bridgeLost = "bridge_lost"
    package static let startTimeout = "start_timeout"
    package static let qrTimeout = "qr_timeout"
    package static let authenticationTimeout = "authentication_timeout"
    package static let reconnectTimeout = "reconnect_timeout"
    package static let restrictionOver = "restriction_over"
}

typealias Word = SessionReason

/// Why a bridge is told to stop carrying a session: `Release.reason`.
package enum ReleaseReason: String, Sendable, Hashable {
    case disconnect, logout, restart, moved, conflict, failed
}

/// Where a session goes: to be written, together with its event.
package struct SessionChange: Sendable, Hashable {
    package enum Deadline: Sendable, Hashable {
        case none
        case unchanged
        case after(Duration)
    }

    package var status: SessionStatus
    package var reason: String
    package var isWanted: Bool
    package var isLinked: Bool
    package var deadline: Deadline = .none
    /// The lease ends, and its holder is told why.
    package var release: ReleaseReason?
    /// nil = stays as it is.
    package var lastError: String?

    package init(_ status: SessionStatus, _ reason: String, of session: SessionLifecycle.Snapshot) {
        self.status = status
        self.reason = reason
        isWanted = session.isWanted
        isLinked = session.isLinked
    }

    /// Whether a QR code can still be scanned.
    package var keepsQR: Bool { status == .qrPending }
}
