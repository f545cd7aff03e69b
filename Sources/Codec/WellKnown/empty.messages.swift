// Generated from google/protobuf/empty.proto by scripts/generate.sh. Do not edit.

public struct Empty: ProtoMessage {
    public init() {}
}
