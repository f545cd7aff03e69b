// A line of a message's timeline as a sentence. A cause that this version does not know is told in its own words.
internal import Contract

extension MessageStory {
    static func sentence(_ entry: TimelineEntry) -> String {
        let lost =
            switch (entry.from, entry.to) {
            case (.submitted, .unknown): " before WhatsApp's server had confirmed it"
            case (_, .unknown): lostFor
            default: ""
            }
        let bridge = entry.bridge.isEmpty ? "a bridge" : "bridge \(entry.bridge)"
        let told = told(entry)
        switch entry.cause {
        case "accepted": return "It was accepted" + (entry.to == .scheduled ? " for later." : ".")
        case "due": return "Its time came."
        case "handed_to_bridge":
            return "It was handed to \(bridge)\(entry.attempt > 0 ? ", attempt \(entry.attempt)" : "")."
        case "not_handed_over": return "It did not reach \(bridge) after all; the attempt does not count."
        case "result": return result(entry, told)
        case "retry": return "The attempt failed\(told). Another one was to follow."
        case "attempts_used_up": return "There were no attempts left\(told)."
        case "ack": return acknowledgement(entry.to)
        case "error_ack": return "WhatsApp had taken it, and then refused it\(told)."
        case "late_success":
            return entry.to == .submitted
                ? "It had gone out after all: the engine had taken it."
                : "It had gone out after all: \(MessageText.status(entry.to))."
        case "same_id_is_safe":
            return
                "It was put back into the queue: the engine takes our id of it, so that a repeat cannot arrive twice."
        case "bridge_lost": return "Its bridge was lost\(lost)."
        case "server_restarted": return "The server was started again\(lost)."
        case "command_deadline": return "Its bridge did not answer in time\(lost)."
        case "ack_deadline": return "WhatsApp's server did not confirm it in time\(lost)."
        case "epoch_over": return "Its session was handed out anew\(lost)."
        case "held": return "It was held\(told)."
        case "expired": return "Its time was over\(told)."
        case "cancelled": return "It was cancelled."
        case "retried_by_user": return "It was put back into the queue by hand."
        case "resolved_sent": return "It was found out, and said by hand, that it had gone out."
        case "resolved_failed": return "It was said by hand that it had not gone out, and shall not."
        case "resolved_resend": return "It was told by hand to go out again."
        case "session_logged_out": return "Its session was logged out."
        case "session_deleted": return "Its session was deleted\(entry.reason == "OUTCOME_UNKNOWN" ? lostFor : "")."
        case "unsendable": return "It could not be handed out\(told)."
        case "edited": return "Its text was replaced."
        case "deleted": return "It was deleted for everyone."
        case "reacted":
            return entry.detail.isEmpty ? "A reaction was taken back." : "Somebody reacted: \(entry.detail)."
        case "media_fetched": return "Its file was fetched\(entry.bridge.isEmpty ? "" : " through \(bridge)")."
        case "marked_read": return "Its sender was told that it was read."
        case "received": return "It came in\(entry.bridge.isEmpty ? "" : " through \(bridge)")."
        default:
            let words = entry.cause.isEmpty ? "Something happened" : entry.cause.replacing("_", with: " ")
            return "\(words): \(MessageText.status(entry.to))\(told)."
        }
    }

    private static let lostFor = " before it was known what became of it"

    private static func result(_ entry: TimelineEntry, _ told: String) -> String {
        switch entry.to {
        case .submitted: "The engine took it."
        case .unknown: "The engine could not say whether it went out\(told)."
        default: "The engine refused it\(told)."
        }
    }

    private static func acknowledgement(_ status: MessageStatus) -> String {
        switch status {
        case .submitted: "The engine took it."
        case .sent: "WhatsApp's server confirmed it."
        case .delivered: "It arrived on the recipient's device."
        case .read: "It was read."
        case .played: "It was listened to."
        default: "It is \(MessageText.status(status))."
        }
    }

    /// The reason, what the engine said, and what else there is to say: `: A (b: c)`, or nothing.
    private static func told(_ entry: TimelineEntry) -> String {
        let details = [entry.engineCode, MessageText.unended(entry.detail)].filter { !$0.isEmpty }
            .joined(separator: ": ")
        switch (entry.reason.isEmpty, details.isEmpty) {
        case (true, true): return ""
        case (false, true): return ": \(entry.reason)"
        case (true, false): return ": \(details)"
        case (false, false): return ": \(entry.reason) (\(details))"
        }
    }
}
