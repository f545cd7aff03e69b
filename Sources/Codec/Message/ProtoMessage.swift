// What a generated message type is: a Swift value that knows its schema and the way from and to its C struct.
//
// Bytes, C struct, JSON: MessageCoding.swift and JSON/ build all of that on these four requirements.

/// A protobuf message as a Swift value. Conformances are generated.
public protocol ProtoMessage: Sendable, Hashable {
    static var schema: MessageSchema { get }

    /// The message with every field at its default.
    init()

    /// Reads the C struct that protobuf-c unpacked, after the check pass. Cannot fail.
    /// - Parameter pointer: to an initialised struct of this message's type.
    init(reading pointer: UnsafeRawPointer)

    /// Writes every field into a C struct.
    /// - Parameters:
    ///   - pointer: to a struct of this message's type, initialised by its descriptor.
    ///   - arena: where strings, lists and sub-messages go.
    func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena)
}

/// A protobuf enum as a Swift enum with one case per number, and one for the numbers that this version does not know.
public protocol ProtoEnum: RawRepresentable, Sendable, Hashable where RawValue == Int32 {
    /// The value numbered 0.
    init()
    init(rawValue: Int32)
}

/// What can be a map's key, and how keys are ordered when a map is written.
public protocol ProtoMapKey: Hashable, Sendable {
    func precedes(_ other: Self) -> Bool
}

extension ProtoMapKey where Self: Comparable {
    @inlinable
    public func precedes(_ other: Self) -> Bool { self < other }
}

extension Int32: ProtoMapKey {}
extension Int64: ProtoMapKey {}
extension UInt32: ProtoMapKey {}
extension UInt64: ProtoMapKey {}
extension String: ProtoMapKey {}
extension Bool: ProtoMapKey {
    @inlinable
    public func precedes(_ other: Bool) -> Bool { !self && other }
}
