// DescriptorSet.generated.swift: from names to what they mean at run time, for reflection, `rpcctl call`, transcoding.

struct SwiftDescriptorSet {
    var files: [ProtoFile]
    var target: SwiftTarget
    /// Where the C module lies that has the bytes.
    var cDirectory: String

    func generate() -> OutputFile {
        var out = SourceText(OutputFile.header(ofAll: target.directory))
        target.writeImports(to: &out, c: true, codec: "package", rpc: true)
        out.lines(Self.methodEntry.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        out.line()
        out.line("/// The contract at run time.")
        out.block("package enum DescriptorSet {") { out in
            out.line("/// A google.protobuf.FileDescriptorSet: all imports, and the comments of our own files.")
            out.block("package static var bytes: UnsafeRawBufferPointer {") { out in
                out.line("var size = 0")
                out.line("let start = \(DescriptorSetFile.function(in: cDirectory))(&size)")
                out.line("return UnsafeRawBufferPointer(start: start, count: size)")
            }
            out.line()
            let services = files.flatMap(\.services)
            out.line("/// The full names of all services.")
            out.line("package static let services: [String] = [")
            for service in services { out.line("    \(service.fullName.swiftLiteral),") }
            out.line("]")
            out.line()
            out.line("/// By `service/Method`.")
            let methods = services.flatMap(\.methods)
            out.line("package static let methods: [String: MethodEntry] = [\(methods.isEmpty ? ":]" : "")")
            for method in methods {
                let constant = "\(SwiftNames.stem(method.service))Methods.\(method.swiftName)"
                out.line("    \(method.path.swiftLiteral): MethodEntry(")
                out.line(
                    "        method: \(constant), request: \(method.input).schema, response: \(method.output).schema),")
            }
            if !methods.isEmpty { out.line("]") }
            out.line()
            out.line("/// Every message by full name, Google's included.")
            out.line("package static let messages = WellKnownMessages.byName.merging(own) { $1 }")
            out.line()
            out.line("private static let own: [String: MessageSchema] = [\(messages.isEmpty ? ":]" : "")")
            for message in messages {
                out.line("    \(message.fullName.swiftLiteral): \(SwiftNames.type(message)).schema,")
            }
            if !messages.isEmpty { out.line("]") }
        }
        return OutputFile(name: "\(target.directory)/DescriptorSet.generated.swift", content: out.text)
    }

    /// The same for Codec's own types: the names alone.
    func generateForCodec() -> OutputFile {
        var out = SourceText(OutputFile.header(ofAll: target.directory))
        out.line()
        out.line("/// The messages that come with the codec: google.protobuf, google.rpc and the ttrpc envelope.")
        out.block("public enum WellKnownMessages {") { out in
            out.line("/// By full name.")
            out.line("public static let byName: [String: MessageSchema] = [")
            for message in messages {
                out.line("    \(message.fullName.swiftLiteral): \(SwiftNames.type(message)).schema,")
            }
            out.line("]")
        }
        return OutputFile(name: "\(target.directory)/WellKnownMessages.generated.swift", content: out.text)
    }

    private var messages: [MessageType] { files.flatMap(\.allMessages).filter { !$0.isMapEntry } }

    private static let methodEntry = """

        /// A method and what its messages are made of.
        package struct MethodEntry: Sendable, Hashable {
            package var method: Method
            package var request: MessageSchema
            package var response: MessageSchema
        }
        """
}
