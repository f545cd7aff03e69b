// Comma-separated values (RFC 4180), strictly: what the packages for it let pass in silence (a quote that never ends, spaces
// around values, a last value that is empty) would be a message that says something else than the file. Lines end with LF or
// CRLF; a byte-order mark is skipped; a value in quotes may hold commas, line ends and doubled quotes.

/// What is wrong with a file, and in which row.
struct CSVFault: Error, Equatable {
    /// Counted from 1, as spreadsheets do.
    let row: Int
    let description: String
}

enum CSVText {
    /// The rows of a file, the header among them; a last line end begins no row.
    static func rows(_ bytes: [UInt8]) throws(CSVFault) -> [[String]] {
        var parser = Parser(bytes: bytes)
        return try parser.rows()
    }

    /// A row as a line, without its end.
    static func line(_ values: [String]) -> String {
        values.map { value in
            let needsQuotes = value.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
            guard needsQuotes || value.utf8.first == 0x20 || value.utf8.last == 0x20 else { return value }
            return "\"" + value.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
                + "\""
        }.joined(separator: ",")
    }
}

private struct Parser {
    private static let (quote, comma, feed, `return`) = (UInt8(0x22), UInt8(0x2C), UInt8(0x0A), UInt8(0x0D))

    let bytes: [UInt8]
    private var place = 0
    private var row = 1

    init(bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    }

    mutating func rows() throws(CSVFault) -> [[String]] {
        var rows: [[String]] = []
        while place < bytes.count {
            rows.append(try values())
            row += 1
        }
        return rows
    }

    /// One row, and the end of its line.
    private mutating func values() throws(CSVFault) -> [String] {
        var values: [String] = []
        while true {
            let value = peek == Self.quote ? try quoted() : try plain()
            guard let text = String(validating: value, as: UTF8.self), !value.contains(0) else {
                throw fault("is not UTF-8")
            }
            values.append(text)
            guard place < bytes.count, peek == Self.comma else { break }
            place += 1
        }
        try endOfLine()
        return values
    }

    private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func plain() throws(CSVFault) -> ArraySlice<UInt8> {
        let start = place
        while let byte = peek, byte != Self.comma, byte != Self.feed, byte != Self.return {
            guard byte != Self.quote else { throw fault("has a quote in a value that does not begin with one") }
            place += 1
        }
        return bytes[start..<place]
    }

    private mutating func quoted() throws(CSVFault) -> ArraySlice<UInt8> {
        place += 1
        var value: ArraySlice<UInt8> = []
        while let byte = peek {
            place += 1
            if byte == Self.quote {
                guard peek == Self.quote else { return value }
                place += 1
            }
            value.append(byte)
        }
        throw fault("has a quote that does not end")
    }

    private mutating func endOfLine() throws(CSVFault) {
        guard let byte = peek else { return }
        place += 1
        if byte == Self.return {
            guard peek == Self.feed else { throw fault("has a carriage return that ends no line") }
            place += 1
        } else if byte != Self.feed {
            throw fault("has something behind the quote that ends a value")
        }
    }

    private func fault(_ description: String) -> CSVFault { CSVFault(row: row, description: description) }
}
