// The side tables: NAME.schema.h and NAME.schema.c beside NAME.pb-c.*, as CDescriptors/include/sb_schema.h lays down.
//
// Constant data through and through. Tables are not static, because fields refer to messages of other files.

struct SchemaFiles {
    var file: ProtoFile

    func generate(into directory: String) -> [OutputFile] {
        let stem = String(file.name.dropLast(".proto".count))
        return [
            OutputFile(name: "\(directory)/include/\(stem).schema.h", content: header),
            OutputFile(name: "\(directory)/\(stem).schema.c", content: source(stem)),
        ]
    }

    private var header: String {
        var out = SourceText(OutputFile.header(of: file.name))
        out.line("#pragma once")
        out.line()
        out.line("#include \"sb_schema.h\"")
        if !file.allEnums.isEmpty { out.line() }
        for type in file.allEnums { out.line("extern const sb_enum \(type.cTable);") }
        for message in file.allMessages {
            out.line()
            out.line("extern const sb_message \(message.cTable);")
            if !message.isMapEntry { out.line("const sb_message *\(message.cAccessor)(void);") }
        }
        return out.text
    }

    private func source(_ stem: String) -> String {
        var out = SourceText(OutputFile.header(of: file.name))
        out.line("#include \"\(stem).schema.h\"")
        out.line("#include \"\(stem).pb-c.h\"")
        for name in file.importsUsedByFields.sorted() {
            out.line("#include \"\(name.dropLast(".proto".count)).schema.h\"")
        }
        for type in file.allEnums { write(type, to: &out) }
        for message in file.allMessages { write(message, to: &out) }
        return out.text
    }

    private func write(_ type: EnumType, to out: inout SourceText) {
        out.line()
        out.block("static const sb_enum_value \(type.cTable)_values[] = {", close: "};") { out in
            // A stable sort: of aliases the first declared stays first.
            let ordered = type.values.enumerated().sorted {
                ($0.element.number, $0.offset) < ($1.element.number, $1.offset)
            }
            for (_, value) in ordered { out.line("{\(value.number), \"\(value.name)\"},") }
        }
        out.block("const sb_enum \(type.cTable) = {", close: "};") { out in
            out.line(".name = \"\(type.fullName)\",")
            out.line(".prefix = \"\(type.commonPrefix)\",")
            out.line(".values = \(type.cTable)_values,")
            out.line(".value_count = \(type.values.count),")
        }
    }

    private func write(_ message: MessageType, to out: inout SourceText) {
        out.line()
        if !message.fields.isEmpty {
            out.block("static const sb_field \(message.cTable)_fields[] = {", close: "};") { out in
                for field in message.fields { out.line("\(initializer(of: field)),") }
            }
        }
        if !message.oneofs.isEmpty {
            let names = message.oneofs.map { "\"\($0.name)\"" }.joined(separator: ", ")
            out.line("static const char *const \(message.cTable)_oneofs[] = {\(names)};")
        }
        out.block("const sb_message \(message.cTable) = {", close: "};") { out in
            out.line(".name = \"\(message.fullName)\",")
            out.line(".descriptor = &\(CNames.lower(message.fullName))__descriptor,")
            out.line(".fields = \(message.fields.isEmpty ? "NULL" : "\(message.cTable)_fields"),")
            out.line(".field_count = \(message.fields.count),")
            out.line(".oneof_count = \(message.oneofs.count),")
            out.line(".oneof_names = \(message.oneofs.isEmpty ? "NULL" : "\(message.cTable)_oneofs"),")
            out.line(".well_known = \(Self.wellKnown[message.fullName] ?? "SB_WK_NONE"),")
            out.line(".is_map_entry = \(message.isMapEntry ? 1 : 0),")
        }
        if !message.isMapEntry {
            out.line("const sb_message *\(message.cAccessor)(void) { return &\(message.cTable); }")
        }
    }

    private func initializer(of field: Field) -> String {
        var flags: [String] = []
        if field.isRepeated { flags.append("SB_REPEATED") }
        if field.isPacked { flags.append("SB_PACKED") }
        if field.mapEntry != nil { flags.append("SB_MAP") }
        if field.isOneofMember { flags.append("SB_ONEOF") }
        if field.isOptional { flags.append("SB_OPTIONAL") }
        let kind = field.kind == .enumeration ? "ENUM" : "\(field.kind)".uppercased()
        let parts = [
            "\(field.number)", "SB_KIND_\(kind)", flags.isEmpty ? "0" : flags.joined(separator: " | "),
            "\(field.oneof ?? -1)", "\"\(field.name)\"", "\"\(field.jsonName)\"",
            field.message.map { "&\($0.cTable)" } ?? "NULL", field.enumeration.map { "&\($0.cTable)" } ?? "NULL",
        ]
        return "{\(parts.joined(separator: ", "))}"
    }

    private static let wellKnown: [String: String] = {
        var kinds = [
            "Timestamp": "TIMESTAMP", "Duration": "DURATION", "FieldMask": "FIELD_MASK", "Empty": "EMPTY", "Any": "ANY",
            "Struct": "STRUCT", "Value": "VALUE", "ListValue": "LIST_VALUE",
        ]
        for kind in ["Double", "Float", "Int64", "UInt64", "Int32", "UInt32", "Bool", "String", "Bytes"] {
            kinds["\(kind)Value"] = "WRAPPER"
        }
        return Dictionary(uniqueKeysWithValues: kinds.map { ("google.protobuf.\($0.key)", "SB_WK_\($0.value)") })
    }()
}

extension MessageType {
    var cTable: String { "\(CNames.lower(fullName))__table" }
    var cAccessor: String { "\(CNames.lower(fullName))__schema" }
}

extension EnumType {
    var cTable: String { "\(CNames.lower(fullName))__enumeration" }

    /// `MESSAGE_STATUS_` of MessageStatus, where every value begins so; else empty.
    var commonPrefix: String {
        var prefix = ""
        var wasCapital = true
        for character in name {
            if character.isUppercase, !wasCapital { prefix += "_" }
            prefix += character.uppercased()
            wasCapital = character.isUppercase
        }
        prefix += "_"
        return values.allSatisfy { $0.name.hasPrefix(prefix) && $0.name.count > prefix.count } ? prefix : ""
    }
}
