// A file that the generator hands to protoc, and the text it is built from.

struct OutputFile {
    /// From the root of the repository.
    var name: String
    var content: String

    /// The first line of every file that comes from one .proto.
    static func header(of source: String, marker: String = "//") -> String {
        "\(marker) Generated from \(source) by scripts/generate.sh. Do not edit.\n"
    }

    /// The first line of a file that comes from all of a target's files.
    static func header(ofAll directory: String) -> String {
        "// Generated from the .proto files of \(directory) by scripts/generate.sh. Do not edit.\n"
    }
}

/// Lines, indented by four spaces a level.
struct SourceText {
    private(set) var text: String
    private var indent = ""
    private let step: String

    init(_ header: String = "", step: String = "    ") {
        text = header
        self.step = step
    }

    mutating func line(_ line: String = "") {
        text += line.isEmpty ? "\n" : "\(indent)\(line)\n"
    }

    mutating func lines(_ lines: some Sequence<String>) {
        for line in lines { self.line(line) }
    }

    /// `open`, what `body` writes one level deeper, `close`.
    mutating func block<Failure: Error>(
        _ open: String, close: String = "}", _ body: (inout SourceText) throws(Failure) -> Void
    ) throws(Failure) {
        line(open)
        let outer = indent
        indent += step
        try body(&self)
        indent = outer
        line(close)
    }

    /// A documentation comment; nothing for no text.
    mutating func documentation(_ comment: Comment) {
        guard !comment.text.isEmpty else { return }
        for part in comment.text.split(separator: "\n", omittingEmptySubsequences: false) {
            line(part.isEmpty ? "///" : "/// \(part)")
        }
    }
}
