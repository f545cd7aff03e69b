// The path of a route, taken apart as google/api/http.proto describes: literals, `*`, a last `**`, variables over one or
// more of them. A `:verb` at the end is refused: no route of ours has one.

struct PathTemplate {
    enum Segment: Hashable {
        case literal(String)
        /// Exactly one segment.
        case any
        /// All that is left, also nothing.
        case rest
    }

    struct Variable {
        var field: String
        /// The segments it covers.
        var range: Range<Int>
    }

    private(set) var segments: [Segment] = []
    private(set) var bindings: [Variable] = []

    var variables: [String] { bindings.map(\.field) }

    init(_ template: String) throws(Failure) {
        guard template.hasPrefix("/"), template.count > 1 else { throw Failure("a path begins with /") }
        var rest = template.dropFirst()
        while true {
            if rest.first == "{" {
                guard let end = rest.firstIndex(of: "}") else { throw Failure("a { is never closed") }
                try readVariable(rest[rest.index(after: rest.startIndex)..<end])
                rest = rest[rest.index(after: end)...]
            } else {
                let end = rest.firstIndex(of: "/") ?? rest.endIndex
                segments.append(try Self.segment(rest[..<end]))
                rest = rest[end...]
            }
            if rest.isEmpty { break }
            guard rest.first == "/", rest.count > 1 else { throw Failure("segments are parted by one /") }
            rest = rest.dropFirst()
        }
        if segments.dropLast().contains(.rest) { throw Failure("** can only come last") }
        if Set(variables).count < variables.count { throw Failure("a variable stands in it twice") }
    }

    private mutating func readVariable(_ text: Substring) throws(Failure) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let start = segments.count
        if parts.count == 2 {
            for part in parts[1].split(separator: "/", omittingEmptySubsequences: false) {
                segments.append(try Self.segment(part))
            }
        } else {
            segments.append(.any)
        }
        bindings.append(Variable(field: String(parts.first ?? ""), range: start..<segments.count))
    }

    private static func segment(_ text: Substring) throws(Failure) -> Segment {
        if text == "*" { return .any }
        if text == "**" { return .rest }
        // What RFC 3986 allows unescaped in a segment, without the colon.
        let allowed = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-._~!$&'()+,;=@".contains($0)) }
        guard !text.isEmpty, allowed else { throw Failure("the segment \"\(text)\" cannot be read") }
        return .literal(String(text))
    }
}
