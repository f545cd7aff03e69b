// Generated from google/protobuf/duration.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CProtobufC

extension DurationMessage {
    public static var schema: MessageSchema { MessageSchema(google__protobuf__duration__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__Duration.self)
        self.seconds = c.pointee.seconds
        self.nanos = c.pointee.nanos
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__Duration.self)
        c.pointee.seconds = self.seconds
        c.pointee.nanos = self.nanos
    }
}
