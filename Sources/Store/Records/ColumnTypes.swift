// Swift types that are stored as integers: checked when they are read, for a table may hold what code did not write.

extension Int32: ColumnValue {
    package var value: SQLValue { .integer(Int64(self)) }
    package static func read(_ row: borrowing Row, at index: Int32) throws(StoreError) -> Int32 {
        guard let small = Int32(exactly: try row.integer(at: index)) else {
            throw row.unexpected(at: index, "a 32-bit integer")
        }
        return small
    }
}

extension Int: Bindable {
    package var value: SQLValue { .integer(Int64(self)) }
}

extension Bool: ColumnValue {
    package var value: SQLValue { .integer(self ? 1 : 0) }
    package static func read(_ row: borrowing Row, at index: Int32) throws(StoreError) -> Bool {
        switch try row.integer(at: index) {
        case 0: return false
        case 1: return true
        default: throw row.unexpected(at: index, "0 or 1")
        }
    }
}

/// An enum that is stored as a small integer, equal to the number in the contract.
package protocol StoredCode: RawRepresentable<Int32>, ColumnValue, Hashable {}

extension StoredCode {
    package var value: SQLValue { .integer(Int64(rawValue)) }
    package static func read(_ row: borrowing Row, at index: Int32) throws(StoreError) -> Self {
        guard let code = Self(rawValue: try Int32.read(row, at: index)) else {
            throw row.unexpected(at: index, "\(Self.self)")
        }
        return code
    }
}
