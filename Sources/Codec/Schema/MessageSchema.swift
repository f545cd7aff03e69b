// What a message is made of, seen through the side table (sb_schema.h) and protobuf-c's descriptor.
//
// A view of constant data: copying one copies a pointer, comparing compares pointers. All lookups are by reading;
// nothing is built or kept. The tables are made by the generator; that they agree with each other is its promise.
public import CDescriptors
public import CProtobufC

/// A message type at run time.
public struct MessageSchema: Sendable, Hashable, CustomStringConvertible {
    // Constant data: written by nobody.
    @usableFromInline nonisolated(unsafe) let table: UnsafePointer<sb_message>

    /// - Parameter table: what a generated `…__schema()` answers with.
    @inlinable
    public init(_ table: UnsafePointer<sb_message>) {
        self.table = table
    }

    /// The full name, such as `switchboard.v1.Message`.
    public var name: String { String(cString: table.pointee.name) }

    public var description: String { name }

    /// The fields, by rising number.
    public var fields: some RandomAccessCollection<FieldSchema> & Sendable {
        (0..<Int(table.pointee.field_count)).lazy.map { FieldSchema(message: self, index: $0) }
    }

    /// How JSON spells it, where that is in a way of its own.
    public var wellKnown: WellKnown? { WellKnown(rawValue: table.pointee.well_known) }

    /// Whether it is the entry type of a map, with the fields `key` and `value`.
    public var isMapEntry: Bool { table.pointee.is_map_entry != 0 }

    /// The names of its oneofs. A proto3 `optional` field has one to itself, whose name begins with `_`.
    public var oneofNames: [String] {
        guard let names = table.pointee.oneof_names else { return [] }
        return (0..<Int(table.pointee.oneof_count)).compactMap { names[$0].map { String(cString: $0) } }
    }

    /// The field of that number.
    public func field(number: UInt32) -> FieldSchema? {
        let index = sbFieldIndex(table, number)
        return index < 0 ? nil : FieldSchema(message: self, index: index)
    }

    /// The field of that name, as the .proto spells it.
    public func field(named name: String) -> FieldSchema? {
        fields.first { $0.name == name }
    }

    /// The field of that JSON name (lowerCamelCase, or what `json_name` says).
    public func field(jsonName: String) -> FieldSchema? {
        fields.first { $0.jsonName == jsonName }
    }

    @inlinable
    var descriptor: UnsafePointer<ProtobufCMessageDescriptor> { table.pointee.descriptor }
}

/// Messages that JSON spells in a way of their own.
public enum WellKnown: UInt8, Sendable {
    case timestamp = 1
    case duration
    case fieldMask
    case empty
    case any
    case `struct`
    case value
    case listValue
    /// `google.protobuf.Int32Value` and its kin.
    case wrapper
}

/// The index of the field of that number, or -1. Most messages number their fields 1, 2, 3…, which is tried first.
@inline(__always)
func sbFieldIndex(_ table: UnsafePointer<sb_message>, _ number: UInt32) -> Int {
    let count = Int(table.pointee.field_count)
    guard count > 0, let fields = table.pointee.fields else { return -1 }
    let guess = Int(number) &- 1
    if guess >= 0, guess < count, fields[guess].number == number { return guess }
    var low = 0
    var high = min(count, guess)
    while low < high {
        let middle = (low &+ high) >> 1
        let found = fields[middle].number
        if found == number { return middle }
        if found < number { low = middle &+ 1 } else { high = middle }
    }
    return -1
}
