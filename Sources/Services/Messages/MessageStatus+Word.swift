// The words for a message's states outside of JSON: in event types, in counts, in texts.

package import Contract

extension MessageStatus {
    /// Such as `pending`: the name in the contract, without its prefix, in lower case.
    package var word: String {
        switch self {
        case .unspecified: "unspecified"
        case .scheduled: "scheduled"
        case .pending: "pending"
        case .dispatched: "dispatched"
        case .submitted: "submitted"
        case .unknown: "unknown"
        case .sent: "sent"
        case .delivered: "delivered"
        case .read: "read"
        case .played: "played"
        case .failed: "failed"
        case .expired: "expired"
        case .cancelled: "cancelled"
        case .unrecognized(let number): String(number)
        }
    }

    /// Whether nothing more is to be expected. (A late success may still come: the truth wins.)
    package var isFinal: Bool {
        switch self {
        case .read, .played, .failed, .expired, .cancelled: true
        default: false
        }
    }
}
