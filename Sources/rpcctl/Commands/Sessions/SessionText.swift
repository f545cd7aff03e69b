// How a session is shown: as a row, as details, as a line of a watch.
internal import Codec
internal import Contract

enum SessionText {
    private static let words = EnumWords("status", of: Session.schema)

    static func status(_ session: Session) -> String { words.word(session.status) }

    static func statusNumber(_ typed: String) throws(Failure) -> SessionStatus {
        guard let number = words.number(typed) else {
            throw .usage(
                "--status \(typed): there is no such state", hint: "one of \(words.all.joined(separator: ", "))")
        }
        return SessionStatus(rawValue: number)
    }

    static func table(_ sessions: [Session]) -> Table {
        var table = Table([
            .init("ID", .right), .init("NAME"), .init("STATUS"), .init("REASON"), .init("PHONE"), .init("ENGINE"),
            .init("BRIDGE"), .init("USER", .right), .init("UPDATED"),
        ])
        for session in sessions {
            let status = status(session)
            table.add([
                .init(session.id), .init(session.name), .init(status, StatusPaint.of(status)),
                .init(session.statusReason), .init(session.phoneNumber), .init(session.engine), .init(session.bridge),
                .init(session.userId), .init(TimeText.seconds(session.updatedAt)),
            ])
        }
        return table
    }

    static func details(_ session: Session) -> Details {
        var details = Details()
        let status = status(session)
        details.add("id", session.id)
        details.add("name", session.name)
        details.add("user", session.userId)
        details.add("status", status, StatusPaint.of(status))
        details.add("reason", session.statusReason)
        details.add("error", session.lastError)
        details.add("phone", session.phoneNumber)
        details.add("lid", session.lid)
        details.add("engine", session.engine)
        details.add("bridge", session.bridge)
        details.add("epoch", session.epoch)
        if let settings = session.settings {
            details.add("pacing", EnumWords("pacing", of: SessionSettings.schema).word(settings.pacing))
            details.add("quiet hours", settings.quietHours)
        }
        if let pacing = session.pacing { addPace(pacing, to: &details) }
        details.add("QR until", TimeText.seconds(session.qrExpiresAt))
        details.add("connected", TimeText.seconds(session.connectedAt))
        details.add("last active", TimeText.seconds(session.lastActiveAt))
        details.add("updated", TimeText.seconds(session.updatedAt))
        return details
    }

    private static func addPace(_ pacing: SessionPacing, to details: inout Details) {
        if let next = pacing.nextSendAt {
            details.add("sends next", TimeText.seconds(next) + " (\(pacing.holdReason.replacing("_", with: " ")))")
        } else {
            details.add("sends next", "now")
        }
        details.add("left", "\(pacing.minuteLeft) this minute, \(pacing.hourLeft) this hour")
        details.add(
            "cold contacts",
            pacing.coldStoppedUntil.map { "none until \(TimeText.seconds($0)): WhatsApp does not let it" }
                ?? "\(pacing.coldLeft) of \(pacing.coldBudget) left today")
        details.add("ramp until", TimeText.seconds(pacing.rampUntil))
        if pacing.failures > 0 { details.add("failures", "\(pacing.failures) in a row in the engine") }
    }

    static func line(_ update: SessionUpdate, style: Style) -> String? {
        guard let session = update.session else { return nil }
        let status = status(session)
        var line = TimeText.milliseconds(session.updatedAt) + "  " + DisplayText.visible(session.name) + "  "
        line += style(StatusPaint.of(status), status)
        if !session.statusReason.isEmpty { line += " (" + DisplayText.visible(session.statusReason) + ")" }
        if !session.bridge.isEmpty { line += "  on " + DisplayText.visible(session.bridge) }
        if let code = update.qrCode { line += "  QR code \(code.sequence) until " + TimeText.seconds(code.expiresAt) }
        return line
    }
}
