// contract.d.ts: the same for TypeScript. Interfaces describe what is decoded, with every default filled in; `Input` is
// what a call takes.

struct NodeTypes {
    var files: [ProtoFile]
    var directory: String

    func generate() throws(Failure) -> OutputFile {
        try refuseEqualNames()
        var out = SourceText(OutputFile.header(ofAll: "proto/, google.protobuf and google.rpc"), step: "  ")
        out.lines(Self.preamble.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        for file in files {
            for type in file.allEnums { write(type, to: &out) }
            for message in file.allMessages where !message.isMapEntry { write(message, to: &out) }
        }
        writeServices(to: &out)
        out.lines(Self.tables.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        return OutputFile(name: "\(directory)/contract.d.ts", content: out.text)
    }

    private func refuseEqualNames() throws(Failure) {
        var names: [String: String] = [:]
        let types =
            files.flatMap(\.allMessages).filter { !$0.isMapEntry }.map { (Self.name($0), $0.fullName) }
            + files.flatMap(\.allEnums).map { (Self.name($0), $0.fullName) }
        for (name, fullName) in types {
            if let other = names.updateValue(fullName, forKey: name) {
                throw Failure("\(fullName): \(other) is called \(name) in contract.d.ts already")
            }
        }
    }

    private func write(_ type: EnumType, to out: inout SourceText) {
        out.line()
        if type.file.isOurs { out.javaDocumentation(type.comment) }
        out.line("export type \(Self.name(type)) =")
        for value in type.values { out.line("  | '\(value.name)'") }
        out.line("  /** One that this version has no name for. */")
        out.line("  | number;")
    }

    private func write(_ message: MessageType, to out: inout SourceText) {
        out.line()
        if message.file.isOurs { out.javaDocumentation(message.comment) }
        out.block("export interface \(Self.name(message)) {") { out in
            for field in message.fields {
                if message.file.isOurs { out.javaDocumentation(field.comment) }
                let mayBeAbsent = field.oneof != nil || (field.kind == .message && !field.isRepeated)
                out.line("\(field.jsonName)\(mayBeAbsent ? "?" : ""): \(Self.type(of: field));")
            }
        }
    }

    private func writeServices(to out: inout SourceText) {
        out.line()
        out.line("/** Per service its methods and what they take and give. */")
        out.block("export interface Services {") { out in
            for service in files.flatMap(\.services) {
                out.javaDocumentation(service.comment)
                out.block("'\(service.fullName)': {", close: "};") { out in
                    for method in service.methods {
                        out.javaDocumentation(method.comment)
                        out.block("\(method.name): {", close: "};") { out in
                            out.line("request: \(Self.name(method.request));")
                            out.line("response: \(Self.name(method.response));")
                            out.line("clientStreaming: \(method.clientStreaming);")
                            out.line("serverStreaming: \(method.serverStreaming);")
                        }
                    }
                }
            }
        }
    }

    private static func type(of field: Field) -> String {
        if let entry = field.mapEntry, entry.fields.count == 2 {
            return "{ [key: string]: \(element(entry.fields[1])) }"
        }
        guard field.isRepeated else { return element(field) }
        return "\(element(field))[]"
    }

    private static func element(_ field: Field) -> String {
        switch field.kind {
        case .bool: "boolean"
        case .string: "string"
        case .bytes: "Uint8Array"
        case .message, .group: field.message.map(name) ?? "unknown"
        case .enumeration: field.enumeration.map(name) ?? "unknown"
        default: "number"
        }
    }

    /// `HealthCheckResponse_ServingStatus` of the nested enum; packages are dropped, as in Swift.
    private static func name(_ message: MessageType) -> String {
        SwiftNames.type(message).replacing(".", with: "_")
    }

    private static func name(_ type: EnumType) -> String {
        SwiftNames.type(type).replacing(".", with: "_")
    }

    private static let preamble = """

        /**
         * What a call takes: a message of which every field may be left out. A time may be a Date.
         * 64-bit integers are numbers within 2^53 - 1; anything beyond is an error.
         */
        export type Input<T> =
          T extends string | number | boolean | Uint8Array ? T
          : T extends (infer Item)[] ? Input<Item>[]
          : T extends { seconds: number; nanos: number } ? { seconds?: number; nanos?: number } | Date
          : { [Name in keyof T]?: Input<T[Name]> | null };
        """

    private static let tables = """

        export interface FieldRow {
          no: number;
          name: string;
          kind: string;
          type?: string;
          repeated?: true;
          packed?: true;
          oneof?: string;
          map?: { key: string; value: { kind: string; type?: string } };
        }

        export interface MethodRow {
          request: string;
          response: string;
          clientStreaming: boolean;
          serverStreaming: boolean;
        }

        export const messages: { [fullName: string]: FieldRow[] };
        export const enums: { [fullName: string]: { [name: string]: number } };
        export const services: { [Service in keyof Services]: { [Method in keyof Services[Service]]: MethodRow } };
        """
}

extension SourceText {
    /// A JSDoc comment; nothing for no text.
    mutating func javaDocumentation(_ comment: Comment) {
        guard !comment.text.isEmpty else { return }
        let parts = comment.text.replacing("*/", with: "* /").split(separator: "\n", omittingEmptySubsequences: false)
        if parts.count == 1 {
            line("/** \(parts[0]) */")
            return
        }
        line("/**")
        for part in parts { line(part.isEmpty ? " *" : " * \(part)") }
        line(" */")
    }
}
