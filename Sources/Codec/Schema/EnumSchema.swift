// An enum type: its numbers and names. A view, as MessageSchema is.
public import CDescriptors

/// An enum type at run time.
public struct EnumSchema: Sendable, Hashable {
    // Constant data: written by nobody.
    nonisolated(unsafe) let table: UnsafePointer<sb_enum>

    public init(_ table: UnsafePointer<sb_enum>) {
        self.table = table
    }

    /// The full name, such as `switchboard.v1.MessageStatus`.
    public var name: String { String(cString: table.pointee.name) }
    /// What the house dialect drops from its values' names, such as `MESSAGE_STATUS_`; may be empty.
    public var prefix: String { String(cString: table.pointee.prefix) }
    /// By rising number, aliases included.
    public var values: [(number: Int32, name: String)] {
        (0..<Int(table.pointee.value_count)).map {
            (table.pointee.values[$0].number, String(cString: table.pointee.values[$0].name))
        }
    }

    /// The first declared name of that number, as the .proto spells it.
    public func name(of number: Int32) -> String? {
        var index = sbEnumIndex(table, number)
        guard index >= 0 else { return nil }
        while index > 0, table.pointee.values[index - 1].number == number { index -= 1 }
        return String(cString: table.pointee.values[index].name)
    }

    /// The number of that name, as the .proto spells it.
    public func number(named name: String) -> Int32? {
        values.first { $0.name == name }?.number
    }
}

/// The index of a value of that number, or -1. Most enums number their values 0, 1, 2…, which is tried first.
@inline(__always)
func sbEnumIndex(_ table: UnsafePointer<sb_enum>, _ number: Int32) -> Int {
    let count = Int(table.pointee.value_count)
    guard count > 0, let values = table.pointee.values else { return -1 }
    let guess = Int(number)
    if guess >= 0, guess < count, values[guess].number == number { return guess }
    var low = 0
    var high = count
    while low < high {
        let middle = (low &+ high) >> 1
        let found = values[middle].number
        if found == number { return middle }
        if found < number { low = middle &+ 1 } else { high = middle }
    }
    return -1
}
