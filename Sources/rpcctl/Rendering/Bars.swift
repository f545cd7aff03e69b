// Numbers as bars: the largest fills the room, eighths of a block are drawn, and what is not zero is seen.

enum Bars {
    private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

    /// A bar of at most `width` columns.
    static func bar(_ value: Int64, of largest: Int64, width: Int) -> String {
        guard value > 0, largest > 0, width > 0 else { return "" }
        let share = Double(min(value, largest)) / Double(largest)
        let count = max(1, Int((share * Double(width * 8)).rounded()))
        return String(repeating: "█", count: count / 8) + eighths[count % 8]
    }

    /// Rows of a label, a number and its bar, in columns.
    ///
    /// - Parameter width: of the whole row; nil where it is not known: then there are no bars.
    static func lines(
        _ rows: [(label: String, value: Int64)], width: Int?, style: Style = .plain,
        paint: (String) -> Style.Paint? = { _ in .cyan }
    ) -> [String] {
        let rows = rows.map { (label: DisplayText.visible($0.label), value: $0.value) }
        let labels = rows.map { DisplayText.width(of: $0.label) }.max() ?? 0
        let numbers = rows.map { String($0.value).count }.max() ?? 0
        let largest = rows.map(\.value).max() ?? 0
        let room = width.map { max(0, min(60, $0 - labels - numbers - 6)) } ?? 0
        return rows.map { row in
            let number = String(row.value)
            let line =
                "  " + row.label.padded(to: labels) + "  " + String(repeating: " ", count: numbers - number.count)
                + number
            let bar = bar(row.value, of: largest, width: room)
            return bar.isEmpty ? line : line + "  " + style(paint(row.label), bar)
        }
    }
}
