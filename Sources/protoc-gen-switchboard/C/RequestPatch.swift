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
        for file in each(request.pointee.n_proto_file, request.pointee.proto_file) {
            file.pointee.source_code_info = nil
            guard let known = files[text(file.pointee.name)] else { continue }
            if !keepsStrings { leaveOutPackHelpers(of: file) }
            file.pointee.n_service = 0
            file.pointee.n_extension = 0
            dropUnusedImports(of: file, known)
            for message in each(file.pointee.n_message_type, file.pointee.message_type) { patch(message) }
        }
    }

    private func patch(_ message: UnsafeMutablePointer<Google__Protobuf__DescriptorProto>) {
        for field in each(message.pointee.n_field, message.pointee.field) {
            field.pointee.has_proto3_optional = 0
            field.pointee.proto3_optional = 0
            let isString = field.pointee.type == GOOGLE__PROTOBUF__FIELD_DESCRIPTOR_PROTO__TYPE__TYPE_STRING
            if isString, !keepsStrings { showAsBytes(field) }
        }
        for nested in each(message.pointee.n_nested_type, message.pointee.nested_type) { patch(nested) }
    }

    /// `(pb_c_field).string_as_bytes = 1: true`.
    private func showAsBytes(_ field: UnsafeMutablePointer<Google__Protobuf__FieldDescriptorProto>) {
        let options = field.pointee.options ?? .allocate(capacity: 1)
        if field.pointee.options == nil { google__protobuf__field_options__init(options) }
        field.pointee.options = options
        addExtension([0x08, 0x01], to: &options.pointee.base)
    }

    /// `(pb_c_file).gen_pack_helpers = 2: false`: the codec goes by descriptors and calls none of them.
    private func leaveOutPackHelpers(of file: UnsafeMutablePointer<Google__Protobuf__FileDescriptorProto>) {
        let options = file.pointee.options ?? .allocate(capacity: 1)
        if file.pointee.options == nil { google__protobuf__file_options__init(options) }
        file.pointee.options = options
        addExtension([0x10, 0x00], to: &options.pointee.base)
    }

    /// Adds a message as extension 1019, which is protobuf-c's number in every kind of options.
    private func addExtension(_ message: [UInt8], to base: inout ProtobufCMessage) {
        let count = Int(base.n_unknown_fields)
        let fields = UnsafeMutablePointer<ProtobufCMessageUnknownField>.allocate(capacity: count + 1)
        if let old = base.unknown_fields { fields.initialize(from: old, count: count) }
        // Unknown fields are kept and written with their length in front.
        let content = [UInt8(message.count)] + message
        let data = UnsafeMutablePointer<UInt8>.allocate(capacity: content.count)
        data.initialize(from: content, count: content.count)
        (fields + count).initialize(
            to: ProtobufCMessageUnknownField(
                tag: 1019, wire_type: PROTOBUF_C_WIRE_TYPE_LENGTH_PREFIXED, len: content.count, data: data))
        base.unknown_fields = fields
        base.n_unknown_fields += 1
    }

    private func dropUnusedImports(
        of descriptor: UnsafeMutablePointer<Google__Protobuf__FileDescriptorProto>, _ file: ProtoFile
    ) {
        // The indices of public and weak imports would shift; none of our files has any.
        guard descriptor.pointee.n_public_dependency == 0, descriptor.pointee.n_weak_dependency == 0 else { return }
        let used = file.importsUsedByFields
        let kept = (0..<descriptor.pointee.n_dependency).filter {
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
