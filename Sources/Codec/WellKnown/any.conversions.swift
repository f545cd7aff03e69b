// Generated from google/protobuf/any.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CProtobufC

extension AnyMessage {
    public static var schema: MessageSchema { MessageSchema(google__protobuf__any__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__Any.self)
        self.typeUrl = Unpacked.string(c.pointee.type_url)
        self.value = Unpacked.bytes(c.pointee.value)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__Any.self)
        c.pointee.type_url = arena.bytes(self.typeUrl)
        c.pointee.value = arena.bytes(self.value)
    }
}
