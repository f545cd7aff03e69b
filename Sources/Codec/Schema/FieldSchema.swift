// One field of a message type: its names, kind and shape. A view, as MessageSchema is.
internal import CDescriptors
internal import CProtobufC

/// A field of a message type at run time.
public struct FieldSchema: Sendable, Hashable {
    public let message: MessageSchema
    /// The place among the message's fields, by rising number.
    public let index: Int

    var table: UnsafePointer<sb_field> { message.table.pointee.fields + index }
    var descriptor: UnsafePointer<ProtobufCFieldDescriptor> { message.descriptor.pointee.fields + index }

    public var number: UInt32 { table.pointee.number }
    /// As the .proto spells it.
    public var name: String { String(cString: table.pointee.name) }
    /// lowerCamelCase, or what `json_name` says.
    public var jsonName: String { String(cString: table.pointee.json_name) }
    public var kind: FieldKind { FieldKind(rawValue: table.pointee.kind) ?? .bytes }
    /// Whether it holds a list or a map.
    public var isRepeated: Bool { has(SB_REPEATED) }
    public var isMap: Bool { has(SB_MAP) }
    /// Whether it is proto3 `optional`.
    public var isOptional: Bool { has(SB_OPTIONAL) }
    /// Whether absent can be told from default: messages, members of oneofs, `optional`.
    public var hasPresence: Bool { !isRepeated && (kind == .message || has(SB_ONEOF) || isOptional) }
    /// The oneof that it is a member of; nil for proto3 `optional`, which is one only in C.
    public var oneofName: String? {
        guard has(SB_ONEOF), !isOptional, table.pointee.oneof >= 0 else { return nil }
        let names = message.oneofNames
        let index = Int(table.pointee.oneof)
        return index < names.count ? names[index] : nil
    }

    /// For messages (the entry type for maps).
    public var messageSchema: MessageSchema? { table.pointee.message.map { MessageSchema($0) } }
    /// For enums.
    public var enumSchema: EnumSchema? { table.pointee.enumeration.map { EnumSchema($0) } }

    private func has(_ flag: Int) -> Bool { Int(table.pointee.flags) & flag != 0 }
}

/// Numbered as google.protobuf.FieldDescriptorProto.Type.
public enum FieldKind: UInt8, Sendable {
    case double = 1
    case float
    case int64
    case uint64
    case int32
    case fixed64
    case fixed32
    case bool
    case string
    case message = 11
    case bytes
    case uint32
    case `enum`
    case sfixed32
    case sfixed64
    case sint32
    case sint64
}
