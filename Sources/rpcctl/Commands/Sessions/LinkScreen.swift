// What one sees while a session is being linked: the QR code and a line under it, redrawn in place on a terminal and
// printed anew elsewhere, only when the code changes.
internal import Codec
internal import Contract
internal import QRCode

struct LinkScreen {
    private let console: Console
    private let sink: any Sink
    private let style: Style
    private let size: Terminal.Size?
    private var screen: Screen
    private var lastCode = ""
    private var lastStatus = ""

    /// The drawing is the data for people, and goes to stdout; beside JSON it is not, and goes to stderr.
    init(_ output: Output) {
        console = output.console
        let isData = output.format == .table
        sink = isData ? console.out : console.err
        style = isData ? console.style : console.errStyle
        size = isData ? console.terminal : console.errIsTerminal ? Terminal.size(2) : nil
        screen = Screen(isTerminal: size != nil)
    }

    mutating func show(_ session: Session, _ code: QrCode?) throws {
        let status = SessionText.status(session)
        if let code, session.status == .qrPending {
            guard code.code != lastCode else { return }
            lastCode = code.code
            lastStatus = status
            try sink.write(screen.show(picture(code, session)))
        } else if status != lastStatus {
            lastStatus = status
            lastCode = ""
            let reason = session.statusReason.isEmpty ? "" : " (" + DisplayText.visible(session.statusReason) + ")"
            try sink.write(
                screen.show([DisplayText.visible(session.name) + ": " + style(StatusPaint.of(status), status) + reason])
            )
        }
    }

    /// Takes the drawing away where that can be done: what follows says how it ended.
    mutating func leave() { try? sink.write(screen.clear()) }

    private func picture(_ code: QrCode, _ session: Session) -> [String] {
        guard let drawing = try? QRCode(text: code.code) else { return ["This code cannot be drawn."] }
        let caption = "Scan with WhatsApp on the phone: Linked devices, Link a device."
        let until = code.expiresAt == nil ? "" : " Good until \(TimeText.seconds(code.expiresAt))."
        let captionLines = [caption, "Code \(code.sequence) of session \(DisplayText.visible(session.name)).\(until)"]
        // The standard's margin where there is room, half of it on a low screen.
        let needed = (drawing.size + 8 + 1) / 2 + captionLines.count + 1
        let margin = size.map { $0.rows < needed || $0.columns < drawing.size + 8 } == true ? 2 : QRCode.quietZone
        let width = drawing.size + 2 * margin
        // A line that wraps is no picture, and would be counted as one line when it is redrawn.
        let lines =
            width > size?.columns ?? .max
            ? ["The terminal is too narrow for the code: it needs \(width) columns."]
            : Self.painted(drawing.lines(margin: margin), style)
        return lines + captionLines.map { DisplayText.truncated($0, to: size?.columns ?? .max) }
    }

    /// Where colours are allowed: bright white squares on black, whatever the terminal's own colours are.
    static func painted(_ lines: [String], _ style: Style) -> [String] {
        style.isColoured ? lines.map { "\u{1B}[97;40m\($0)\u{1B}[0m" } : lines
    }
}
