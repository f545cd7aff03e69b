// Reasons.generated.swift: which status a reason travels with, from the option `(switchboard.v1.error)`.

extension SwiftTables {
    /// For the enum whose values carry `(switchboard.v1.error)`.
    func reasons() throws(Failure) -> OutputFile? {
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
}
