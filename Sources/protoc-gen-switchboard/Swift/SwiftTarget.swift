// The module that Swift is written for: where it lies, who may see its types, which C module has the structs.

struct SwiftTarget {
    var directory: String
    /// `package`, or `public` inside Codec itself.
    var access: String
    var cModule: String

    var isCodec: Bool { access == "public" }

    /// The stem of a file's name. One module cannot have two files of one name: `status` of google/rpc and of another
    /// package would collide, which `check` refuses.
    func stem(_ file: ProtoFile) -> String { file.baseName }

    /// - Parameters:
    ///   - codec: who may see that the file uses Codec; nil where it does not.
    func writeImports(to out: inout SourceText, c: Bool = false, codec: String?, rpc: Bool = false) {
        var lines: [String] = []
        // All three: each sees protobuf-c's header, and the compiler decides which of them a member comes from.
        if c { lines += Set([cModule, "CDescriptors", "CProtobufC"]).sorted().map { "internal import \($0)" } }
        if !isCodec, let codec { lines.append("\(codec) import Codec") }
        if rpc { lines.append("package import RPC") }
        if !lines.isEmpty { out.line() }
        out.lines(lines)
    }

    /// Refuses what would not compile, and says where it comes from.
    func check(_ files: [ProtoFile]) throws(Failure) {
        var stems: [String: String] = [:]
        var types: [String: String] = [:]
        for file in files {
            if let other = stems.updateValue(file.name, forKey: stem(file)) {
                throw Failure("\(file.name): a file of that name is generated from \(other) already")
            }
            guard file.isProto3 else { throw Failure("\(file.name): only proto3 becomes Swift") }
            let declared =
                file.messages.map { ($0.comment, SwiftNames.simple($0), $0.fullName) }
                + file.enums.map { ($0.comment, $0.name, $0.fullName) }
            for (comment, name, fullName) in declared {
                if SwiftNames.taken.contains(name) {
                    throw Failure(file, comment, "\(fullName): the name \(name) has a meaning in generated code")
                }
                if let other = types.updateValue(fullName, forKey: name) {
                    throw Failure(file, comment, "\(fullName): \(other) is called \(name) in Swift already")
                }
            }
            for message in file.allMessages { try check(message, files) }
            for type in file.allEnums { try check(type) }
        }
    }

    private func check(_ message: MessageType, _ files: [ProtoFile]) throws(Failure) {
        var members: Set<String> = []
        let oneofs = message.oneofs.filter { !$0.isSynthetic }.map { ($0.name, $0.comment) }
        for (name, comment) in message.fields.map({ ($0.name, $0.comment) }) + oneofs {
            if members.insert(SwiftNames.member(name)).inserted { continue }
            throw Failure(message.file, comment, "\(message.fullName).\(name): another is called so in Swift already")
        }
        for field in message.fields {
            try checkScope(of: field, in: message)
            guard let used = field.message?.file ?? field.enumeration?.file else { continue }
            if files.contains(where: { $0 === used }) || Self.inCodec(used) { continue }
            throw Failure(message.file, field.comment, "\(message.fullName).\(field.name): no Swift for \(used.name)")
        }
    }

    /// Swift looks a name up from the inside out: a nested type would hide one of the same name further out.
    private func checkScope(of field: Field, in message: MessageType) throws(Failure) {
        guard let type = field.message.map(SwiftNames.type) ?? field.enumeration.map(SwiftNames.type),
            let first = type.split(separator: ".").first.map(String.init)
        else { return }
        var scope: MessageType? = message
        while let current = scope {
            let nested = current.messages.map(SwiftNames.type) + current.enums.map(SwiftNames.type)
            if nested.contains("\(SwiftNames.type(current)).\(first)") {
                let name = "\(message.fullName).\(field.name)"
                throw Failure(message.file, field.comment, "\(name): \(current.name).\(first) hides \(type)")
            }
            scope = current.parent
        }
    }

    /// What protoc lets pass: it compares the values of an enum by itself.
    private func check(_ type: EnumType) throws(Failure) {
        for value in type.values where SwiftNames.enumCase(value, of: type) == "unrecognized" {
            throw Failure(type.file, value.comment, "\(value.name): `unrecognized` is for numbers that have no name")
        }
    }

    /// Whether Codec has the file's types: those of Sources/Codec/WellKnown.
    static func inCodec(_ file: ProtoFile) -> Bool {
        file.name.hasPrefix("google/protobuf/") && file.name != "google/protobuf/descriptor.proto"
            || file.name.hasPrefix("google/rpc/") || file.name.hasPrefix("ttrpc/")
    }
}
