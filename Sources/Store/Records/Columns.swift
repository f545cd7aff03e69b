// How records spell what SQL spells otherwise: 0 and "" for NULL where a reference or an id is absent, a list of words as
// one text, a WHERE clause put together from named filters, an UPDATE of what differs.

/// A row id that may be none: 0 in records, NULL in tables.
struct Reference: ColumnValue {
    let id: Int64

    init(_ id: Int64) { self.id = id }

    var value: SQLValue { id == 0 ? .null : .integer(id) }
    static func read(_ row: borrowing Row, at index: Int32) throws(StoreError) -> Reference {
        Reference(try Int64?.read(row, at: index) ?? 0)
    }
}

/// An outside id that may not be known: "" in records, NULL in tables, so that unique indexes leave it out.
struct OptionalText: ColumnValue {
    let text: String

    init(_ text: String) { self.text = text }

    var value: SQLValue { text.isEmpty ? .null : .text(text) }
    static func read(_ row: borrowing Row, at index: Int32) throws(StoreError) -> OptionalText {
        OptionalText(try String?.read(row, at: index) ?? "")
    }
}

/// Bytes that may not be there: none in records, NULL in tables.
struct OptionalBytes: ColumnValue {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var value: SQLValue { bytes.isEmpty ? .null : .blob(bytes) }
    static func read(_ row: borrowing Row, at index: Int32) throws(StoreError) -> OptionalBytes {
        OptionalBytes(try [UInt8]?.read(row, at: index) ?? [])
    }
}

/// Words without spaces, stored separated by one.
struct WordList: ColumnValue {
    let words: [String]

    init(_ words: [String]) { self.words = words }

    var value: SQLValue { .text(words.joined(separator: " ")) }
    static func read(_ row: borrowing Row, at index: Int32) throws(StoreError) -> WordList {
        WordList(try row.text(at: index).split(separator: " ").map(String.init))
    }
}

/// Conditions joined by AND, with their values.
struct Filter {
    private(set) var sql: String
    private(set) var values: [any Bindable]

    init(_ sql: String, _ value: any Bindable) {
        self.sql = sql
        values = [value]
    }

    mutating func and(_ condition: String, _ value: any Bindable) {
        and(condition, [value])
    }

    /// A condition over several parameters, or over none.
    mutating func and(_ condition: String, _ values: [any Bindable]) {
        sql += " AND " + condition
        self.values += values
    }
}

/// One column that changes: its name and how a record gives its value.
struct MutableColumn<Record>: Sendable {
    let name: String
    let value: @Sendable (Record) -> SQLValue

    init(_ name: String, _ value: @escaping @Sendable (Record) -> any Bindable) {
        self.name = name
        self.value = { value($0).value }
    }

    /// `a = ?, b = ?` for what differs, with the new values: an index is touched only where its columns changed.
    static func assignments(
        _ columns: [MutableColumn], from old: Record, to new: Record
    ) -> (sql: String, values: [any Bindable]) {
        var sql = ""
        var values: [any Bindable] = []
        for column in columns {
            let value = column.value(new)
            guard value != column.value(old) else { continue }
            sql += (sql.isEmpty ? "" : ", ") + column.name + " = ?"
            values.append(value)
        }
        return (sql, values)
    }
}
