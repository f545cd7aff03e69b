// One thing, told line by line: labels on the left, values on the right. What is empty is left out.

struct Details {
    private var rows: [(label: String, cell: Table.Cell)] = []

    /// Adds a line, unless there is nothing to say.
    mutating func add(_ label: String, _ value: String?, _ paint: Style.Paint? = nil) {
        guard let value, !value.isEmpty else { return }
        rows.append((label, Table.Cell(value, paint)))
    }

    mutating func add(_ label: String, _ number: some BinaryInteger) { add(label, String(number)) }

    func lines(style: Style = .plain) -> [String] {
        let width = rows.reduce(0) { max($0, DisplayText.width(of: $1.label)) }
        return rows.map { row in
            let padding = String(repeating: " ", count: width - DisplayText.width(of: row.label) + 2)
            return style(.dim, row.label) + padding + style(row.cell.paint, row.cell.text)
        }
    }
}
