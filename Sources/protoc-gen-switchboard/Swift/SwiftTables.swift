// The tables over all services of a module: who may call what, which HTTP route leads where, which status a reason has.

struct SwiftTables {
    var files: [ProtoFile]
    var target: SwiftTarget

    private var methods: [MethodType] { files.flatMap(\.services).flatMap(\.methods) }

    func generate() throws(Failure) -> [OutputFile] {
        var output = [try accessTable(), try routes()]
        if let reasons = try reasons() { output.append(reasons) }
        return output
    }

    private func file(_ name: String, imports: Bool, _ body: (inout SourceText) throws(Failure) -> Void)
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

    // MARK: Access

    private func accessTable() throws(Failure) -> OutputFile {
        try file("AccessTable", imports: false) { (out: inout SourceText) throws(Failure) in
            out.lines(Self.accessRule.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
            out.line()
            out.line("/// Who may call what.")
            try out.block("package enum AccessTable {") { (out: inout SourceText) throws(Failure) in
                out.line("/// By `service/Method`. What is not in it, nobody may call.")
                guard !methods.isEmpty else {
                    out.line("package static let rules: [String: AccessRule] = [:]")
                    return
                }
                try out.block("package static let rules: [String: AccessRule] = [", close: "]") {
                    (out: inout SourceText) throws(Failure) in
                    for method in methods {
                        let rule = try MethodRule(of: method)
                        let access = rule.access.map { $0 == .public ? ".`public`" : ".\($0)" }.joined(separator: ", ")
                        out.block("\"\(method.path)\": AccessRule(", close: "),") { out in
                            out.line("access: [\(access)], scope: \(rule.scope.isEmpty ? "nil" : quoted(rule.scope)),")
                            out.line("idempotent: \(rule.idempotent), success: \(quoted(rule.success))")
                        }
                    }
                }
            }
        }
    }

    private static let accessRule = """

        /// What a method's option `(switchboard.v1.rule)` says.
        package struct AccessRule: Sendable, Hashable {
            /// Kinds of caller.
            package struct Callers: OptionSet, Sendable, Hashable {
                package let rawValue: UInt8
                package init(rawValue: UInt8) { self.rawValue = rawValue }

                /// Anybody, with or without credentials.
                package static let `public` = Callers(rawValue: 1)
                /// A signed-in user, or an API key of theirs.
                package static let user = Callers(rawValue: 2)
                /// A user of role admin, or the operator.
                package static let admin = Callers(rawValue: 4)
                /// A bridge.
                package static let bridge = Callers(rawValue: 8)
            }

            /// Who is admitted.
            package var access: Callers
            /// The scope that an API key needs; nil: any key will do.
            package var scope: String?
            /// Whether an idempotency key is honoured.
            package var idempotent: Bool
            /// The `message` of the HTTP envelope when the call succeeds; may be empty.
            package var success: String

            package init(access: Callers, scope: String?, idempotent: Bool, success: String) {
                self.access = access
                self.scope = scope
                self.idempotent = idempotent
                self.success = success
            }
        }
        """

    // MARK: Routes

    private func routes() throws(Failure) -> OutputFile {
        var lines: [String] = []
        var seen: [String: String] = [:]
        for method in methods {
            for rule in try HTTPRule.bindings(of: method) {
                let path = try rule.checked(for: method)
                if let other = seen.updateValue(method.path, forKey: "\(rule.verb) \(path.segments)") {
                    throw Failure(
                        method.service.file, method.comment,
                        "\(method.path): \(rule.verb) \(rule.template) leads to \(other) already")
                }
                lines += swift(rule, path, method)
            }
        }
        return try file("Routes", imports: true) { out in
            out.lines(Self.routeTypes.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
            out.line()
            out.line("/// Every HTTP route, in the order of the .proto files.")
            out.block("package enum Routes {") { out in
                if lines.isEmpty {
                    out.line("package static let all: [Route] = []")
                } else {
                    out.block("package static let all: [Route] = [", close: "]") { $0.lines(lines) }
                }
            }
        }
    }

    private func swift(_ rule: HTTPRule, _ path: PathTemplate, _ method: MethodType) -> [String] {
        let segments = path.segments.map { segment in
            if case .literal(let text) = segment { ".literal(\(quoted(text)))" } else { ".\(segment)" }
        }
        let variables = path.bindings.map {
            ".init(field: \(quoted($0.field)), segments: \($0.range.lowerBound)..<\($0.range.upperBound))"
        }
        let constant = "\(SwiftNames.stem(method.service))Methods.\(method.swiftName)"
        return [
            "Route(",
            "    method: \(constant), verb: \(quoted(rule.verb)), template: \(quoted(rule.template)),",
            "    segments: [\(segments.joined(separator: ", "))],",
            "    variables: [\(variables.joined(separator: ", "))],",
            "    body: \(quoted(rule.body)), responseBody: \(quoted(rule.responseBody))),",
        ]
    }

    private static let routeTypes = """

        /// One binding of a method's option `(google.api.http)`.
        package struct Route: Sendable, Hashable {
            package enum Segment: Sendable, Hashable {
                case literal(String)
                /// Exactly one segment.
                case any
                /// All that is left, also nothing.
                case rest
            }

            /// A field of the request that is taken from the path.
            package struct Variable: Sendable, Hashable {
                /// As the .proto spells it; a dot goes into a sub-message.
                package var field: String
                /// The segments that make up its value.
                package var segments: Range<Int>
            }

            package var method: Method
            /// GET, PUT, POST, DELETE, PATCH, or a word of its own.
            package var verb: String
            /// As it stands in the .proto, such as `/api/v1/messages/{id}`.
            package var template: String
            /// The template in parts.
            package var segments: [Segment]
            package var variables: [Variable]
            /// `*`: the body is the request; a field's name: it is that field; empty: there is none.
            package var body: String
            /// The field of the response that is answered with; empty: the response.
            package var responseBody: String
        }
        """

    // MARK: Reasons

    /// For the enum whose values carry `(switchboard.v1.error)`.
    private func reasons() throws(Failure) -> OutputFile? {
        for type in files.flatMap(\.allEnums) {
            var rules: [(value: EnumValue, rule: ReasonRule)] = []
            for value in type.values {
                if let rule = try ReasonRule(of: value, in: type) { rules.append((value, rule)) }
            }
            if !rules.isEmpty { return try reasons(type, rules) }
        }
        return nil
    }

    private func reasons(
        _ type: EnumType, _ rules: [(value: EnumValue, rule: ReasonRule)]
    ) throws(Failure) -> OutputFile {
        let cases = rules.map {
            (SwiftNames.enumCase($0.value, of: type), $0.value.name.dropFirst(type.commonPrefix.count), $0.rule)
        }
        return try file("Reasons", imports: true) { out in
            out.line()
            out.block("extension \(SwiftNames.type(type)) {") { out in
                out.line("/// As ErrorInfo and the HTTP envelope spell it; empty for what is not known.")
                out.block("package var word: String {") { out in
                    out.line("switch self {")
                    for (name, word, _) in cases { out.line("case .\(name): \"\(word)\"") }
                    out.line("default: \"\"")
                    out.line("}")
                }
                out.line()
                out.line("/// The status that it travels with.")
                out.block("package var code: StatusCode {") { out in
                    out.line("switch self {")
                    for (name, _, rule) in cases { out.line("case .\(name): StatusCode(rawValue: \(rule.code))") }
                    out.line("default: .unknown")
                    out.line("}")
                }
                out.line()
                out.line("/// The HTTP status.")
                out.block("package var httpStatus: Int {") { out in
                    out.line("switch self {")
                    for (name, _, rule) in cases { out.line("case .\(name): \(rule.http)") }
                    out.line("default: 500")
                    out.line("}")
                }
                out.line()
                out.line("/// The reason of that word.")
                out.block("package init?(word: String) {") { out in
                    out.line("switch word {")
                    for (name, word, _) in cases { out.line("case \"\(word)\": self = .\(name)") }
                    out.line("default: return nil")
                    out.line("}")
                }
            }
        }
    }

    private func quoted(_ text: String) -> String { text.swiftLiteral }
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
