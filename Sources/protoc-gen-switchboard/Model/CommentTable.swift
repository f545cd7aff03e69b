// Comments and lines by descriptor path, as google.protobuf.SourceCodeInfo keeps them.

internal import CDescriptors

struct CommentTable {
    private var comments: [[Int32]: Comment] = [:]

    init(_ info: UnsafeMutablePointer<Google__Protobuf__SourceCodeInfo>?) {
        guard let info else { return }
        for location in each(info.pointee.n_location, info.pointee.location) {
            let path = (0..<Int(location.pointee.n_path)).map { location.pointee.path[$0] }
            let line = location.pointee.n_span > 0 ? Int(location.pointee.span[0]) + 1 : 0
            let parts = [text(location.pointee.leading_comments), text(location.pointee.trailing_comments)]
            let text = parts.map(Self.tidied).filter { !$0.isEmpty }.joined(separator: "\n\n")
            // protoc gives several locations to some paths; the first has the comment.
            if comments[path]?.text.isEmpty ?? true { comments[path] = Comment(text: text, line: line) }
        }
    }

    subscript(path: [Int32]) -> Comment { comments[path] ?? Comment() }

    /// Without the space after `//` and without blank lines around.
    private static func tidied(_ text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(line.hasPrefix(" ") ? line.dropFirst() : line)
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        while lines.first?.isEmpty == true { lines.removeFirst() }
        return lines.joined(separator: "\n")
    }
}
