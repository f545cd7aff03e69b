// The contract as the generator sees it: protoc's descriptors with every name resolved.
//
// A graph of reference types, because messages refer to one another in circles. It is built once by DescriptorReader
// and never changed afterwards.

final class ProtoFile {
    /// As protoc names it, such as `switchboard/v1/messages.proto`.
    let name: String
    let package: String
    let isProto3: Bool
    let dependencies: [String]
    var messages: [MessageType] = []
    var enums: [EnumType] = []
    var services: [ServiceType] = []

    init(name: String, package: String, isProto3: Bool, dependencies: [String]) {
        self.name = name
        self.package = package
        self.isProto3 = isProto3
        self.dependencies = dependencies
    }

    /// `messages` of `switchboard/v1/messages.proto`.
    var baseName: String {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        return last.hasSuffix(".proto") ? String(last.dropLast(6)) : last
    }

    /// Whether it is part of this project and not Google's.
    var isOurs: Bool { !name.hasPrefix("google/") }

    /// Every message, outer ones before those nested in them, map entries included.
    var allMessages: [MessageType] { messages.flatMap(\.withNested) }
    var allEnums: [EnumType] { enums + allMessages.flatMap(\.enums) }
}

/// What stands above and behind a declaration in the .proto, and where.
struct Comment {
    var text = ""
    /// Counts from 1; 0 = not known.
    var line = 0
}

final class MessageType {
    let name: String
    /// Without the leading dot, such as `switchboard.v1.Message`.
    let fullName: String
    unowned let file: ProtoFile
    private(set) weak var parent: MessageType?
    let isMapEntry: Bool
    var comment = Comment()
    /// By rising number.
    var fields: [Field] = []
    /// Names, synthetic ones (`_nick` of `optional string nick`) included.
    var oneofs: [Oneof] = []
    var messages: [MessageType] = []
    var enums: [EnumType] = []

    init(name: String, fullName: String, file: ProtoFile, parent: MessageType?, isMapEntry: Bool) {
        self.name = name
        self.fullName = fullName
        self.file = file
        self.parent = parent
        self.isMapEntry = isMapEntry
    }

    var withNested: [MessageType] { [self] + messages.flatMap(\.withNested) }

    func field(named name: String) -> Field? { fields.first { $0.name == name } }
}

struct Oneof {
    var name: String
    var comment: Comment
    /// Made by protoc for a proto3 `optional` field.
    var isSynthetic = false
}

final class EnumType {
    let name: String
    let fullName: String
    unowned let file: ProtoFile
    private(set) weak var parent: MessageType?
    var comment = Comment()
    /// As declared.
    var values: [EnumValue] = []

    init(name: String, fullName: String, file: ProtoFile, parent: MessageType?) {
        self.name = name
        self.fullName = fullName
        self.file = file
        self.parent = parent
    }
}

struct EnumValue {
    var name: String
    var number: Int32
    var comment: Comment
    /// What stands in `EnumValueOptions` beside what descriptor.proto knows: extensions, by field number.
    var extensions: [Int: [[UInt8]]] = [:]
}

/// Numbered as google.protobuf.FieldDescriptorProto.Type.
enum Kind: Int {
    case double = 1, float, int64, uint64, int32, fixed64, fixed32, bool, string, group, message, bytes, uint32
    case enumeration, sfixed32, sfixed64, sint32, sint64
}

final class Field {
    let name: String
    let jsonName: String
    let number: Int
    let kind: Kind
    let isRepeated: Bool
    let isPacked: Bool
    /// proto3 `optional`.
    let isOptional: Bool
    /// Into the message's oneofs.
    let oneof: Int?
    /// Full name of a message's or enum's type, without the leading dot.
    let typeName: String
    var comment = Comment()
    unowned let parent: MessageType
    /// Options of other files, in bytes.
    let extensions: [Int: [[UInt8]]]
    /// Set once all types are known.
    private(set) weak var message: MessageType?
    private(set) weak var enumeration: EnumType?

    init(
        name: String, jsonName: String, number: Int, kind: Kind, isRepeated: Bool, isPacked: Bool, isOptional: Bool,
        oneof: Int?, typeName: String, parent: MessageType, extensions: [Int: [[UInt8]]]
    ) {
        self.name = name
        self.jsonName = jsonName
        self.number = number
        self.kind = kind
        self.isRepeated = isRepeated
        self.isPacked = isPacked
        self.isOptional = isOptional
        self.oneof = oneof
        self.typeName = typeName
        self.parent = parent
        self.extensions = extensions
    }

    func resolve(message: MessageType?, enumeration: EnumType?) {
        self.message = message
        self.enumeration = enumeration
    }

    /// The entry type, where the field is a map.
    var mapEntry: MessageType? { isRepeated && message?.isMapEntry == true ? message : nil }
    /// Member of a oneof that the .proto spells out.
    var isOneofMember: Bool { oneof != nil && !isOptional }
}

final class ServiceType {
    let name: String
    let fullName: String
    unowned let file: ProtoFile
    var comment = Comment()
    var methods: [MethodType] = []

    init(name: String, fullName: String, file: ProtoFile) {
        self.name = name
        self.fullName = fullName
        self.file = file
    }
}

final class MethodType {
    let name: String
    unowned let service: ServiceType
    let request: MessageType
    let response: MessageType
    let clientStreaming: Bool
    let serverStreaming: Bool
    let comment: Comment
    /// What stands in `MethodOptions` beside what descriptor.proto knows: extensions, by field number.
    let extensions: [Int: [[UInt8]]]

    init(
        name: String, service: ServiceType, request: MessageType, response: MessageType, clientStreaming: Bool,
        serverStreaming: Bool, comment: Comment, extensions: [Int: [[UInt8]]]
    ) {
        self.name = name
        self.service = service
        self.request = request
        self.response = response
        self.clientStreaming = clientStreaming
        self.serverStreaming = serverStreaming
        self.comment = comment
        self.extensions = extensions
    }

    /// `switchboard.v1.MessagesService/SendText`.
    var path: String { "\(service.fullName)/\(name)" }
}
