// Routes.generated.swift: which HTTP request leads to which method, from the option `(google.api.http)`.

extension SwiftTables {
    func routes() throws(Failure) -> OutputFile {
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
            if case .literal(let text) = segment { ".literal(\(text.swiftLiteral))" } else { ".\(segment)" }
        }
        let variables = path.bindings.map {
            ".init(field: \($0.field.swiftLiteral), segments: \($0.range.lowerBound)..<\($0.range.upperBound))"
        }
        let constant = "\(SwiftNames.stem(method.service))Methods.\(method.swiftName)"
        return [
            "Route(",
            "    method: \(constant), verb: \(rule.verb.swiftLiteral), template: \(rule.template.swiftLiteral),",
            "    segments: [\(segments.joined(separator: ", "))],",
            "    variables: [\(variables.joined(separator: ", "))],",
            "    body: \(rule.body.swiftLiteral), responseBody: \(rule.responseBody.swiftLiteral)),",
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

            package init(
                method: Method, verb: String, template: String, segments: [Segment], variables: [Variable], body: String,
                responseBody: String
            ) {
                self.method = method
                self.verb = verb
                self.template = template
                self.segments = segments
                self.variables = variables
                self.body = body
                self.responseBody = responseBody
            }
        }
        """
}
