// Generated from google/protobuf/empty.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CProtobufC

extension Empty {
    public static var schema: MessageSchema { MessageSchema(google__protobuf__empty__schema()) }

    public init(reading pointer: UnsafeRawPointer) {}

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {}
}
