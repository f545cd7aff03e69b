// The text of a template: `{{name}}` stands for a value, all else for itself. Pure. Values are put in as they are and are not
// looked into: what stands in one is never a variable.

/// What is wrong with the text of a template; reads as what a field is or does.
struct TemplateFault: Error, Equatable {
    let description: String
}

struct TemplateText: Sendable, Equatable {
    static let mostVariables = 64
    /// Of a variable's name, in bytes.
    static let longestName = 64

    private enum Piece: Sendable, Equatable {
        case words(String)
        case variable(String)
    }

    private let pieces: [Piece]
    /// In the order in which they first stand there.
    let variables: [String]

    init(_ text: String) throws(TemplateFault) {
        var pieces: [Piece] = []
        var variables: [String] = []
        var known: Set<String> = []
        var rest = text.utf8[...]
        while let start = Self.find("{", in: rest) {
            if start > rest.startIndex { pieces.append(.words(String(rest[..<start]) ?? "")) }
            let inside = rest[start...].dropFirst(2)
            guard let end = Self.find("}", in: inside) else {
                throw TemplateFault(description: "has {{ without }} behind it")
            }
            let name = Self.name(inside[..<end])
            guard !name.isEmpty else {
                throw TemplateFault(
                    description: "has {{ that begins no variable: a letter or _, up to 63 letters, digits and _, and }}"
                )
            }
            if known.insert(name).inserted { variables.append(name) }
            guard variables.count <= Self.mostVariables else {
                throw TemplateFault(description: "has more than \(Self.mostVariables) variables")
            }
            pieces.append(.variable(name))
            rest = inside[end...].dropFirst(2)
        }
        if !rest.isEmpty { pieces.append(.words(String(rest) ?? "")) }
        self.pieces = pieces
        self.variables = variables
    }

    /// Where the next two of these brackets begin.
    private static func find(_ bracket: Character, in text: Substring.UTF8View) -> Substring.UTF8View.Index? {
        guard let byte = bracket.asciiValue else { return nil }
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            if text[index] == byte, next < text.endIndex, text[next] == byte { return index }
            index = next
        }
        return nil
    }

    /// Empty where it is none.
    private static func name(_ bytes: Substring.UTF8View) -> String {
        let space = UInt8(ascii: " ")
        var bytes = bytes.drop { $0 == space }
        while bytes.last == space { bytes.removeLast() }
        guard (1...longestName).contains(bytes.count), let first = bytes.first, isLetter(first),
            bytes.allSatisfy({ isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            || byte == UInt8(ascii: "_")
    }

    /// How long the text is with these values, in bytes; what is missing counts nothing. To be asked before `filled`: a
    /// variable may stand there often.
    func length(_ values: [String: String]) -> Int {
        pieces.reduce(0) { sum, piece in
            switch piece {
            case .words(let words): sum + words.utf8.count
            case .variable(let name): sum + (values[name]?.utf8.count ?? 0)
            }
        }
    }

    func filled(_ values: [String: String]) -> String {
        pieces.reduce(into: "") { text, piece in
            switch piece {
            case .words(let words): text += words
            case .variable(let name): text += values[name] ?? ""
            }
        }
    }
}
