// What schemas do not keep of the .proto files: comments, and the order in which services declare their methods. Read
// from the embedded descriptor set; field numbers are those of descriptor.proto.

struct ReflectionComments {
    /// Services in the order of their files, each with its methods in the order of declaration.
    private(set) var services: [(name: String, methods: [String])] = []
    private var comments: [String: String] = [:]

    init(descriptorSet: UnsafeRawBufferPointer) {
        for file in ReflectionWire(descriptorSet[...]) where file.number == 1 { read(file: file.fields) }
    }

    /// The comment of a name, one line a paragraph; empty where there is none.
    ///
    /// - Parameter name: full, with a dot before each part: `package.Service`, `package.Service.Method`,
    ///   `package.Message`, `package.Message.field`, `package.Enum.VALUE`.
    subscript(name: String) -> String { comments[name] ?? "" }

    /// The first sentence of a comment, without its full stop's followers.
    static func summary(of comment: String) -> String {
        let paragraph = comment.prefix { $0 != "\n" }
        var end = paragraph.startIndex
        while let dot = paragraph[end...].firstIndex(of: ".") {
            end = paragraph.index(after: dot)
            if end == paragraph.endIndex || paragraph[end] == " " { return String(paragraph[..<end]) }
        }
        return String(paragraph)
    }

    private mutating func read(file: ReflectionWire) {
        var package = ""
        var texts: [[Int32]: String] = [:]
        for field in file {
            switch field.number {
            case 2: package = field.text + "."
            case 9: texts = Self.texts(of: field.fields)
            default: break
            }
        }
        var counts: [Int: Int32] = [:]
        for field in file where [4, 5, 6].contains(field.number) {
            let path = [Int32(field.number), counts[field.number, default: 0]]
            counts[field.number, default: 0] += 1
            switch field.number {
            case 4: read(message: field.fields, in: package, path, texts)
            case 5: read(field.fields, in: package, members: 2, path, texts)
            default:
                let (name, methods) = read(field.fields, in: package, members: 2, path, texts)
                services.append((name, methods))
            }
        }
    }

    private mutating func read(
        message: ReflectionWire, in scope: String, _ path: [Int32], _ texts: [[Int32]: String]
    ) {
        let (name, _) = read(message, in: scope, members: 2, path, texts)
        var counts: [Int: Int32] = [:]
        for field in message where field.number == 3 || field.number == 4 {
            let inner = path + [Int32(field.number), counts[field.number, default: 0]]
            counts[field.number, default: 0] += 1
            if field.number == 3 {
                read(message: field.fields, in: name + ".", inner, texts)
            } else {
                read(field.fields, in: name + ".", members: 2, inner, texts)
            }
        }
    }

    /// Something with a name (1) and named members: a service's methods, a message's fields, an enum's values.
    @discardableResult
    private mutating func read(
        _ declaration: ReflectionWire, in scope: String, members: Int, _ path: [Int32], _ texts: [[Int32]: String]
    ) -> (name: String, members: [String]) {
        let name = scope + Self.name(declaration)
        comments[name] = texts[path]
        var found: [String] = []
        for field in declaration where field.number == members {
            let member = Self.name(field.fields)
            comments[name + "." + member] = texts[path + [Int32(members), Int32(found.count)]]
            found.append(member)
        }
        return (name, found)
    }

    private static func name(_ declaration: ReflectionWire) -> String {
        declaration.first { $0.number == 1 }?.text ?? ""
    }

    /// The comments of a file by the path of what they belong to.
    private static func texts(of info: ReflectionWire) -> [[Int32]: String] {
        var texts: [[Int32]: String] = [:]
        for location in info where location.number == 1 {
            var path: [Int32] = []
            var parts: [String] = []
            for field in location.fields {
                switch field.number {
                case 1: path += field.numbers
                case 3, 4: parts.append(tidied(field.text))
                default: break
                }
            }
            let text = parts.filter { !$0.isEmpty }.joined(separator: "\n")
            if !text.isEmpty { texts[path] = text }
        }
        return texts
    }

    /// One line a paragraph: where a .proto breaks its lines says nothing.
    static func tidied(_ text: String) -> String {
        var paragraphs: [[Substring]] = [[]]
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let words = line.split(separator: " ")
            if words.isEmpty { paragraphs.append([]) } else { paragraphs[paragraphs.count - 1] += words }
        }
        return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }.joined(separator: "\n")
    }
}
