// Attempts of which nobody knows whether they went out. One such attempt makes the whole message doubtful until there is
// evidence: a success, proof that this very attempt did not go out, or what a person found out. Whatever became of later
// attempts says nothing about it. Until then the message is not repeated where the repeat could be a second message, and is
// never said not to have gone out.

internal import Contract
internal import Store

extension MessageLifecycle {
    private static let mayHaveGone = "an earlier attempt may have gone out; "
    private static let wasCancelled = "it was cancelled"

    /// What is said of a message that was cancelled, and of which an attempt is in doubt.
    static let cancelledInDoubt = mayHaveGone + wasCancelled

    /// What is in doubt after a change.
    func doubt(after change: MessageTransition, of message: Snapshot, on input: MessageInput) -> AttemptDoubt? {
        var doubt = message.doubt ?? AttemptDoubt()
        switch input {
        case .outcomeLost: doubt.add(message)
        case .sessionEnded where message.status == .dispatched: doubt.add(message)
        case .refused where change.status == .unknown: doubt.add(message)
        case .linkEnded where message.doubt == nil: doubt.add(message)
        case .refused, .notHandedOver:
            if Int(doubt.attempt) == message.attempts { doubt.attempt = 0 }
        case .rejected:
            // It is told by id: of all that went out, or did not, through the link that is.
            if doubt.epoch > message.linkEpoch { doubt.attempt = 0 }
        case .submitted: doubt.attempt = 0
        case .acknowledged(let status):
            doubt.attempt = 0
            // What is on its way may still be refused, and then an earlier one may be there all the same.
            if status != .sent { doubt.isAccepted = false }
        case .resolve(.resend) where message.doubt != nil:
            doubt.attempt = 0
            doubt.isAccepted = true
        case .resolve: return nil
        default: break
        }
        return doubt.attempt == 0 && !doubt.isAccepted ? nil : doubt
    }

    /// Whether an error ack that comes now may tell of another attempt than the present one. A repeat goes out under the id of
    /// the attempt before, so the id does not say which of them is meant. Once the engine has answered the present attempt
    /// with a success, it is that one.
    func mayBeOfEarlierAttempt(_ message: Snapshot) -> Bool {
        guard message.attempts > 1 else { return false }
        switch message.status {
        case .dispatched: return message.doubt != nil || message.hasErrorAck
        case .unknown: return message.hasErrorAck || message.doubt.map { Int($0.attempt) != message.attempts } ?? false
        default: return false
        }
    }

    /// To call what may have gone out cancelled, expired, or failed for what the last attempt met, would be to say that it
    /// has not.
    func admit(_ change: MessageTransition) -> MessageTransition {
        guard change.doubt != nil, change.reason != .outcomeUnknown else { return change }
        let story: String? =
            switch change.status {
            case .cancelled: Self.wasCancelled
            case .expired: change.detail
            case .failed:
                [change.reason?.word ?? "", change.detail].filter { !$0.isEmpty }.joined(separator: ": ")
            default: nil
            }
        guard let story else { return change }
        var admitted = change
        admitted.status = .failed
        admitted.reason = .outcomeUnknown
        // A newer bridge may refuse for a reason that has no word here, and say nothing else.
        admitted.detail = Self.mayHaveGone + (story.isEmpty ? "it was refused" : story)
        return admitted
    }
}

extension MessageCause {
    /// Why nobody knows what became of a message, for people.
    var doubt: String {
        switch self {
        case .result: "the engine could not say whether it went out"
        case .serverRestarted: "the server ended before its bridge had said what became of it"
        case .commandDeadline: "its bridge did not say in time what became of it"
        case .ackDeadline: "WhatsApp's server never confirmed it"
        case .epochOver: "its session was handed out anew before its bridge had said what became of it"
        default: "its bridge was lost before it had said what became of it"
        }
    }
}

extension AttemptDoubt {
    /// The present attempt is in doubt, too. The first one stays what is told: it is the one that went through the oldest
    /// link.
    fileprivate mutating func add(_ message: MessageLifecycle.Snapshot) {
        if attempt == 0 {
            attempt = Int32(clamping: max(message.attempts, 1))
            epoch = message.epoch
            keepsID = message.keepsID
        } else {
            keepsID = keepsID && message.keepsID
        }
    }
}
