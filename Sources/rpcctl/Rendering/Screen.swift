// A block of lines that is shown again and again: in place on a terminal, and anew below what was there elsewhere. Says
// what to write; writes nothing itself.

struct Screen {
    /// Whether what is written can be gone back over.
    let isTerminal: Bool
    private var shown = 0

    init(isTerminal: Bool) { self.isTerminal = isTerminal }

    /// What to write so that these lines take the place of those shown before.
    ///
    /// No line may be wider than the terminal: a wrapped one would be counted as one.
    mutating func show(_ lines: [String]) -> String {
        defer { shown = lines.count }
        return erase() + lines.map { $0 + "\n" }.joined()
    }

    /// What to write so that the lines shown before are gone; nothing where that cannot be done.
    mutating func clear() -> String {
        defer { shown = 0 }
        return erase()
    }

    private func erase() -> String {
        // Up as many lines, to the first column, and clear to the end of the screen.
        isTerminal && shown > 0 ? "\u{1B}[\(shown)A\r\u{1B}[J" : ""
    }
}
