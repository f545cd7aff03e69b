// AccessTable.generated.swift: who may call what, from the option `(switchboard.v1.rule)`.

extension SwiftTables {
    func accessTable() throws(Failure) -> OutputFile {
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
                            let scope = rule.scope.isEmpty ? "nil" : rule.scope.swiftLiteral
                            out.line("access: [\(access)], scope: \(scope),")
                            out.line("idempotent: \(rule.idempotent), success: \(rule.success.swiftLiteral)")
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
}
