// Generated from google/protobuf/struct.proto by scripts/generate.sh. Do not edit.

public enum NullValue: ProtoEnum {
    case nullValue
    /// A number that this version does not know.
    case unrecognized(Int32)

    public init() { self.init(rawValue: 0) }

    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .nullValue
        default: self = .unrecognized(rawValue)
        }
    }

    public var rawValue: Int32 {
        switch self {
        case .nullValue: 0
        case .unrecognized(let number): number
        }
    }
}

public struct StructMessage: ProtoMessage {
    public var fields: [String: ValueMessage] = [:]

    public init() {}
}

public struct ValueMessage: ProtoMessage {
    public var kind: OneOfKind?

    public init() {}

    public enum OneOfKind: Sendable, Hashable {
        case nullValue(NullValue)
        case numberValue(Double)
        case stringValue(String)
        case boolValue(Bool)
        case structValue(StructMessage)
        case listValue(ListValue)
    }
}

public struct ListValue: ProtoMessage {
    public var values: [ValueMessage] = []

    public init() {}
}
