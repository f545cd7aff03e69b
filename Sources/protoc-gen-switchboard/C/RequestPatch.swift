// What protoc-gen-c 1.4.1 must be given to write what we need.
//
// Every string field gets `(pb_c_field).string_as_bytes`, so that a NUL cannot cut it and its length is known; a proto3
// `optional` field, which protoc-gen-c refuses, is shown as a oneof of one; imports that only options need are dropped,
// since it would include headers that nobody generates; services, extensions and comments are left out. The request is a copy made
// for this, and what is allocated here lives until the generator exits.

internal import CDescriptors
internal import CProtobufC

struct RequestPatch {
    /// descriptor.proto and plugin.proto keep their strings as they are: the generator itself reads them.
    var keepsStrings: Bool
    /// The files to generate, by name.
    var files: [String: ProtoFile]

    func apply(to request: UnsafeMutablePointer<Google__Protobuf__Compiler__CodeGeneratorRequest>) {
        // Ours; protoc-gen-c would refuse it.
        request.pointee.parameter = nil
        for file in each(Int(request.pointee.n_proto_file), request.pointee.proto_file) {
            file.pointee.source_code_info = nil
            guard let known = files[text(file.pointee.name)] else { continue }
            file.pointee.n_service = 0
            file.pointee.n_extension = 0
            dropUnusedImports(of: file, known)
            for message in each(Int(file.pointee.n_message_type), file.pointee.message_type) { patch(message) }
        }
    }

    private func patch(_ message: UnsafeMutablePointer<Google__Protobuf__DescriptorProto>) {
        for field in each(Int(message.pointee.n_field), message.pointee.field) {
            field.pointee.has_proto3_optional = 0
            field.pointee.proto3_optional = 0
            let isString = field.pointee.type == GOOGLE__PROTOBUF__FIELD_DESCRIPTOR_PROTO__TYPE__TYPE_STRING
            if isString, !keepsStrings { showAsBytes(field) }
        }
        for nested in each(Int(message.pointee.n_nested_type), message.pointee.nested_type) { patch(nested) }
    }

    /// Adds the extension `pb_c_field = 1019 {string_as_bytes = 1: true}` to the field's options.
    private func showAsBytes(_ field: UnsafeMutablePointer<Google__Protobuf__FieldDescriptorProto>) {
        let options = field.pointee.options ?? .allocate(capacity: 1)
        if field.pointee.options == nil { google__protobuf__field_options__init(options) }
        field.pointee.options = options

        let count = Int(options.pointee.base.n_unknown_fields)
        let fields = UnsafeMutablePointer<ProtobufCMessageUnknownField>.allocate(capacity: count + 1)
        if let old = options.pointee.base.unknown_fields { fields.initialize(from: old, count: count) }
        // Unknown fields are kept and written with their length in front.
        let data = UnsafeMutablePointer<UInt8>.allocate(capacity: 3)
        for (index, byte) in [UInt8(2), 0x08, 0x01].enumerated() { (data + index).initialize(to: byte) }
        (fields + count).initialize(
            to: ProtobufCMessageUnknownField(
                tag: 1019, wire_type: PROTOBUF_C_WIRE_TYPE_LENGTH_PREFIXED, len: 3, data: data))
        options.pointee.base.unknown_fields = fields
        options.pointee.base.n_unknown_fields += 1
    }

    private func dropUnusedImports(
        of descriptor: UnsafeMutablePointer<Google__Protobuf__FileDescriptorProto>, _ file: ProtoFile
    ) {
        // The indices of public and weak imports would shift; none of our files has any.
        guard descriptor.pointee.n_public_dependency == 0, descriptor.pointee.n_weak_dependency == 0 else { return }
        let used = file.importsUsedByFields
        let kept = (0..<Int(descriptor.pointee.n_dependency)).filter {
            used.contains(text(descriptor.pointee.dependency[$0]))
        }
        for (place, index) in kept.enumerated() {
            descriptor.pointee.dependency[place] = descriptor.pointee.dependency[index]
        }
        descriptor.pointee.n_dependency = kept.count
    }
}

extension ProtoFile {
    /// The other files whose types stand in this one's fields.
    var importsUsedByFields: Set<String> {
        Set(
            allMessages.flatMap(\.fields).compactMap { $0.message?.file.name ?? $0.enumeration?.file.name }
                .filter { $0 != name })
    }
}
