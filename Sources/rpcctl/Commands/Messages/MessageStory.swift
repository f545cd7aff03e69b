// The story of a message: where it is and why, what happened to it, what somebody can do. Sentences made of the message,
// its timeline and its session; nothing is asked of anybody.
internal import Codec
internal import Contract

struct MessageStory {
    let message: Message
    /// Its session as it is now; nil where that is not known.
    let session: Session?
    /// Seconds since 1970.
    let now: Int64

    func lines(style: Style = .plain, width: Int = Prose.usualWidth) -> [String] {
        let status = MessageText.status(message.status)
        var lines = Prose.lines("Message \(message.id) \(way): \(status). \(standing)", width: width)
        // Painted after the lines were broken: what paints has no width.
        if style.isColoured, let place = lines.first?.firstRange(of: ": \(status).") {
            lines[0].replaceSubrange(place, with: ": \(style(StatusPaint.of(status), status)).")
        }
        if !message.timeline.isEmpty {
            lines += [""]
            lines += message.timeline.flatMap { entry in
                Prose.entry(
                    TimeText.milliseconds(entry.at), MessageStory.sentence(entry), column: 26, width: width)
            }
        }
        let advice = advice
        if !advice.isEmpty {
            lines += [""]
            lines += advice.flatMap { Prose.entry("→", $0, column: 3, width: width) }
        }
        return lines
    }

    private var way: String {
        message.direction == .inbound ? "from \(message.sender)" : "to \(message.recipient)"
    }

    /// What its state means, and what it waits for.
    var standing: String {
        switch message.status {
        case .scheduled: "It waits for its time, \(TimeText.seconds(message.scheduledAt))."
        case .pending: holding
        case .dispatched:
            "A bridge has it since \(TimeText.seconds(message.timeline.last?.at ?? message.dispatchedAt)) and has not said "
                + "what became of it."
        case .submitted: "The engine took it; WhatsApp's server has not confirmed it yet."
        case .unknown:
            "It may have gone out or not: its bridge went away before saying so. It is not sent again blindly; when the "
                + "session is carried again, what can be found out is found out."
        case .sent:
            message.direction == .inbound
                ? "It came in."
                : "WhatsApp's server has it; the recipient's device has not confirmed it. It may be switched off."
        case .delivered: message.direction == .inbound ? "It came in." : "The recipient's device has it."
        case .read: "It was read."
        case .played: "It was listened to."
        case .failed:
            "It was given up" + (message.errorCode.isEmpty ? "." : ": \(message.errorCode).")
                + (message.errorMessage.isEmpty ? "" : " \(message.errorMessage)")
        case .expired: "It was not sent before \(TimeText.seconds(message.expiresAt)), and will not be."
        case .cancelled: "It was taken back before any bridge had it."
        default: ""
        }
    }

    private var holding: String {
        let next = message.nextTryAt.map { "; the next try is at \(TimeText.seconds($0))" } ?? ""
        switch message.holdReason {
        case "": return "It is about to be handed to a bridge."
        case "session_not_connected":
            return "It waits because its session\(sessionState)\(next)."
        case "session_logged_out": return "It waits because its session was logged out: somebody has to link it again."
        case "no_bridge_credit": return "It waits for its bridge to say that it is ready for more."
        case "retry_backoff":
            return "Attempt \(message.attempts) failed\(next)."
        case "recipient_cold_restricted":
            return "It waits because WhatsApp lets this account write to no stranger just now\(next)."
        case let other: return "It waits: \(other.replacing("_", with: " "))\(next)."
        }
    }

    private var sessionState: String {
        guard let session else { return " is not connected" }
        let reason = session.statusReason.isEmpty ? "" : ", \(session.statusReason)"
        if session.status == .connected {
            return " \(session.name) was not connected; it is now, so it should go any moment"
        }
        return " \(session.name) is not connected (\(SessionText.status(session))\(reason))"
    }

    /// What somebody can do about it.
    var advice: [String] {
        let name = session?.name ?? String(message.sessionId)
        switch message.status {
        case .pending where message.holdReason.hasPrefix("session_"):
            var advice: [String] = []
            if session?.statusReason == "no_bridge" {
                advice.append("No bridge carries the session: rpcctl bridges list shows those that are attached.")
            }
            if session?.status != .connected {
                advice.append("rpcctl sessions link \(name) brings the session back.")
            }
            return advice + [expiry, "rpcctl messages cancel \(message.id) takes it back."].compactMap { $0 }
        case .pending where message.holdReason == "retry_backoff":
            return ["rpcctl messages retry \(message.id) tries it at once.", expiry].compactMap { $0 }
        case .pending, .scheduled:
            return [expiry, "rpcctl messages cancel \(message.id) takes it back."].compactMap { $0 }
        case .unknown:
            return [
                "Look on the phone whether it went out, then say so: rpcctl messages resolve \(message.id) --sent, "
                    + "--failed, or --resend (which may send it twice)."
            ]
        case .failed where message.errorCode == "RECIPIENT_NOT_ON_WHATSAPP":
            return ["The number has no WhatsApp account: nothing will help but another number."]
        case .failed where message.errorCode == "SESSION_LOGGED_OUT":
            return ["rpcctl sessions link \(name), then rpcctl messages retry \(message.id)."]
        case .failed, .expired:
            return ["rpcctl messages retry \(message.id) puts it back into the queue, under the same id."]
        default: return []
        }
    }

    private var expiry: String? {
        guard let end = message.expiresAt, end.seconds > now else { return nil }
        return "It is tried until \(TimeText.seconds(end)), "
            + "\(TimeText.span(seconds: end.seconds - now)) from now, and expires then."
    }
}
