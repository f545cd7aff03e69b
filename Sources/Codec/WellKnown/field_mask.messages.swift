// Generated from google/protobuf/field_mask.proto by scripts/generate.sh. Do not edit.

public struct FieldMask: ProtoMessage {
    public var paths: [String] = []

    public init() {}
}
