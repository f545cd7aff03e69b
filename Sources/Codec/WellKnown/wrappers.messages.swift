// Generated from google/protobuf/wrappers.proto by scripts/generate.sh. Do not edit.

public struct DoubleValue: ProtoMessage {
    public var value: Double = 0

    public init() {}
}

public struct FloatValue: ProtoMessage {
    public var value: Float = 0

    public init() {}
}

public struct Int64Value: ProtoMessage {
    public var value: Int64 = 0

    public init() {}
}

public struct UInt64Value: ProtoMessage {
    public var value: UInt64 = 0

    public init() {}
}

public struct Int32Value: ProtoMessage {
    public var value: Int32 = 0

    public init() {}
}

public struct UInt32Value: ProtoMessage {
    public var value: UInt32 = 0

    public init() {}
}

public struct BoolValue: ProtoMessage {
    public var value: Bool = false

    public init() {}
}

public struct StringValue: ProtoMessage {
    public var value: String = ""

    public init() {}
}

public struct BytesValue: ProtoMessage {
    public var value: [UInt8] = []

    public init() {}
}
