// Builds the graph of ProtoFile, MessageType, … from a CodeGeneratorRequest: first every type, then what refers to them.

internal import CDescriptors
internal import CProtobufC

struct DescriptorReader {
    private(set) var files: [ProtoFile] = []
    private var messages: [String: MessageType] = [:]
    private var enums: [String: EnumType] = [:]

    init(_ request: UnsafePointer<Google__Protobuf__Compiler__CodeGeneratorRequest>) throws(Failure) {
        let descriptors = each(request.pointee.n_proto_file, request.pointee.proto_file)
        for descriptor in descriptors {
            files.append(declare(descriptor))
        }
        for message in files.flatMap(\.allMessages) {
            for field in message.fields {
                field.resolve(message: messages[field.typeName], enumeration: enums[field.typeName])
            }
        }
        for (file, descriptor) in zip(files, descriptors) {
            let comments = CommentTable(descriptor.pointee.source_code_info)
            for (index, service) in each(descriptor.pointee.n_service, descriptor.pointee.service).enumerated() {
                file.services.append(try read(service, in: file, path: [6, Int32(index)], comments))
            }
        }
    }

    private mutating func declare(_ descriptor: UnsafeMutablePointer<Google__Protobuf__FileDescriptorProto>)
        -> ProtoFile
    {
        let comments = CommentTable(descriptor.pointee.source_code_info)
        let file = ProtoFile(
            name: text(descriptor.pointee.name), package: text(descriptor.pointee.package),
            isProto3: text(descriptor.pointee.syntax) == "proto3",
            dependencies: texts(descriptor.pointee.n_dependency, descriptor.pointee.dependency))
        for (index, message) in each(descriptor.pointee.n_message_type, descriptor.pointee.message_type).enumerated() {
            file.messages.append(declare(message, in: file, parent: nil, path: [4, Int32(index)], comments))
        }
        for (index, enumeration) in each(descriptor.pointee.n_enum_type, descriptor.pointee.enum_type).enumerated() {
            file.enums.append(declare(enumeration, in: file, parent: nil, path: [5, Int32(index)], comments))
        }
        return file
    }

    private mutating func declare(
        _ descriptor: UnsafeMutablePointer<Google__Protobuf__DescriptorProto>, in file: ProtoFile, parent: MessageType?,
        path: [Int32], _ comments: CommentTable
    ) -> MessageType {
        let name = text(descriptor.pointee.name)
        let message = MessageType(
            name: name, fullName: qualified(name, in: file, parent?.fullName), file: file, parent: parent,
            isMapEntry: descriptor.pointee.options.map { $0.pointee.map_entry != 0 } ?? false)
        message.comment = comments[path]
        messages[message.fullName] = message
        for (index, oneof) in each(descriptor.pointee.n_oneof_decl, descriptor.pointee.oneof_decl).enumerated() {
            message.oneofs.append(Oneof(name: text(oneof.pointee.name), comment: comments[path + [8, Int32(index)]]))
        }
        for (index, field) in each(descriptor.pointee.n_field, descriptor.pointee.field).enumerated() {
            let field = read(field, of: message)
            field.comment = comments[path + [2, Int32(index)]]
            if field.isOptional, let oneof = field.oneof { message.oneofs[oneof].isSynthetic = true }
            message.fields.append(field)
        }
        message.fields.sort { $0.number < $1.number }
        for (index, nested) in each(descriptor.pointee.n_nested_type, descriptor.pointee.nested_type).enumerated() {
            message.messages.append(
                declare(nested, in: file, parent: message, path: path + [3, Int32(index)], comments))
        }
        for (index, nested) in each(descriptor.pointee.n_enum_type, descriptor.pointee.enum_type).enumerated() {
            message.enums.append(declare(nested, in: file, parent: message, path: path + [4, Int32(index)], comments))
        }
        return message
    }

    private mutating func declare(
        _ descriptor: UnsafeMutablePointer<Google__Protobuf__EnumDescriptorProto>, in file: ProtoFile,
        parent: MessageType?, path: [Int32], _ comments: CommentTable
    ) -> EnumType {
        let name = text(descriptor.pointee.name)
        let type = EnumType(
            name: name, fullName: qualified(name, in: file, parent?.fullName), file: file, parent: parent)
        type.comment = comments[path]
        for (index, value) in each(descriptor.pointee.n_value, descriptor.pointee.value).enumerated() {
            type.values.append(
                EnumValue(
                    name: text(value.pointee.name), number: value.pointee.number,
                    comment: comments[path + [2, Int32(index)]],
                    extensions: value.pointee.options.map { extensions(of: $0.pointee.base) } ?? [:]))
        }
        enums[type.fullName] = type
        return type
    }

    private func read(
        _ descriptor: UnsafeMutablePointer<Google__Protobuf__FieldDescriptorProto>, of message: MessageType
    ) -> Field {
        let kind = Kind(rawValue: Int(descriptor.pointee.type.rawValue)) ?? .group
        let isRepeated = descriptor.pointee.label == GOOGLE__PROTOBUF__FIELD_DESCRIPTOR_PROTO__LABEL__LABEL_REPEATED
        var isPacked = false
        if isRepeated, ![.string, .bytes, .message, .group].contains(kind) {
            let options = descriptor.pointee.options
            isPacked =
                options.map { $0.pointee.has_packed != 0 } == true
                ? options.map { $0.pointee.packed != 0 } ?? false : message.file.isProto3
        }
        return Field(
            name: text(descriptor.pointee.name), jsonName: text(descriptor.pointee.json_name),
            number: Int(descriptor.pointee.number), kind: kind, isRepeated: isRepeated, isPacked: isPacked,
            isOptional: descriptor.pointee.proto3_optional != 0,
            oneof: descriptor.pointee.has_oneof_index != 0 ? Int(descriptor.pointee.oneof_index) : nil,
            typeName: unqualified(text(descriptor.pointee.type_name)), parent: message,
            extensions: descriptor.pointee.options.map { extensions(of: $0.pointee.base) } ?? [:])
    }

    private func read(
        _ descriptor: UnsafeMutablePointer<Google__Protobuf__ServiceDescriptorProto>, in file: ProtoFile,
        path: [Int32], _ comments: CommentTable
    ) throws(Failure) -> ServiceType {
        let name = text(descriptor.pointee.name)
        let service = ServiceType(name: name, fullName: qualified(name, in: file, nil), file: file)
        service.comment = comments[path]
        for (index, method) in each(descriptor.pointee.n_method, descriptor.pointee.method).enumerated() {
            let comment = comments[path + [2, Int32(index)]]
            guard let request = messages[unqualified(text(method.pointee.input_type))],
                let response = messages[unqualified(text(method.pointee.output_type))]
            else { throw Failure(file, comment, "\(text(method.pointee.name)): its messages are not known") }
            service.methods.append(
                MethodType(
                    name: text(method.pointee.name), service: service, request: request, response: response,
                    clientStreaming: method.pointee.client_streaming != 0,
                    serverStreaming: method.pointee.server_streaming != 0, comment: comment,
                    extensions: method.pointee.options.map { extensions(of: $0.pointee.base) } ?? [:]))
        }
        return service
    }

    private func qualified(_ name: String, in file: ProtoFile, _ parent: String?) -> String {
        if let parent { return "\(parent).\(name)" }
        return file.package.isEmpty ? name : "\(file.package).\(name)"
    }

    private func unqualified(_ name: String) -> String {
        name.hasPrefix(".") ? String(name.dropFirst()) : name
    }
}
