// contract.js: the tables that the Node client's codec and calls go by. Data alone, no code.

struct NodeContract {
    var files: [ProtoFile]
    var directory: String

    func generate() -> OutputFile {
        var out = SourceText(OutputFile.header(ofAll: "proto/, google.protobuf and google.rpc"), step: "  ")
        out.line()
        out.line("// Per message its fields by rising number. What codec.js makes of them: bridge/README.md.")
        out.block("export const messages = {", close: "};") { out in
            for message in files.flatMap(\.allMessages) where !message.isMapEntry {
                guard !message.fields.isEmpty else {
                    out.line("'\(message.fullName)': [],")
                    continue
                }
                out.block("'\(message.fullName)': [", close: "],") { out in
                    for field in message.fields { out.line("{ \(row(of: field)) },") }
                }
            }
        }
        out.line()
        out.line("// Per enum the numbers of its values.")
        out.block("export const enums = {", close: "};") { out in
            for type in files.flatMap(\.allEnums) {
                out.block("'\(type.fullName)': {", close: "},") { out in
                    for value in type.values { out.line("\(value.name): \(value.number),") }
                }
            }
        }
        out.line()
        out.line("// Per service its methods.")
        out.block("export const services = {", close: "};") { out in
            for service in files.flatMap(\.services) {
                out.block("'\(service.fullName)': {", close: "},") { out in
                    for method in service.methods {
                        out.block("\(method.name): {", close: "},") { write(method, to: &$0) }
                    }
                }
            }
        }
        return OutputFile(name: "\(directory)/contract.js", content: out.text)
    }

    private func write(_ method: MethodType, to out: inout SourceText) {
        out.line("request: '\(method.request.fullName)',")
        out.line("response: '\(method.response.fullName)',")
        out.line("clientStreaming: \(method.clientStreaming),")
        out.line("serverStreaming: \(method.serverStreaming),")
    }

    private func row(of field: Field) -> String {
        var parts = ["no: \(field.number)", "name: '\(field.jsonName)'"]
        if let entry = field.mapEntry, entry.fields.count == 2 {
            let value = kind(of: entry.fields[1]).joined(separator: ", ")
            parts += ["kind: 'map'", "map: { key: '\(entry.fields[0].kind)', value: { \(value) } }"]
        } else {
            parts += kind(of: field)
            if field.isRepeated { parts.append("repeated: true") }
            if field.isPacked { parts.append("packed: true") }
            // proto3 `optional` too: a oneof of one is what it is on the wire.
            if let oneof = field.oneof { parts.append("oneof: '\(field.parent.oneofs[oneof].name)'") }
        }
        return parts.joined(separator: ", ")
    }

    private func kind(of field: Field) -> [String] {
        switch field.kind {
        case .message, .group: ["kind: 'message'", "type: '\(field.typeName)'"]
        case .enumeration: ["kind: 'enum'", "type: '\(field.typeName)'"]
        default: ["kind: '\(field.kind)'"]
        }
    }
}
