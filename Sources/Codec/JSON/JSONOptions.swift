// The two dialects of JSON, and what else a caller may say about reading and writing it.
//
// | | house (docs/REST.md) | canonical (protobuf's own mapping) |
// | --- | --- | --- |
// | field names out | as the .proto spells them | lowerCamelCase |
// | enums out | without prefix, lower case; `…_UNSPECIFIED` null | as the .proto spells them |
// | defaults, absent messages | printed, null | left out |
// | 64-bit integers | numbers below 2^53, else an error | strings |
// | times | exactly milliseconds | 0, 3, 6 or 9 digits |
// | NaN, infinity | an error | strings |
// | strings where numbers belong | an error | accepted |
//
// Both accept both spellings of field names, take null as absent, and refuse duplicate keys.

public enum JSONDialect: Sendable, Hashable {
    case house
    case canonical
}

/// Finds the types that `google.protobuf.Any` can hold.
public struct TypeRegistry: Sendable {
    let find: @Sendable (String) -> MessageSchema?

    /// - Parameter find: the type of a full name such as `google.rpc.ErrorInfo`, if it is known.
    public init(_ find: @escaping @Sendable (String) -> MessageSchema?) {
        self.find = find
    }

    public init(_ schemas: [MessageSchema]) {
        let byName = Dictionary(schemas.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.init { byName[$0] }
    }

    /// Knows nothing.
    public static let empty = TypeRegistry { _ in nil }

    /// Knows what comes with the codec: google.protobuf and google.rpc.
    public static let wellKnown = TypeRegistry { WellKnownMessages.byName[$0] }

    /// Knows what either knows.
    public func adding(_ other: TypeRegistry) -> TypeRegistry {
        TypeRegistry { [find] in find($0) ?? other.find($0) }
    }

    /// The type that a URL such as `type.googleapis.com/google.rpc.ErrorInfo` names.
    func schema(forURL url: String) -> MessageSchema? {
        guard let slash = url.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
        return find(String(url[url.index(after: slash)...]))
    }
}

/// How a message is written as JSON.
public struct JSONEncodingOptions: Sendable {
    public var dialect: JSONDialect
    /// What Any can hold. One of a type that is not known is written with its bytes in base64 in the house dialect, and
    /// is an error in the canonical one.
    public var types: TypeRegistry

    public init(dialect: JSONDialect = .house, types: TypeRegistry = .wellKnown) {
        self.dialect = dialect
        self.types = types
    }

    public static let house = JSONEncodingOptions()
    public static let canonical = JSONEncodingOptions(dialect: .canonical)
}

/// How a message is read from JSON.
public struct JSONDecodingOptions: Sendable {
    public var dialect: JSONDialect
    /// The same bounds as for bytes; `unknownFields` does not count here.
    public var limits: DecodingLimits
    public var ignoresUnknownFields: Bool
    /// What Any can hold; other types are an error.
    public var types: TypeRegistry

    public init(
        dialect: JSONDialect = .house, limits: DecodingLimits = .request, ignoresUnknownFields: Bool = false,
        types: TypeRegistry = .wellKnown
    ) {
        self.dialect = dialect
        self.limits = limits
        self.ignoresUnknownFields = ignoresUnknownFields
        self.types = types
    }

    public static let house = JSONDecodingOptions()
    public static let canonical = JSONDecodingOptions(dialect: .canonical)
}
