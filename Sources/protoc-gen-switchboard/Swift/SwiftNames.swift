// What things are called in Swift: packages are dropped, fields are lowerCamelCase, words that Swift keeps are quoted.

enum SwiftNames {
    /// `HealthCheckResponse.ServingStatus` of the nested enum.
    static func type(_ message: MessageType) -> String {
        if let parent = message.parent { return "\(type(parent)).\(message.name)" }
        return renamed[message.fullName] ?? message.name
    }

    static func type(_ enumeration: EnumType) -> String {
        enumeration.parent.map { "\(type($0)).\(enumeration.name)" } ?? enumeration.name
    }

    /// The type's own name, without those around it.
    static func simple(_ message: MessageType) -> String { renamed[message.fullName] ?? message.name }

    /// `createdAt` of `created_at`, without quotes: part of other names, or after a dot.
    static func plain(_ name: String) -> String {
        let pieces = name.split(separator: "_").map(String.init)
        guard let first = pieces.first else { return "_" }
        let start = first == first.uppercased() ? first.lowercased() : first.prefix(1).lowercased() + first.dropFirst()
        let result = start + pieces.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        return result.first?.isNumber == true ? "_\(result)" : result
    }

    /// `createdAt` of `created_at`, as a property or function is declared.
    static func member(_ name: String) -> String {
        let name = plain(name)
        // What every message has already would be hidden.
        if ["hashValue", "schema", "encoded", "pack", "json"].contains(name) { return "\(name)_" }
        return declared(name)
    }

    /// The same as a case of an enum.
    static func enumCase(_ name: String) -> String { declared(plain(name)) }

    private static func declared(_ name: String) -> String {
        // Quotes do not help these.
        if name == "init" || name == "self" { return "\(name)_" }
        return keywords.contains(name) ? "`\(name)`" : name
    }

    /// `OneOfKind` of the oneof `kind`.
    static func type(ofOneof name: String) -> String {
        let name = plain(name)
        return "OneOf" + name.prefix(1).uppercased() + name.dropFirst()
    }

    /// `qrPending` of SESSION_STATUS_QR_PENDING.
    static func enumCase(_ value: EnumValue, of type: EnumType) -> String {
        let stripped = String(value.name.dropFirst(type.commonPrefix.count))
        // One word after another in capitals, or already in camel case.
        return enumCase(stripped == stripped.uppercased() ? stripped.lowercased() : stripped)
    }

    /// `Messages` of MessagesService, `Health` of Health.
    static func stem(_ service: ServiceType) -> String {
        let suffix = "Service"
        return service.name.hasSuffix(suffix) && service.name.count > suffix.count
            ? String(service.name.dropLast(suffix.count)) : service.name
    }

    /// Those of Google's and ttrpc's names that would hide Swift's own or say too little.
    private static let renamed = [
        "google.protobuf.Any": "AnyMessage",
        "google.protobuf.Duration": "DurationMessage",
        "google.protobuf.Struct": "StructMessage",
        "google.protobuf.Value": "ValueMessage",
        "ttrpc.Request": "EnvelopeRequest",
        "ttrpc.Response": "EnvelopeResponse",
        "ttrpc.KeyValue": "EnvelopeKeyValue",
    ]

    /// Names that generated code needs to mean what they mean.
    static let taken: Set<String> = [
        "Any", "Arena", "AsyncSequence", "Bool", "CallContext", "CallKind", "CallOptions", "Codec", "Dictionary",
        "Double", "Float", "Hashable", "Indirect", "Int", "Int32", "Int64", "MessageSchema", "Method", "Never",
        "Optional", "Packed", "ProtoEnum", "ProtoMessage", "Protocol", "RPC", "RPCClient", "RequestStream",
        "ResponseStream", "ResponseWriter", "Router", "Self", "Sendable", "String", "Type", "UInt32", "UInt64",
        "UInt8", "Unpacked", "UnsafeMutableRawPointer", "UnsafeRawPointer", "Void", "AccessRule", "AccessTable",
        "BidirectionalCall", "ClientStreamingCall", "DescriptorSet", "MethodEntry", "Range", "Route", "Routes", "Set",
        "StatusCode", "UInt16", "UnsafeRawBufferPointer", "WellKnownMessages",
    ]

    private static let keywords = Set(
        """
        associatedtype borrowing class consuming deinit enum extension fileprivate func import init inout internal let \
        open operator precedencegroup private protocol public rethrows static struct subscript typealias var break \
        case catch continue default defer do else fallthrough for guard if in repeat return switch throw where while \
        any as await false is nil self super throws true try Any Self
        """.split(separator: " ").map(String.init))
}
