// Sentences in a column: broken between words, each line behind the same margin.

enum Prose {
    /// Where the terminal's width is not known.
    static let usualWidth = 100

    /// The text in lines of at most `width` columns, margin included; a word that is wider stands alone. Its line breaks
    /// are kept.
    static func lines(_ text: String, width: Int, margin: Int = 0) -> [String] {
        let room = max(20, width - margin)
        let indent = String(repeating: " ", count: margin)
        return text.split(separator: "\n").flatMap { paragraph -> [String] in
            var lines: [String] = []
            var line = ""
            var used = 0
            for word in DisplayText.visible(paragraph).split(separator: " ") {
                let wordWidth = DisplayText.width(of: String(word))
                if used > 0, used + 1 + wordWidth > room {
                    lines.append(indent + line)
                    line = ""
                    used = 0
                }
                line += (used > 0 ? " " : "") + word
                used += (used > 0 ? 1 : 0) + wordWidth
            }
            return used > 0 ? lines + [indent + line] : lines
        }
    }

    /// A label in a column of its own, and a text beside it that stays in its column.
    static func entry(_ label: String, _ text: String, column: Int, width: Int) -> [String] {
        let lines = lines(text, width: width, margin: column)
        let labelWidth = DisplayText.width(of: label)
        guard let first = lines.first, labelWidth + 2 <= column else { return [label] + lines }
        return [label + String(repeating: " ", count: column - labelWidth) + first.dropFirst(column)]
            + lines.dropFirst()
    }
}
