// Generated from google/protobuf/field_mask.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CProtobufC

extension FieldMask {
    public static var schema: MessageSchema { MessageSchema(google__protobuf__field_mask__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__FieldMask.self)
        self.paths = Unpacked.strings(c.pointee.n_paths, c.pointee.paths)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__FieldMask.self)
        (c.pointee.n_paths, c.pointee.paths) = arena.strings(self.paths)
    }
}
