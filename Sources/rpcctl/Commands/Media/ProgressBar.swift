// How far a file, or a file's rows, have got, on stderr, redrawn in place; nothing where stderr is no terminal.

struct ProgressBar {
    private let console: Console
    private let width: Int
    private let total: Int64
    private let unit: Unit
    private var screen: Screen
    private var drawnAt: ContinuousClock.Instant?

    /// What is counted.
    enum Unit {
        case bytes
        case rows
    }

    init(_ output: Output, total: Int64, unit: Unit = .bytes) {
        self.unit = unit
        console = output.console
        self.total = total
        width = console.errIsTerminal ? Terminal.size(2)?.columns ?? 80 : 0
        screen = Screen(isTerminal: console.errIsTerminal)
    }

    /// Shows that so much is there. Not more often than eyes can follow.
    mutating func show(_ done: Int64) {
        let now = ContinuousClock.now
        guard width > 0 else { return }
        if done < total, let drawnAt, now - drawnAt < .milliseconds(100) { return }
        drawnAt = now
        try? console.err.write(screen.show([Self.line(done, of: total, unit, width: width)]))
    }

    /// Takes it away: what follows says how it ended.
    mutating func leave() {
        guard width > 0 else { return }
        try? console.err.write(screen.clear())
    }

    /// A bar, and the share of the whole behind it.
    static func line(_ done: Int64, of total: Int64, _ unit: Unit = .bytes, width: Int) -> String {
        let share = total > 0 ? Int(Double(min(done, total)) / Double(total) * 100) : 100
        let words = " \(share)% of \(unit == .bytes ? StatusCommand.bytes(total) : "\(total) rows")"
        let room = max(0, min(40, width - words.count - 1))
        let bar = Bars.bar(done, of: total, width: room)
        return bar + String(repeating: " ", count: max(0, room - DisplayText.width(of: bar))) + words
    }
}
