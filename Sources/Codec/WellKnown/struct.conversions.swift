// Generated from google/protobuf/struct.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CProtobufC

extension StructMessage {
    public static var schema: MessageSchema { MessageSchema(google__protobuf__struct__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__Struct.self)
        self.fields = Unpacked.map(c.pointee.n_fields, c.pointee.fields) { (Unpacked.string($0.pointee.key), Unpacked.message($0.pointee.value) ?? ValueMessage()) }
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__Struct.self)
        (c.pointee.n_fields, c.pointee.fields) = arena.map(self.fields, google__protobuf__struct__fields_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = arena.message(value)
        }
    }
}

extension ValueMessage {
    public static var schema: MessageSchema { MessageSchema(google__protobuf__value__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__Value.self)
        switch c.pointee.kind_case.rawValue {
        case 1: self.kind = .nullValue(Unpacked.enumeration(c.pointee.null_value))
        case 2: self.kind = .numberValue(c.pointee.number_value)
        case 3: self.kind = .stringValue(Unpacked.string(c.pointee.string_value))
        case 4: self.kind = .boolValue(c.pointee.bool_value != 0)
        case 5: self.kind = .structValue(Unpacked.message(c.pointee.struct_value) ?? StructMessage())
        case 6: self.kind = .listValue(Unpacked.message(c.pointee.list_value) ?? ListValue())
        default: break
        }
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__Value.self)
        switch self.kind {
        case .nullValue(let value):
            c.pointee.kind_case = .init(rawValue: 1)
            c.pointee.null_value = Packed.enumeration(value)
        case .numberValue(let value):
            c.pointee.kind_case = .init(rawValue: 2)
            c.pointee.number_value = value
        case .stringValue(let value):
            c.pointee.kind_case = .init(rawValue: 3)
            c.pointee.string_value = arena.bytes(value)
        case .boolValue(let value):
            c.pointee.kind_case = .init(rawValue: 4)
            c.pointee.bool_value = value ? 1 : 0
        case .structValue(let value):
            c.pointee.kind_case = .init(rawValue: 5)
            c.pointee.struct_value = arena.message(value)
        case .listValue(let value):
            c.pointee.kind_case = .init(rawValue: 6)
            c.pointee.list_value = arena.message(value)
        case nil: break
        }
    }
}

extension ListValue {
    public static var schema: MessageSchema { MessageSchema(google__protobuf__list_value__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__ListValue.self)
        self.values = Unpacked.messages(c.pointee.n_values, c.pointee.values)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__ListValue.self)
        (c.pointee.n_values, c.pointee.values) = arena.messages(self.values)
    }
}
