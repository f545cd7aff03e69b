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
    /// Its bridge says that another device took the account, and that may have been a bridge that held it before.
    case displaced
    /// Somebody asks for a code to be typed into the phone.
    case pairingAsked
    /// Its bridge shows such a code.
    case pairingCode
    /// Its bridge says that it was linked as an account that another session is linked as.
    /// - words: whose, for who reads `last_error`.
    case numberTaken(words: String)
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
    package static let displaced = "displaced"
    package static let pairingCode = "pairing_code"
    package static let numberAlreadyLinked = "number_already_linked"

    /// What a bridge gives for a reason, told apart from those of ours that something follows from: a session that waits
    /// for its lease to end while its bridge is there would wait for ever.
    package static func reported(_ reason: String) -> String {
        reason == requested || reason == bridgeLost ? "bridge_says_\(reason)" : reason
    }
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
