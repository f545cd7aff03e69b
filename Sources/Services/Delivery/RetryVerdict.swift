// What rpcd makes of the reason that a bridge gives for a failed send: the table of BRIDGE.md, "The life of a
// message". rpcd alone decides about retries; no driver retries by itself.

package import Contract

/// Whether a failed send is made again.
package enum RetryVerdict: Sendable, Hashable {
    /// Another attempt would end the same way.
    case never
    /// Somebody has to do something about the account first.
    case afterAPersonActs
    /// Once the session is back, which it comes by itself; not before a backoff, or a session that claims to be
    /// connected and refuses would use up every attempt at once.
    case whenSessionIsBack
    /// When the account may write to strangers again.
    case whenRestrictionEnds
    /// After a backoff, with the same id.
    case backoff
    /// Nobody knows whether it went: first find out.
    case reconcile

    package static func of(_ reason: Reason) -> RetryVerdict {
        switch reason {
        case .recipientNotOnWhatsapp, .engineUnsupported, .mediaTooLarge, .mediaUnsupported, .mediaExpired,
            .validationError, .payloadTooLarge, .unsupportedMediaType, .notImplemented:
            .never
        case .accountRestricted, .accountBanned, .sessionLoggedOut: .afterAPersonActs
        case .sessionNotConnected, .sessionConflict: .whenSessionIsBack
        case .recipientColdRestricted: .whenRestrictionEnds
        case .outcomeUnknown: .reconcile
        // What a newer bridge calls by a name we do not know gets the benefit of the doubt, and at most 8 attempts.
        default: .backoff
        }
    }

    /// What follows from an error ack: `never`, but for two.
    /// - Parameter earlier: whether the message has had an error ack before this one.
    package static func ofErrorAck(_ failure: SendFailure, earlier: Bool) -> RetryVerdict {
        // Whoever has not written to the account may not be written to now: that ends.
        if failure.reason == .recipientColdRestricted { return .whenRestrictionEnds }
        // WhatsApp could not make anything of it; where that is not chance it stays so.
        return failure.engineCode == "479" && !earlier ? .backoff : .never
    }
}
