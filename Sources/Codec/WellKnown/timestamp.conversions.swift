// Generated from google/protobuf/timestamp.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CProtobufC

extension Timestamp {
    public static var schema: MessageSchema { MessageSchema(google__protobuf__timestamp__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        self.seconds = c.pointee.seconds
        self.nanos = c.pointee.nanos
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.seconds = self.seconds
        c.pointee.nanos = self.nanos
    }
}
