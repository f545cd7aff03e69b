// The life of a message (BRIDGE.md): status and what happened in, change out; pure. Every change of a message's status
// is decided here and nowhere else.
// Invariants, held by property tests: from `submitted` on rank only rises, but for an error ack and the loss of an
// outcome; a success, however late, is never thrown away; no more attempts than the schedule allows, but for those that
// were not begun and those that a person asks for; no status that nothing can end; what may have gone out is never said not
// to have. What people ask for is in MessageLifecycle+People.swift, what nobody knows in MessageLifecycle+Doubt.swift.

package import Contract
package import Store

package struct MessageLifecycle: Sendable {
    package var schedule: RetrySchedule
    /// How long a message waits when the account may not write to strangers and nobody said until when.
    package var restrictionWait: Duration = .seconds(3600)
    /// How long a message lives that a person sends on its way again.
    package var renewedLife: Duration = .seconds(24 * 3600)

    package init(schedule: RetrySchedule = RetrySchedule()) {
        self.schedule = schedule
    }

    /// What the lifecycle needs to know of a message.
    package struct Snapshot: Sendable, Hashable {
        package var status: MessageStatus
        /// How often it was handed out.
        package var attempts: Int
        /// How often it may be handed out in all; 0 = as often as the schedule says.
        package var attemptsAllowed: Int
        package var expiresAt: Instant?
        /// A pending message is not handed out before then.
        package var nextTryAt: Instant?
        /// WhatsApp, which had it, said no, and it was not handed out since.
        package var wasRejected: Bool
        /// WhatsApp said no before.
        package var hasErrorAck: Bool
        /// It failed because nobody found out whether it went out.
        package var isOutcomeUnknown: Bool
        /// Its session was logged out at somebody's request, or is deleted: nothing will go out through it.
        package var isSessionOver: Bool
        /// What nobody knows of its attempts.
        package var doubt: AttemptDoubt?
        /// The session's epoch at its last hand-out.
        package var epoch: Int64
        /// Whoever was given the last attempt makes another try under our id the same message.
        package var keepsID: Bool
        /// The epoch at which a link of its session last ended.
        package var linkEpoch: Int64

        package init(
            status: MessageStatus, attempts: Int, attemptsAllowed: Int = 0, expiresAt: Instant? = nil,
            nextTryAt: Instant? = nil, wasRejected: Bool = false, hasErrorAck: Bool = false,
            isOutcomeUnknown: Bool = false, isSessionOver: Bool = false, doubt: AttemptDoubt? = nil, epoch: Int64 = 0,
            keepsID: Bool = false, linkEpoch: Int64 = 0
        ) {
            self.status = status
            self.attempts = attempts
            self.attemptsAllowed = attemptsAllowed
            self.expiresAt = expiresAt
            self.nextTryAt = nextTryAt
            self.wasRejected = wasRejected
            self.hasErrorAck = hasErrorAck
            self.isOutcomeUnknown = isOutcomeUnknown
            self.isSessionOver = isSessionOver
            self.doubt = doubt
            self.epoch = epoch
            self.keepsID = keepsID
            self.linkEpoch = linkEpoch
        }
    }

    /// What becomes of a message.
    /// - Parameters:
    ///   - now: the wall clock.
    ///   - jitter: a random number from 0 to 1, for backoffs.
    /// - Returns: nil where nothing changes.
    package func change(
        _ message: Snapshot, on input: MessageInput, at now: Instant, jitter: Double
    ) -> MessageTransition? {
        guard var transition = decide(message, input, now, jitter) else { return nil }
        let doubt = doubt(after: transition, of: message, on: input)
        // It would wait for nothing.
        if transition.status == .pending, message.isSessionOver {
            transition = MessageTransition(
                .failed, transition.cause, reason: .sessionLoggedOut, detail: "its session was logged out or deleted")
        }
        transition.doubt = doubt
        return admit(transition)
    }

    private func decide(
        _ message: Snapshot, _ input: MessageInput, _ now: Instant, _ jitter: Double
    ) -> MessageTransition? {
        switch input {
        case .due:
            message.status == .scheduled ? MessageTransition(.pending, .due) : nil
        case .expire:
            expire(message)
        case .cancel:
            waits(message) ? MessageTransition(.cancelled, .cancelled) : nil
        case .handOut:
            handOut(message)
        case .unsendable(let failure):
            message.status == .pending ? MessageTransition(.failed, .unsendable, failure: failure) : nil
        case .notHandedOver:
            message.status == .dispatched || message.status == .unknown
                ? MessageTransition(.pending, .notHandedOver, attempts: max(0, message.attempts - 1)) : nil
        case .submitted:
            proven(message, .submitted, .result)
        case .acknowledged(let status):
            Self.rank(status) == nil ? nil : proven(message, status, .ack)
        case .rejected(let failure):
            rejected(message, failure, now, jitter)
        case .refused(let failure):
            refused(message, failure, now, jitter)
        case .outcomeLost(let cause):
            message.status == .dispatched || message.status == .submitted
                ? MessageTransition(.unknown, cause, reason: .outcomeUnknown) : nil
        case .reconcile(let sameIDIsSafe):
            sameIDIsSafe ? reconcile(message, now, jitter) : nil
        case .linkEnded:
            message.status == .pending && message.attempts > 0
                ? MessageTransition(
                    .unknown, .epochOver, reason: .outcomeUnknown, detail: "a repeat could be a second message") : nil
        case .retry:
            retry(message, now)
        case .resolve(let resolution):
            resolve(message, resolution, now)
        case .sessionEnded(let cause):
            sessionEnded(message, cause)
        }
    }

    /// Whether it may be handed out once more.
    func allowsAnother(_ message: Snapshot) -> Bool { schedule.allowsAnother(after: attemptsInBudget(message)) }

    /// How often it was handed out since it last got a full set of attempts.
    private func attemptsInBudget(_ message: Snapshot) -> Int {
        message.attempts - max(0, message.attemptsAllowed - schedule.attempts)
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

    func waits(_ message: Snapshot) -> Bool {
        message.status == .scheduled || message.status == .pending
    }

    private func expire(_ message: Snapshot) -> MessageTransition? {
        if waits(message) {
            let detail = message.attempts > 0 ? "expires_at came before the next attempt" : "expires_at came first"
            return MessageTransition(.expired, .expired, detail: detail)
        }
        return message.status == .unknown ? expiredUnknown : nil
    }

    /// It may have gone out. To say `expired` would be to say that it has not.
    private var expiredUnknown: MessageTransition {
        MessageTransition(
            .failed, .expired, reason: .outcomeUnknown, detail: "expires_at came before the outcome was known")
    }

    private func handOut(_ message: Snapshot) -> MessageTransition? {
        guard message.status == .pending else { return nil }
        guard allowsAnother(message) else {
            return MessageTransition(.failed, .attemptsUsedUp, reason: .outcomeUnknown)
        }
        return MessageTransition(.dispatched, .handedToBridge, attempts: message.attempts + 1)
    }

    /// Something proves that the message went out, at least as far as `status`.
    private func proven(_ message: Snapshot, _ status: MessageStatus, _ cause: MessageCause) -> MessageTransition? {
        guard message.attempts > 0, let rank = Self.rank(status), rank > Self.rank(message.status) ?? 0 else {
            return nil
        }
        // That it was on its way is older than the no; that it arrived is news.
        if message.wasRejected, status == .submitted || status == .sent { return nil }
        switch message.status {
        case .dispatched, .submitted, .sent, .delivered, .read: return MessageTransition(status, cause)
        case .pending, .unknown, .failed, .expired, .cancelled: return MessageTransition(status, .lateSuccess)
        default: return nil
        }
    }

    /// WhatsApp took the message and then said no: it has not arrived, and may go out again under the same id. Not where it
    /// may have said so of an earlier attempt: the present one may be taken all the same, and its answer is to come.
    private func rejected(
        _ message: Snapshot, _ failure: SendFailure, _ now: Instant, _ jitter: Double
    ) -> MessageTransition? {
        switch message.status {
        case .dispatched, .unknown, .submitted, .sent: break
        default: return nil
        }
        guard !mayBeOfEarlierAttempt(message) else { return nil }
        let verdict = RetryVerdict.ofErrorAck(failure, earlier: message.hasErrorAck)
        guard verdict != .never, allowsAnother(message) else {
            return MessageTransition(.failed, .errorAck, failure: failure)
        }
        return again(message, .errorAck, failure, verdict, now, jitter)
    }

    /// The bridge answered the present attempt with an error.
    private func refused(
        _ message: Snapshot, _ failure: SendFailure, _ now: Instant, _ jitter: Double
    ) -> MessageTransition? {
        guard message.status == .dispatched || message.status == .unknown else { return nil }
        let verdict = RetryVerdict.of(failure.reason)
        if verdict == .never || (verdict == .afterAPersonActs && !failure.notBegun) {
            return MessageTransition(.failed, .result, failure: failure)
        }
        if verdict == .reconcile, !failure.notBegun {
            return message.status == .unknown ? nil : MessageTransition(.unknown, .result, failure: failure)
        }
        let allowed = failure.notBegun ? allowedOnceMore(message) : nil
        guard allowed != nil || allowsAnother(message) else {
            return MessageTransition(.failed, .attemptsUsedUp, failure: failure)
        }
        var change = again(message, .retry, failure, verdict, now, jitter)
        change.attemptsAllowed = allowed
        return change
    }

    /// An attempt that was not begun is none: there is one more. Not for ever, for commands are numbered by attempts.
    private func allowedOnceMore(_ message: Snapshot) -> Int? {
        let allowed = max(message.attemptsAllowed, schedule.attempts) + 1
        return allowed <= Self.mostNotBegun ? allowed : nil
    }

    /// It waits for its next attempt.
    private func again(
        _ message: Snapshot, _ cause: MessageCause, _ failure: SendFailure, _ verdict: RetryVerdict, _ now: Instant,
        _ jitter: Double
    ) -> MessageTransition {
        // What is not begun again and again is not tried again and again at once, though it uses up nothing.
        let failures = failure.notBegun ? message.attempts : attemptsInBudget(message)
        let backoff = schedule.delay(after: failures, jitter: jitter)
        var change = MessageTransition(.pending, cause, failure: failure)
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
        // Whoever says when it makes sense again is not asked before.
        if let first = failure.notBefore { change.nextTryAt = max(change.nextTryAt ?? first, first) }
        return change
    }

    /// The session is carried again, what its bridges had to say has been heard, and nothing of this message was in it.
    private func reconcile(_ message: Snapshot, _ now: Instant, _ jitter: Double) -> MessageTransition? {
        guard message.status == .unknown else { return nil }
        if let expiresAt = message.expiresAt, expiresAt <= now { return expiredUnknown }
        guard allowsAnother(message) else {
            return MessageTransition(.failed, .attemptsUsedUp, reason: .outcomeUnknown)
        }
        var change = MessageTransition(.pending, .sameIDIsSafe)
        // The first repeat goes out at once. A message that keeps losing its bridge has to wait.
        if attemptsInBudget(message) > 1 {
            change.hold = .retryBackoff
            change.nextTryAt = now + schedule.delay(after: attemptsInBudget(message) - 1, jitter: jitter)
        }
        return change
    }
}
