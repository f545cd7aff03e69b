// What a command says, and where: data on stdout, everything else on stderr. Nothing else in this program writes.

struct Console: Sendable {
    let out: any Sink
    let err: any Sink
    /// Of stdout; plain where it is no terminal, or colours are not wanted.
    let style: Style
    /// Of stderr.
    let errStyle: Style
    /// The terminal behind stdout; nil where there is none.
    let terminal: Terminal.Size?
    /// Whether somebody watches stderr.
    let errIsTerminal: Bool
    let input: Input

    init(
        out: any Sink, err: any Sink, input: Input = .standard(), style: Style = .plain, errStyle: Style = .plain,
        terminal: Terminal.Size? = nil, errIsTerminal: Bool = false
    ) {
        self.input = input
        self.out = out
        self.err = err
        self.style = style
        self.errStyle = errStyle
        self.terminal = terminal
        self.errIsTerminal = errIsTerminal
    }

    /// The process's own stdout and stderr.
    static func standard(colours: Bool) -> Console {
        let outIsTerminal = Terminal.isTerminal(1)
        let errIsTerminal = Terminal.isTerminal(2)
        return Console(
            out: DescriptorSink(descriptor: 1), err: DescriptorSink(descriptor: 2),
            style: colours && outIsTerminal ? .coloured : .plain,
            errStyle: colours && errIsTerminal ? .coloured : .plain,
            terminal: outIsTerminal ? Terminal.size(1) ?? Terminal.Size(columns: 80, rows: 24) : nil,
            errIsTerminal: errIsTerminal)
    }

    /// Data: one line.
    func print(_ line: String) throws { try out.write(line + "\n") }

    /// Data: lines, in one piece.
    func print(_ lines: [String]) throws {
        guard !lines.isEmpty else { return }
        try out.write(lines.map { $0 + "\n" }.joined())
    }

    func print(_ table: Table) throws { try print(table.lines(style: style, columnsAvailable: terminal?.columns)) }

    func print(_ details: Details) throws { try print(details.lines(style: style)) }

    /// A word to whoever sits there, on stderr. Nobody reading it is no reason to stop.
    func note(_ line: String) { try? err.write(line + "\n") }
}
