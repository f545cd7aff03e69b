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
        case .unknown: doubt
        case .sent:
            message.direction == .inbound
                ? "It came in."
                : "WhatsApp's server has it; the recipient's device has not confirmed it. It may be switched off."
        case .delivered: message.direction == .inbound ? "It came in." : "The recipient's device has it."
        case .read: "It was read."
        case .played: "It was listened to."
        case .failed:
            switch (message.errorCode, MessageText.unended(message.errorMessage)) {
            case ("", ""): "It was given up."
            case ("", let words): "It was given up: \(words)."
            case (let reason, ""): "It was given up: \(reason)."
            case (let reason, let words): "It was given up: \(reason) (\(words))."
            }
        case .expired:
            message.timeline.contains { $0.cause == "error_ack" }
                ? "WhatsApp refused it, and \(TimeText.seconds(message.expiresAt)) came before it could be sent again."
                : "It was not sent before \(TimeText.seconds(message.expiresAt)), and will not be."
        case .cancelled:
            message.attempts > 0
                ? "It was taken back before another attempt; those before had failed."
                : "It was taken back before any bridge had it."
        default: ""
        }
    }

    /// Why nobody knows, and what comes of it.
    private var doubt: String {
        let why =
            switch message.timeline.last(where: { $0.to == .unknown })?.cause {
            case "result": "the engine could not say"
            case "command_deadline": "its bridge did not say so in time"
            case "ack_deadline": "the engine took it, and WhatsApp's server never confirmed it"
            case "server_restarted": "the server ended before its bridge had said so"
            case "epoch_over": "its session was handed out anew before its bridge had said so"
            // Its timeline may have been forgotten by now.
            case nil where !message.errorMessage.isEmpty: MessageText.unended(message.errorMessage)
            default: "its bridge went away before saying so"
            }
        let next =
            session?.status == .connected
            ? "What could be found out was found out."
            : "When the session is carried again, what can be found out is found out."
        return "It may have gone out or not: \(why). It is not sent again blindly. \(next)"
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
        case "behind_another": return "It waits for one that was accepted before it and goes to the same recipient."
        case "recipient_cold_restricted":
            return "It waits because WhatsApp lets this account write to no stranger just now\(next)."
        case "pacing":
            return "It waits for its turn: its session sends at a person's pace\(turn)."
        case "recipient_gap": return "It waits because its recipient was written to a moment ago\(turn)."
        case "cold_budget":
            return "It waits because its recipient has not written in the last 24 hours, and its session has written "
                + "to as many such as it may in a day\(next)."
        case "quiet_hours":
            let hours = session?.settings?.quietHours ?? ""
            return "It waits for the end of its session's quiet hours\(hours.isEmpty ? "" : " (\(hours))")\(turn)."
        case "engine_paused":
            return "It waits because too many sends in a row failed in the engine: its session rests\(turn)."
        case "storage_fault":
            return "It waits because the server could not read or write what it keeps of it; its log says why\(next)."
        case let other: return "It waits: \(other.replacing("_", with: " "))\(next)."
        }
    }

    /// When its session may send next.
    private var turn: String {
        session?.pacing?.nextSendAt.map { "; the next message goes at \(TimeText.seconds($0))" } ?? ""
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
                advice.append(
                    "No bridge carries the session: start one, or one with more room; it takes the session up by itself. "
                        + "rpcctl bridges list shows those that are attached.")
            } else if session?.status != .connected {
                advice.append("rpcctl sessions link \(name) brings the session back.")
            }
            return advice + [expiry, "rpcctl messages cancel \(message.id) takes it back."].compactMap { $0 }
        case .pending where message.holdReason == "retry_backoff":
            return ["rpcctl messages retry \(message.id) tries it at once.", expiry].compactMap { $0 }
        case .pending where message.holdReason == "engine_paused":
            return [
                "rpcctl messages list --session \(name) and the bridge's log show what went wrong.",
                expiry,
            ].compactMap { $0 }
        case .pending, .scheduled:
            return [expiry, "rpcctl messages cancel \(message.id) takes it back."].compactMap { $0 }
        case .unknown:
            let look =
                "Look on the phone whether it went out, then say so: rpcctl messages resolve \(message.id) --sent, "
                + "--failed, or --resend (which may send it twice)."
            guard let session, session.status != .connected else { return [look] }
            return ["rpcctl sessions link \(name) brings the session back, and with it what its bridge knows.", look]
        case .failed: return remedies(name)
        case .expired:
            return ["rpcctl messages retry \(message.id) puts it back into the queue, under the same id."]
        default: return []
        }
    }

    /// What helps against the reason that it failed for.
    private func remedies(_ name: String) -> [String] {
        let retry = "rpcctl messages retry \(message.id)"
        return switch message.errorCode {
        case "RECIPIENT_NOT_ON_WHATSAPP":
            ["The number has no WhatsApp account: nothing will help but another number."]
        case "SESSION_LOGGED_OUT": ["rpcctl sessions link \(name), then \(retry)."]
        case "ACCOUNT_RESTRICTED", "ACCOUNT_BANNED":
            ["Only the account's owner can settle that with WhatsApp. Then \(retry) sends it, under the same id."]
        case "RECIPIENT_COLD_RESTRICTED":
            ["WhatsApp let the account write to no stranger. When that is over, \(retry) sends it, under the same id."]
        case "OUTCOME_UNKNOWN" where message.timeline.last?.cause != "resolved_failed":
            [
                "It may have gone out: look on the phone first. If it has not, \(retry) sends it, under the same id, or, where "
                    + "that is refused, rpcctl messages resolve \(message.id) --resend; if it has, that may send it twice.",
                "rpcctl messages resolve \(message.id) --sent or --failed notes what you found.",
            ]
        case "ENGINE_UNSUPPORTED", "MEDIA_TOO_LARGE", "MEDIA_UNSUPPORTED", "MEDIA_EXPIRED", "VALIDATION_ERROR",
            "PAYLOAD_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE", "NOT_IMPLEMENTED":
            ["As it is it would fail again: change it, and send it anew."]
        default: ["\(retry) puts it back into the queue, under the same id."]
        }
    }

    private var expiry: String? {
        guard let end = message.expiresAt, end.seconds > now else { return nil }
        return "It is tried until \(TimeText.seconds(end)), "
            + "\(TimeText.span(seconds: end.seconds - now)) from now, and expires then."
    }
}
