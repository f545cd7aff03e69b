// NAME.conversions.swift: the way of each message from and to its C struct.

struct SwiftConversions {
    var file: ProtoFile
    var target: SwiftTarget

    func generate() -> OutputFile? {
        let messages = file.allMessages.filter { !$0.isMapEntry }
        guard !messages.isEmpty else { return nil }
        var out = SourceText(OutputFile.header(of: file.name))
        target.writeImports(to: &out, c: true, codec: "package")
        for message in messages {
            out.line()
            out.block("extension \(SwiftNames.type(message)) {") { out in
                out.line("\(target.access) static var schema: MessageSchema { MessageSchema(\(message.cAccessor)()) }")
                out.line()
                writeReading(message, to: &out)
                out.line()
                writeFilling(message, to: &out)
            }
        }
        return OutputFile(name: "\(target.directory)/\(target.stem(file)).conversions.swift", content: out.text)
    }

    private func writeReading(_ message: MessageType, to out: inout SourceText) {
        guard !message.fields.isEmpty else {
            out.line("\(target.access) init(reading pointer: UnsafeRawPointer) {}")
            return
        }
        out.block("\(target.access) init(reading pointer: UnsafeRawPointer) {") { out in
            out.line("let c = pointer.assumingMemoryBound(to: \(CNames.type(message.fullName)).self)")
            eachPart(of: message) { part in
                switch part {
                case .oneof(let oneof, let members):
                    let name = "self.\(SwiftNames.member(oneof.name))"
                    out.line("switch c.pointee.\(CNames.caseMember(oneof)).rawValue {")
                    for field in members {
                        let value = FieldShape.read(field, "c.pointee.\(CNames.member(field))", required: true)
                        out.line("case \(field.number): \(name) = .\(SwiftNames.enumCase(field.name))(\(value))")
                    }
                    out.line("default: break")
                    out.line("}")
                case .optional(let oneof, let field):
                    let value = FieldShape.read(field, "c.pointee.\(CNames.member(field))", required: false)
                    out.block("if c.pointee.\(CNames.caseMember(oneof)).rawValue == \(field.number) {") { out in
                        out.line("\(FieldShape(field: field).property) = \(value)")
                    }
                case .plain(let field) where field.isRepeated:
                    out.line("\(FieldShape(field: field).property) = \(FieldShape(field: field).readRepeated())")
                case .plain(let field):
                    let value = FieldShape.read(field, "c.pointee.\(CNames.member(field))", required: false)
                    out.line("\(FieldShape(field: field).property) = \(value)")
                }
            }
        }
    }

    private func writeFilling(_ message: MessageType, to out: inout SourceText) {
        let signature = "\(target.access) func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena)"
        guard !message.fields.isEmpty else {
            out.line("\(signature) {}")
            return
        }
        out.block("\(signature) {") { out in
            out.line("let c = pointer.assumingMemoryBound(to: \(CNames.type(message.fullName)).self)")
            eachPart(of: message) { part in
                switch part {
                case .oneof(let oneof, let members):
                    out.line("switch self.\(SwiftNames.member(oneof.name)) {")
                    for field in members {
                        out.line("case .\(SwiftNames.enumCase(field.name))(let value):")
                        out.line("    c.pointee.\(CNames.caseMember(oneof)) = .init(rawValue: \(field.number))")
                        out.line("    c.pointee.\(CNames.member(field)) = \(FieldShape.fill(field, "value"))")
                    }
                    out.line("case nil: break")
                    out.line("}")
                case .optional(let oneof, let field):
                    out.block("if let value = \(FieldShape(field: field).property) {") { out in
                        out.line("c.pointee.\(CNames.caseMember(oneof)) = .init(rawValue: \(field.number))")
                        out.line("c.pointee.\(CNames.member(field)) = \(FieldShape.fill(field, "value"))")
                    }
                case .plain(let field) where field.isRepeated:
                    FieldShape(field: field).writeFillRepeated(to: &out)
                case .plain(let field):
                    let value = FieldShape.fill(field, FieldShape(field: field).property)
                    out.line("c.pointee.\(CNames.member(field)) = \(value)")
                }
            }
        }
    }

    private enum Part {
        case plain(Field)
        case optional(Oneof, Field)
        case oneof(Oneof, [Field])
    }

    /// Fields in order; a oneof where its first member stands.
    private func eachPart(of message: MessageType, _ body: (Part) -> Void) {
        var written: Set<Int> = []
        for field in message.fields {
            if let oneof = field.oneof, field.isOptional {
                body(.optional(message.oneofs[oneof], field))
            } else if let oneof = field.oneof {
                guard written.insert(oneof).inserted else { continue }
                body(.oneof(message.oneofs[oneof], message.fields.filter { $0.oneof == oneof }))
            } else {
                body(.plain(field))
            }
        }
    }
}
