// Tables for people: columns as wide as their widest cell, two spaces apart, no rules. The same on a terminal and in a
// pipe, but for colours and for the one column that gives way where the terminal is too narrow.

struct Table {
    struct Column {
        let title: String
        var alignment: Alignment = .left
        /// Cut first, where the terminal is too narrow.
        var givesWay = false

        init(_ title: String, _ alignment: Alignment = .left, givesWay: Bool = false) {
            self.title = title
            self.alignment = alignment
            self.givesWay = givesWay
        }
    }

    enum Alignment {
        case left, right
    }

    struct Cell: ExpressibleByStringLiteral {
        let text: String
        let paint: Style.Paint?

        init(_ text: String, _ paint: Style.Paint? = nil) {
            self.text = DisplayText.visible(text)
            self.paint = paint
        }

        init(_ number: some BinaryInteger) { self.init(String(number)) }

        init(stringLiteral text: String) { self.init(text) }
    }

    let columns: [Column]
    private(set) var rows: [[Cell]] = []

    init(_ columns: [Column]) { self.columns = columns }

    /// Adds a row. What it lacks is left empty, what it has too much is dropped.
    mutating func add(_ cells: [Cell]) {
        let missing = max(0, columns.count - cells.count)
        rows.append(Array(cells.prefix(columns.count)) + Array(repeating: "", count: missing))
    }

    /// The lines of the table, heading first.
    ///
    /// - Parameter columnsAvailable: the width of the terminal; nil: as wide as it takes.
    func lines(style: Style = .plain, columnsAvailable: Int? = nil) -> [String] {
        let widths = self.widths(columnsAvailable: columnsAvailable)
        let heading = line(columns.map { Cell($0.title, .bold) }, widths, style)
        return [heading] + rows.map { line($0, widths, style) }
    }

    private func widths(columnsAvailable: Int?) -> [Int] {
        var widths = columns.map { DisplayText.width(of: $0.title) }
        for row in rows {
            for (index, cell) in row.enumerated() {
                widths[index] = max(widths[index], DisplayText.width(of: cell.text))
            }
        }
        if let columnsAvailable, let index = columns.firstIndex(where: \.givesWay) {
            let total = widths.reduce(0, +) + 2 * (widths.count - 1)
            let least = max(8, DisplayText.width(of: columns[index].title))
            if total > columnsAvailable { widths[index] = max(least, widths[index] - (total - columnsAvailable)) }
        }
        return widths
    }

    private func line(_ cells: [Cell], _ widths: [Int], _ style: Style) -> String {
        var line = ""
        // Padding is owed until something follows it, so that no line ends in spaces.
        var owed = 0
        for (index, cell) in cells.enumerated() {
            let text = DisplayText.truncated(cell.text, to: widths[index])
            let padding = widths[index] - DisplayText.width(of: text)
            if columns[index].alignment == .right { owed += padding }
            if !text.isEmpty {
                line += String(repeating: " ", count: owed) + style(cell.paint, text)
                owed = 0
            }
            owed += (columns[index].alignment == .left ? padding : 0) + 2
        }
        return line
    }
}
