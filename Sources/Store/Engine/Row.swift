// The row a query stands on, lent to a closure for as long as the closure runs (it cannot be copied, so it cannot
// outlive the step). Columns are read in order with `next()` or by index; a wrong type is an error, never a trap.

internal import CSQLite

package struct Row: ~Copyable {
    private let statement: OpaquePointer
    private let count: Int32
    private var position: Int32 = 0

    init(_ statement: OpaquePointer) {
        self.statement = statement
        count = sqlite3_column_count(statement)
    }

    /// Reads the next column, from the left.
    package mutating func next<T: ColumnReadable>(_ type: T.Type = T.self) throws(StoreError) -> T {
        defer { position += 1 }
        return try get(position)
    }

    /// Reads the column at `index`, counted from 0.
    package func get<T: ColumnReadable>(_ index: Int32, as type: T.Type = T.self) throws(StoreError) -> T {
        guard index >= 0, index < count else { throw unexpected(at: index, "a column") }
        return try T.read(self, at: index)
    }

    func isNull(at index: Int32) -> Bool { sqlite3_column_type(statement, index) == SQLITE_NULL }

    func integer(at index: Int32) throws(StoreError) -> Int64 {
        guard sqlite3_column_type(statement, index) == SQLITE_INTEGER else { throw unexpected(at: index, "an integer") }
        return sqlite3_column_int64(statement, index)
    }

    func real(at index: Int32) throws(StoreError) -> Double {
        guard sqlite3_column_type(statement, index) == SQLITE_FLOAT else { throw unexpected(at: index, "a real") }
        return sqlite3_column_double(statement, index)
    }

    func text(at index: Int32) throws(StoreError) -> String {
        guard sqlite3_column_type(statement, index) == SQLITE_TEXT else { throw unexpected(at: index, "text") }
        guard let bytes = sqlite3_column_text(statement, index) else { throw .outOfMemory }
        let length = Int(sqlite3_column_bytes(statement, index))
        guard length > 0 else { return "" }
        let buffer = UnsafeBufferPointer(start: bytes, count: length)
        // Nearly all is ASCII, which needs no second look; `validating` costs ten times as much.
        if buffer.allSatisfy({ $0 < 0x80 }) { return String(decoding: buffer, as: UTF8.self) }
        guard let text = String(validating: buffer, as: UTF8.self) else { throw unexpected(at: index, "UTF-8") }
        return text
    }

    func blob(at index: Int32) throws(StoreError) -> [UInt8] {
        guard sqlite3_column_type(statement, index) == SQLITE_BLOB else { throw unexpected(at: index, "a blob") }
        let length = Int(sqlite3_column_bytes(statement, index))
        guard length > 0 else { return [] }
        guard let bytes = sqlite3_column_blob(statement, index) else { throw .outOfMemory }
        return [UInt8](UnsafeRawBufferPointer(start: bytes, count: length))
    }

    func unexpected(at index: Int32, _ expected: String) -> StoreError {
        let name = sqlite3_column_name(statement, index).map { String(cString: $0) } ?? "#\(index)"
        return .unexpectedValue(column: name, expected: expected)
    }
}
