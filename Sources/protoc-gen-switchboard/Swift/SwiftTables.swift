// The tables over all services of a module: who may call what, which HTTP route leads where, which status a reason has.

struct SwiftTables {
    var files: [ProtoFile]
    var target: SwiftTarget

    var methods: [MethodType] { files.flatMap(\.services).flatMap(\.methods) }

    func generate() throws(Failure) -> [OutputFile] {
        var output = [try accessTable(), try routes()]
        if let reasons = try reasons() { output.append(reasons) }
        return output
    }

    func file(_ name: String, imports: Bool, _ body: (inout SourceText) throws(Failure) -> Void)
        throws(Failure) -> OutputFile
    {
        var out = SourceText(OutputFile.header(ofAll: target.directory))
        if imports {
            out.line()
            out.line("package import RPC")
        }
        try body(&out)
        return OutputFile(name: "\(target.directory)/\(name).generated.swift", content: out.text)
    }
}

extension String {
    /// In quotes, with what Swift would read otherwise escaped.
    var swiftLiteral: String {
        var result = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case _ where scalar.value < 32 || scalar.value == 127: result += "\\u{\(String(scalar.value, radix: 16))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
