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
            for message in file.allMessages {
                for field in message.fields {
                    guard let used = field.message?.file ?? field.enumeration?.file else { continue }
                    let known = files.contains { $0 === used } || Self.inCodec(used)
                    if known { continue }
                    throw Failure(file, field.comment, "\(message.fullName).\(field.name): no Swift for \(used.name)")
                }
            }
        }
    }

    /// Whether Codec has the file's types: those of Sources/Codec/WellKnown.
    static func inCodec(_ file: ProtoFile) -> Bool {
        file.name.hasPrefix("google/protobuf/") && file.name != "google/protobuf/descriptor.proto"
            || file.name.hasPrefix("google/rpc/") || file.name.hasPrefix("ttrpc/")
    }
}
