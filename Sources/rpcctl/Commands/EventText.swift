// An event as a line: when, what, whose, and what changed.
internal import Contract

enum EventText {
    static func line(_ event: Event, style: Style) -> String {
        let family = event.type.split(separator: ".").last.map(String.init) ?? ""
        var parts = [
            TimeText.milliseconds(event.at), style(StatusPaint.of(family), DisplayText.visible(event.type)),
            "user \(event.userId)",
        ]
        if event.sessionId != 0 { parts.append("session \(event.sessionId)") }
        if event.messageId != 0 { parts.append("message \(event.messageId)") }
        switch event.body {
        case .message(let change):
            if let message = change.message {
                parts.append(
                    DisplayText.visible(message.direction == .inbound ? message.sender : message.recipient))
            }
            if let entry = change.entry {
                let notes = [entry.cause, entry.reason, entry.engineCode, entry.detail].filter { !$0.isEmpty }
                parts.append(DisplayText.visible(notes.joined(separator: ", ")))
            }
        case .session(let session):
            parts.append(
                DisplayText.visible(
                    [session.name, session.statusReason].filter { !$0.isEmpty }.joined(separator: ", ")))
        case nil: break
        }
        return parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }
}
