// How a command fails: `error: REASON: message`, the fields that are wrong and a hint under it, and an exit status.
internal import RPC

struct Failure: Error {
    var exit: Exit
    /// A word of the error table, for programs.
    var reason: String
    /// For people.
    var message: String
    var violations: [RPCError.FieldViolation] = []
    /// What it is about, as it was typed, and a mark under the place.
    var excerpt: [String] = []
    var hint: String?

    init(_ exit: Exit, _ reason: String, _ message: String, hint: String? = nil) {
        self.exit = exit
        self.reason = reason
        self.message = message
        self.hint = hint
    }

    /// A command line that the parser let pass and that still makes no sense.
    static func usage(_ message: String, hint: String? = nil) -> Failure {
        Failure(.usage, "USAGE", message, hint: hint)
    }

    /// The lines for stderr. What came over the wire is made harmless: it may hold anything.
    func lines(style: Style) -> [String] {
        var lines = ["\(style(.red, "error:")) \(DisplayText.visible(reason)): \(DisplayText.visible(message))"]
        for violation in violations {
            lines.append("  \(DisplayText.visible(violation.field)): \(DisplayText.visible(violation.description))")
        }
        lines += excerpt.map { "    " + DisplayText.visible($0) }
        if let hint { lines.append("\(style(.cyan, "hint:")) \(DisplayText.visible(hint))") }
        return lines
    }
}
