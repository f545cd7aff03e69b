// Generated from google/protobuf/duration.proto by scripts/generate.sh. Do not edit.

public struct DurationMessage: ProtoMessage {
    public var seconds: Int64 = 0
    public var nanos: Int32 = 0

    public init() {}
}
