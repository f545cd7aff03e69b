// NAME.messages.swift: the value types and enums of one .proto.

struct SwiftMessages {
    var file: ProtoFile
    var target: SwiftTarget

    func generate() -> OutputFile? {
        guard !file.messages.isEmpty || !file.enums.isEmpty else { return nil }
        var out = SourceText(OutputFile.header(of: file.name))
        // The compiler counts types in declarations as use, conformances not.
        let showsCodec = file.allMessages.flatMap(\.fields).contains {
            $0.closesACycle || ($0.message?.file ?? $0.enumeration?.file).map(SwiftTarget.inCodec) == true
        }
        target.writeImports(to: &out, codec: showsCodec ? "package" : "internal")
        for type in file.enums { write(type, to: &out) }
        for message in file.messages { write(message, to: &out) }
        return OutputFile(name: "\(target.directory)/\(target.stem(file)).messages.swift", content: out.text)
    }

    private func write(_ message: MessageType, to out: inout SourceText) {
        out.line()
        if file.isOurs { out.documentation(message.comment) }
        out.block("\(target.access) struct \(SwiftNames.simple(message)): ProtoMessage {") { out in
            var written: Set<Int> = []
            for field in message.fields {
                if let oneof = field.oneof, field.isOneofMember {
                    guard written.insert(oneof).inserted else { continue }
                    let name = message.oneofs[oneof].name
                    if file.isOurs { out.documentation(message.oneofs[oneof].comment) }
                    out.line("\(target.access) var \(SwiftNames.member(name)): \(SwiftNames.type(ofOneof: name))?")
                } else {
                    if file.isOurs { out.documentation(field.comment) }
                    let declaration = FieldShape(field: field).declaration(indirect: field.closesACycle)
                    let wrapper = "@Indirect "
                    if declaration.hasPrefix(wrapper) {
                        out.line("\(wrapper)\(target.access) \(declaration.dropFirst(wrapper.count))")
                    } else {
                        out.line("\(target.access) \(declaration)")
                    }
                }
            }
            if !message.fields.isEmpty { out.line() }
            out.line("\(target.access) init() {}")
            for (index, oneof) in message.oneofs.enumerated() where !oneof.isSynthetic {
                write(oneof, message.fields.filter { $0.oneof == index }, to: &out)
            }
            for type in message.enums { write(type, to: &out) }
            for nested in message.messages where !nested.isMapEntry { write(nested, to: &out) }
        }
    }

    private func write(_ oneof: Oneof, _ members: [Field], to out: inout SourceText) {
        out.line()
        if file.isOurs { out.documentation(oneof.comment) }
        let indirect = members.contains { $0.closesACycle } ? "indirect " : ""
        out.block("\(target.access) \(indirect)enum \(SwiftNames.type(ofOneof: oneof.name)): Sendable, Hashable {") {
            out in
            for field in members {
                if file.isOurs { out.documentation(field.comment) }
                out.line("case \(SwiftNames.enumCase(field.name))(\(FieldShape.element(field)))")
            }
        }
    }

    private func write(_ type: EnumType, to out: inout SourceText) {
        var numbers: Set<Int32> = []
        let values = type.values.filter { numbers.insert($0.number).inserted }
        let name: (EnumValue, EnumType) -> String = SwiftNames.enumCase
        out.line()
        if file.isOurs { out.documentation(type.comment) }
        out.block("\(target.access) enum \(type.name): ProtoEnum {") { out in
            for value in values {
                if file.isOurs { out.documentation(value.comment) }
                out.line("case \(name(value, type))")
            }
            out.line("/// A number that this version does not know.")
            out.line("case unrecognized(Int32)")
            var names = Set(values.map { name($0, type) })
            for alias in type.values {
                guard let value = values.first(where: { $0.number == alias.number }) else { continue }
                // An alias that differs in its capitals alone has the same name in Swift.
                guard names.insert(name(alias, type)).inserted else { continue }
                out.line()
                if file.isOurs { out.documentation(alias.comment) }
                out.line("\(target.access) static var \(name(alias, type)): Self { .\(name(value, type)) }")
            }
            out.line()
            out.line("\(target.access) init() { self.init(rawValue: 0) }")
            out.line()
            out.block("\(target.access) init(rawValue: Int32) {") { out in
                out.line("switch rawValue {")
                for value in values { out.line("case \(value.number): self = .\(name(value, type))") }
                out.line("default: self = .unrecognized(rawValue)")
                out.line("}")
            }
            out.line()
            out.block("\(target.access) var rawValue: Int32 {") { out in
                out.line("switch self {")
                for value in values { out.line("case .\(name(value, type)): \(value.number)") }
                out.line("case .unrecognized(let number): number")
                out.line("}")
            }
        }
    }
}

extension Field {
    /// Whether the message could contain itself through this field, by value: Swift then needs it on the heap.
    var closesACycle: Bool {
        guard !isRepeated, let message else { return false }
        var seen: Set<String> = []
        var open = [message]
        while let next = open.popLast() {
            if next === parent { return true }
            guard seen.insert(next.fullName).inserted else { continue }
            open += next.fields.filter { !$0.isRepeated }.compactMap(\.message)
        }
        return false
    }
}
