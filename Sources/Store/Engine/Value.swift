// What can be bound to a parameter and read from a column: 64-bit integers, doubles, text, bytes, NULL, and the types
// that map to them. Nothing is converted silently: reading an integer from a text column is an error.

package enum Value: Sendable, Equatable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
}

/// Can stand for a `?` in a statement.
package protocol Bindable: Sendable {
    var value: Value { get }
}

/// Can be read from a column.
package protocol ColumnReadable {
    static func read(_ row: borrowing Row, at index: Int32) throws(StoreError) -> Self
}

package typealias ColumnValue = Bindable & ColumnReadable

/// An enum that is stored as a small integer, equal to the number in the contract.
package protocol Code: RawRepresentable<Int32>, ColumnValue, Hashable {}

extension Value: Bindable {
    package var value: Value { self }
}

extension Int64: ColumnValue {
    package var value: Value { .integer(self) }
    package static func read(_ row: borrowing Row, at index: Int32) throws(StoreError) -> Int64 {
        try row.integer(at: index)
    }
}

extension Int32: ColumnValue {
    package var value: Value { .integer(Int64(self)) }
    package static func read(_ row: borrowing Row, at index: Int32) throws(StoreError) -> Int32 {
        guard let small = Int32(exactly: try row.integer(at: index)) else {
            throw row.unexpected(at: index, "a 32-bit integer")
        }
        return small
    }
}

extension Int: Bindable {
    package var value: Value { .integer(Int64(self)) }
}

extension Bool: ColumnValue {
    package var value: Value { .integer(self ? 1 : 0) }
    package static func read(_ row: borrowing Row, at index: Int32) throws(StoreError) -> Bool {
        switch try row.integer(at: index) {
        case 0: return false
        case 1: return true
        default: throw row.unexpected(at: index, "0 or 1")
        }
    }
}

extension Double: ColumnValue {
    package var value: Value { .real(self) }
    package static func read(_ row: borrowing Row, at index: Int32) throws(StoreError) -> Double {
        try row.real(at: index)
    }
}

extension String: ColumnValue {
    package var value: Value { .text(self) }
    package static func read(_ row: borrowing Row, at index: Int32) throws(StoreError) -> String {
        try row.text(at: index)
    }
}

extension [UInt8]: ColumnValue {
    package var value: Value { .blob(self) }
    package static func read(_ row: borrowing Row, at index: Int32) throws(StoreError) -> [UInt8] {
        try row.blob(at: index)
    }
}

extension Code {
    package var value: Value { .integer(Int64(rawValue)) }
    package static func read(_ row: borrowing Row, at index: Int32) throws(StoreError) -> Self {
        guard let code = Self(rawValue: try Int32.read(row, at: index)) else {
            throw row.unexpected(at: index, "\(Self.self)")
        }
        return code
    }
}

extension Optional: ColumnReadable where Wrapped: ColumnReadable {
    package static func read(_ row: borrowing Row, at index: Int32) throws(StoreError) -> Wrapped? {
        row.isNull(at: index) ? nil : try Wrapped.read(row, at: index)
    }
}

extension Optional: Bindable where Wrapped: Bindable {
    package var value: Value { self?.value ?? .null }
}
