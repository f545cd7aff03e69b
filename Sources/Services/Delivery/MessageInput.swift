// What can happen to a message, and what comes of it: the two ends of MessageLifecycle.

package import Contract
package import Store

/// Something that happened to a message.
package enum MessageInput: Sendable, Hashable {
    /// `scheduled_at` has come.
    case due
    /// `expires_at` has come.
    case expire
    /// Its owner called it back.
    case cancel
    /// A bridge that carries its session takes one more send.
    case handOut
    /// It cannot be handed out, now or ever.
    case unsendable(SendFailure)
    /// The frame never left: the stream had ended before it was written.
    case notHandedOver
    /// The engine took it.
    case submitted
    /// WhatsApp says that it got as far as `sent`, `delivered`, `read` or `played`.
    case acknowledged(MessageStatus)
    /// WhatsApp took it and then reported an error.
    case rejected(SendFailure)
    /// The bridge answered the present attempt with an error.
    case refused(SendFailure)
    /// Whoever knew what became of it is gone, or did not say in time.
    case outcomeLost(MessageCause)
    /// Its session is carried again, and nothing was heard of it.
    /// - sameIDIsSafe: the engine takes our id, so that a repeat is the same message.
    case reconcile(sameIDIsSafe: Bool)
    /// It waits to be repeated, and the repeat could be a second message: the link through which it may have gone out has
    /// ended, or the bridge that has its session now does not say that repeats are safe.
    case linkEnded
    /// RetryMessage: its owner wants it tried again.
    case retry
    /// ResolveMessage: a person found out what became of it.
    case resolve(Resolution)
    /// Its session was logged out or deleted at somebody's request.
    case sessionEnded(MessageCause)
}

/// Why a send failed.
package struct SendFailure: Sendable, Hashable {
    package var reason: Reason
    /// What the engine said, word for word.
    package var engineCode: String
    /// For people.
    package var text: String
    /// The bridge is certain that nothing went out.
    package var notBegun: Bool
    /// When another attempt makes sense, where that is known.
    package var notBefore: Instant?

    /// Whether nothing of it can have reached WhatsApp.
    package var neverLeft: Bool { notBegun || RetryVerdict.of(reason) == .whenSessionIsBack }

    package init(
        reason: Reason, engineCode: String = "", text: String = "", notBegun: Bool = false, notBefore: Instant? = nil
    ) {
        self.reason = reason
        self.engineCode = engineCode
        self.text = text
        self.notBegun = notBegun
        self.notBefore = notBefore
    }
}

/// What brought a change about, as the timeline shows it.
package enum MessageCause: String, Sendable, Hashable, CaseIterable {
    case due
    case expired
    case cancelled
    case handedToBridge = "handed_to_bridge"
    case notHandedOver = "not_handed_over"
    case unsendable
    case result
    case retry
    case attemptsUsedUp = "attempts_used_up"
    case ack
    case errorAck = "error_ack"
    case lateSuccess = "late_success"
    case sameIDIsSafe = "same_id_is_safe"
    case bridgeLost = "bridge_lost"
    case serverRestarted = "server_restarted"
    case commandDeadline = "command_deadline"
    case ackDeadline = "ack_deadline"
    /// Its session was handed out anew: what its bridge says of the epoch before counts only where it is a success.
    case epochOver = "epoch_over"
    case retriedByUser = "retried_by_user"
    case resolvedSent = "resolved_sent"
    case resolvedFailed = "resolved_failed"
    case resolvedResend = "resolved_resend"
    case sessionLoggedOut = "session_logged_out"
    case sessionDeleted = "session_deleted"
    case held
}

/// What becomes of a message: to be written, together with its event.
package struct MessageTransition: Sendable, Hashable {
    package var status: MessageStatus
    package var cause: MessageCause
    /// How often it was handed out, where that changes.
    package var attempts: Int?
    /// How often it may be handed out in all, where that changes.
    package var attemptsAllowed: Int?
    /// Until when it is worth sending, where that changes.
    package var expiresAt: Instant?
    /// Why it waits, when it waits.
    package var hold: HoldReason?
    package var nextTryAt: Instant?
    /// A reason of the error table, where something failed.
    package var reason: Reason?
    package var engineCode: String
    package var detail: String
    /// What nobody knows of its attempts from now on.
    package var doubt: AttemptDoubt?

    package init(
        _ status: MessageStatus, _ cause: MessageCause, attempts: Int? = nil, reason: Reason? = nil,
        engineCode: String = "", detail: String = ""
    ) {
        self.status = status
        self.cause = cause
        self.attempts = attempts
        self.reason = reason
        self.engineCode = engineCode
        self.detail = detail
    }

    init(_ status: MessageStatus, _ cause: MessageCause, failure: SendFailure) {
        self.init(status, cause, reason: failure.reason, engineCode: failure.engineCode, detail: failure.text)
    }
}
