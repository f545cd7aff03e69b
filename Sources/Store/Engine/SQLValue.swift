// What can be bound to a parameter and read from a column: 64-bit integers, doubles, text, bytes, NULL. Nothing is
// converted silently: reading an integer from a text column is an error. Types that map to these are in Records/.

package enum SQLValue: Sendable, Equatable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
}

/// Can stand for a `?` in a statement.
package protocol Bindable: Sendable {
    var value: SQLValue { get }
}

/// Can be read from a column.
package protocol ColumnReadable {
    static func read(_ row: borrowing Row, at index: Int32) throws(StoreError) -> Self
}

package typealias ColumnValue = Bindable & ColumnReadable

extension SQLValue: Bindable {
    package var value: SQLValue { self }
}

extension Int64: ColumnValue {
    package var value: SQLValue { .integer(self) }
    package static func read(_ row: borrowing Row, at index: Int32) throws(StoreError) -> Int64 {
        try row.integer(at: index)
    }
}

extension Double: ColumnValue {
    package var value: SQLValue { .real(self) }
    package static func read(_ row: borrowing Row, at index: Int32) throws(StoreError) -> Double {
        try row.real(at: index)
    }
}

extension String: ColumnValue {
    package var value: SQLValue { .text(self) }
    package static func read(_ row: borrowing Row, at index: Int32) throws(StoreError) -> String {
        try row.text(at: index)
    }
}

extension [UInt8]: ColumnValue {
    package var value: SQLValue { .blob(self) }
    package static func read(_ row: borrowing Row, at index: Int32) throws(StoreError) -> [UInt8] {
        try row.blob(at: index)
    }
}

extension Optional: ColumnReadable where Wrapped: ColumnReadable {
    package static func read(_ row: borrowing Row, at index: Int32) throws(StoreError) -> Wrapped? {
        row.isNull(at: index) ? nil : try Wrapped.read(row, at: index)
    }
}

extension Optional: Bindable where Wrapped: Bindable {
    package var value: SQLValue { self?.value ?? .null }
}
