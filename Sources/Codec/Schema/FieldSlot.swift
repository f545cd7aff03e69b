// Where a field lives in its C struct: what JSON reads and writes without knowing the struct's type.
internal import CDescriptors
internal import CProtobufC

extension FieldSchema {
    /// The field itself: a value, or a list's first element's address.
    func slot(_ message: UnsafeRawPointer) -> UnsafeRawPointer { message + Int(descriptor.pointee.offset) }
    func slot(_ message: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
        message + Int(descriptor.pointee.offset)
    }

    /// Whether protobuf-c keeps it in a union with a case number (oneofs and proto3 `optional`).
    var hasCase: Bool { descriptor.pointee.flags & UInt32(PROTOBUF_C_FIELD_FLAG_ONEOF.rawValue) != 0 }

    /// For fields with a case: the number of the oneof's field that is set, 0 for none.
    func caseNumber(_ message: UnsafeRawPointer) -> UInt32 {
        (message + Int(descriptor.pointee.quantifier_offset)).load(as: UInt32.self)
    }

    func setCase(_ message: UnsafeMutableRawPointer) {
        guard hasCase else { return }
        (message + Int(descriptor.pointee.quantifier_offset)).storeBytes(of: number, as: UInt32.self)
    }

    /// For fields with presence.
    func isPresent(_ message: UnsafeRawPointer) -> Bool {
        if hasCase { return caseNumber(message) == number }
        return slot(message).load(as: UnsafeRawPointer?.self) != nil
    }

    /// For lists: how many, and the first.
    func elements(_ message: UnsafeRawPointer) -> (Int, UnsafeRawPointer?) {
        let count = (message + Int(descriptor.pointee.quantifier_offset)).load(as: Int.self)
        return (count, slot(message).load(as: UnsafeRawPointer?.self))
    }

    func setElements(_ message: UnsafeMutableRawPointer, _ count: Int, _ first: UnsafeMutableRawPointer?) {
        (message + Int(descriptor.pointee.quantifier_offset)).storeBytes(of: count, as: Int.self)
        slot(message).storeBytes(of: first, as: UnsafeMutableRawPointer?.self)
    }

    /// Bytes from one element of a list to the next.
    var elementSize: Int { WireKind.elementSize(kind.rawValue) }
}
