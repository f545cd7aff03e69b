// What people may ask of a message: RetryMessage, ResolveMessage, the end of its session; pure, like the rest of the life
// of a message. Attempts are never counted down, because commands are numbered by them: a person's wish to go on raises
// what is allowed, as an attempt does that was not begun.

package import Contract
internal import Store

extension MessageLifecycle {
    /// Commands are numbered by attempt, in one byte.
    package static let mostAttempts = 255
    /// So many of them are allowed because some were not begun. The rest is for people.
    package static let mostNotBegun = 200

    func retry(_ message: Snapshot, _ now: Instant) -> MessageTransition? {
        switch message.status {
        // It goes as soon as it can; its attempts stay what they are.
        case .pending: message.nextTryAt == nil ? nil : MessageTransition(.pending, .retriedByUser)
        case .failed, .expired: renewed(message, .retriedByUser, now)
        default: nil
        }
    }

    func resolve(_ message: Snapshot, _ resolution: Resolution, _ now: Instant) -> MessageTransition? {
        // Time ends the waiting, not the question: what was given up is still a person's to settle, also otherwise than before,
        // or to send again, knowing that it may be there already.
        let wasGivenUp = message.status == .failed && message.isOutcomeUnknown
        guard message.status == .unknown || wasGivenUp else { return nil }
        return switch resolution {
        case .sent: MessageTransition(.sent, .resolvedSent)
        case .failed:
            MessageTransition(
                .failed, .resolvedFailed, reason: .outcomeUnknown, detail: "a person found that it did not go out")
        case .resend: renewed(message, .resolvedResend, now)
        case .unspecified, .unrecognized: nil
        }
    }

    /// Back into the queue with a full set of attempts and a new time to live.
    private func renewed(_ message: Snapshot, _ cause: MessageCause, _ now: Instant) -> MessageTransition? {
        guard message.attempts < Self.mostAttempts else { return nil }
        var transition = MessageTransition(.pending, cause)
        transition.attemptsAllowed = min(Self.mostAttempts, message.attempts + schedule.attempts)
        transition.expiresAt = now + renewedLife
        return transition
    }

    /// What waits fails. What is under way is answered by its bridge or becomes unknown, as after any break; but where
    /// the session is deleted nobody will ever find out.
    func sessionEnded(_ message: Snapshot, _ cause: MessageCause) -> MessageTransition? {
        if waits(message) {
            return MessageTransition(
                .failed, cause, reason: .sessionLoggedOut,
                detail: cause == .sessionDeleted ? "its session was deleted" : "its session was logged out")
        }
        guard cause == .sessionDeleted, message.status == .dispatched || message.status == .unknown else { return nil }
        return MessageTransition(
            .failed, cause, reason: .outcomeUnknown, detail: "its session was deleted before the outcome was known")
    }
}
