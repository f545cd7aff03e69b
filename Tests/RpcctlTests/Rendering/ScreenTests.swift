// Redrawing, checked against a terminal of one's own: what the escapes leave on the screen.
import Testing

@testable import rpcctl

@Suite struct ScreenTests {
    /// Understands the three sequences that Screen writes, and nothing else.
    private struct Terminal {
        var lines: [String] = [""]
        var row = 0

        mutating func write(_ text: String) {
            var rest = text[...]
            while let character = rest.first {
                if let match = rest.prefixMatch(of: #/\u{1B}\[([0-9]*)([A-Z])/#) {
                    switch match.2 {
                    case "A": row -= Int(match.1) ?? 1
                    case "J": lines.removeSubrange((row + 1)...); lines[row] = ""
                    default: Issue.record("unknown sequence")
                    }
                    rest = rest[match.range.upperBound...]
                    continue
                }
                rest.removeFirst()
                switch character {
                case "\r": break
                case "\n":
                    row += 1
                    if row == lines.count { lines.append("") }
                default: lines[row].append(character)
                }
            }
        }
    }

    @Test func onATerminalTheNewTakesThePlaceOfTheOld() {
        var screen = Screen(isTerminal: true)
        var terminal = Terminal()
        terminal.write("before\n")
        terminal.write(screen.show(["one", "two", "three"]))
        terminal.write(screen.show(["four"]))
        terminal.write(screen.show(["five", "six"]))
        #expect(terminal.lines == ["before", "five", "six", ""])
        terminal.write(screen.clear())
        #expect(terminal.lines == ["before", ""])
        terminal.write(screen.show(["seven"]))
        #expect(terminal.lines == ["before", "seven", ""])
    }

    @Test func elsewhereItIsPrintedAnew() {
        var screen = Screen(isTerminal: false)
        #expect(screen.show(["one"]) == "one\n")
        #expect(screen.show(["two"]) == "two\n")
        #expect(screen.clear() == "")
    }
}
