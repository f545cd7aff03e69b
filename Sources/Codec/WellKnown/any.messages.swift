// Generated from google/protobuf/any.proto by scripts/generate.sh. Do not edit.

public struct AnyMessage: ProtoMessage {
    public var typeUrl: String = ""
    public var value: [UInt8] = []

    public init() {}
}
