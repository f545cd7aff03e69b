// The life of a message (BRIDGE.md): status and what happened in, change out; pure. Every change of a message's status
// is decided here and nowhere else.
// Invariants, held by property tests: from `submitted` on rank only rises, but for an error ack and the loss of an
// outcome; a success, however late, is never thrown away; no more attempts than the schedule allows; no status that
// nothing can end.

package import Contract
internal import Store

package struct MessageLifecycle: Sendable {
    package var schedule: RetrySchedule
    /// How long a message waits when the account may not write to strangers and nobody said until when.
    package var restrictionWait: Duration = .seconds(3600)

    package init(schedule: RetrySchedule = RetrySchedule()) {
        self.schedule = schedule
    }

    /// What the lifecycle needs to know of a message.
    package struct Snapshot: Sendable, Hashable {
        package var status: MessageStatus
        /// How often it was handed out.
        package var attempts: Int
        package var expiresAt: Instant?
        /// It failed because WhatsApp, which had it, said no.
        package var wasRejected: Bool

        package init(
            status: MessageStatus, attempts: Int, expiresAt: Instant? = nil, wasRejected: Bool = false
        ) {
            self.status = status
            self.attempts = attempts
            self.expiresAt = expiresAt
            self.wasRejected = wasRejected
        }
    }

    /// What becomes of a message.
    /// - Parameters:
    ///   - now: the wall clock.
    ///   - jitter: a random number from 0 to 1, for backoffs.
    /// - Returns: nil where nothing changes.
    package func change(
        _ message: Snapshot, on input: MessageInput, at now: Instant, jitter: Double
    ) -> MessageChange? {
        switch input {
        case .due:
            message.status == .scheduled ? MessageChange(.pending, .due) : nil
        case .expire:
            waits(message) ? MessageChange(.expired, .expired, detail: "expires_at came first") : nil
        case .cancel:
            waits(message) ? MessageChange(.cancelled, .cancelled) : nil
        case .handOut:
            handOut(message)
        case .notHandedOver:
            message.status == .dispatched || message.status == .unknown
                ? MessageChange(.pending, .notHandedOver, attempts: max(0, message.attempts - 1)) : nil
        case .submitted:
            proven(message, .submitted, .result)
        case .acknowledged(let status):
            Self.rank(status) == nil ? nil : proven(message, status, .ack)
        case .rejected(let failure):
            rejected(message, failure)
        case .refused(let failure):
            refused(message, failure, now, jitter)
        case .outcomeLost(let cause):
            message.status == .dispatched || message.status == .submitted
                ? MessageChange(.unknown, cause, reason: .outcomeUnknown) : nil
        case .reconcile(let sameIDIsSafe):
            sameIDIsSafe ? reconcile(message, now, jitter) : nil
        }
    }

    /// How far on its way a message is, from `submitted` on; nil before it and where it went no way.
    package static func rank(_ status: MessageStatus) -> Int? {
        switch status {
        case .submitted: 1
        case .sent: 2
        case .delivered: 3
        case .read: 4
        case .played: 5
        default: nil
        }
    }

    private func waits(_ message: Snapshot) -> Bool {
        message.status == .scheduled || message.status == .pending
    }

    private func handOut(_ message: Snapshot) -> MessageChange? {
        guard message.status == .pending else { return nil }
        guard schedule.allowsAnother(after: message.attempts) else {
            return MessageChange(.failed, .attemptsUsedUp, reason: .outcomeUnknown)
        }
        return MessageChange(.dispatched, .handedToBridge, attempts: message.attempts + 1)
    }

    /// Something proves that the message went out, at least as far as `status`.
    private func proven(_ message: Snapshot, _ status: MessageStatus, _ cause: MessageCause) -> MessageChange? {
        guard message.attempts > 0, let rank = Self.rank(status), rank > Self.rank(message.status) ?? 0 else {
            return nil
        }
        // That it was on its way is older than the no; that it arrived is news.
        if message.wasRejected, status == .submitted || status == .sent { return nil }
        switch message.status {
        case .dispatched, .submitted, .sent, .delivered, .read: return MessageChange(status, cause)
        case .pending, .unknown, .failed, .expired, .cancelled: return MessageChange(status, .lateSuccess)
        default: return nil
        }
    }

    /// WhatsApp took the message and then said no.
    private func rejected(_ message: Snapshot, _ failure: SendFailure) -> MessageChange? {
        switch message.status {
        case .dispatched, .unknown, .submitted, .sent: MessageChange(.failed, .errorAck, failure: failure)
        default: nil
        }
    }

    /// The bridge answered the present attempt with an error.
    private func refused(
        _ message: Snapshot, _ failure: SendFailure, _ now: Instant, _ jitter: Double
    ) -> MessageChange? {
        guard message.status == .dispatched || message.status == .unknown else { return nil }
        let verdict = RetryVerdict.of(failure.reason)
        if verdict == .never || (verdict == .afterAPersonActs && !failure.notBegun) {
            return MessageChange(.failed, .result, failure: failure)
        }
        if verdict == .reconcile, !failure.notBegun {
            return message.status == .unknown ? nil : MessageChange(.unknown, .result, failure: failure)
        }
        guard schedule.allowsAnother(after: message.attempts) else {
            return MessageChange(.failed, .attemptsUsedUp, failure: failure)
        }
        let backoff = schedule.delay(after: message.attempts, jitter: jitter)
        var change = MessageChange(.pending, .retry, failure: failure)
        switch verdict {
        case .whenRestrictionEnds:
            change.hold = .recipientColdRestricted
            change.nextTryAt = max(failure.notBefore ?? now + restrictionWait, now + backoff)
        case .whenSessionIsBack:
            change.hold = .sessionNotConnected
            change.nextTryAt = now + backoff
        case .afterAPersonActs:
            change.hold = failure.reason == .sessionLoggedOut ? .sessionLoggedOut : .sessionNotConnected
            change.nextTryAt = now + backoff
        default:
            change.hold = .retryBackoff
            change.nextTryAt = now + backoff
        }
        return change
    }

    /// The session is carried again, what its bridges had to say has been heard, and nothing of this message was in it.
    private func reconcile(_ message: Snapshot, _ now: Instant, _ jitter: Double) -> MessageChange? {
        guard message.status == .unknown else { return nil }
        // It may have gone out. To say `expired` would be to say that it has not.
        if let expiresAt = message.expiresAt, expiresAt <= now {
            return MessageChange(
                .failed, .expired, reason: .outcomeUnknown, detail: "expires_at came before the outcome was known")
        }
        guard schedule.allowsAnother(after: message.attempts) else {
            return MessageChange(.failed, .attemptsUsedUp, reason: .outcomeUnknown)
        }
        var change = MessageChange(.pending, .sameIDIsSafe)
        // The first repeat goes out at once. A message that keeps losing its bridge has to wait.
        if message.attempts > 1 {
            change.hold = .retryBackoff
            change.nextTryAt = now + schedule.delay(after: message.attempts - 1, jitter: jitter)
        }
        return change
    }
}
