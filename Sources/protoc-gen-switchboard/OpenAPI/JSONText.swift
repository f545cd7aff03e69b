// JSON as it is written: members in the order in which they were given, so that what is committed changes only where the
// contract does.

indirect enum JSONText: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    case object([(key: String, value: JSONText)])
    case array([JSONText])
    case text(String)
    case integer(Int)
    case bool(Bool)
    case null
    /// JSON that is written already.
    case verbatim(String)

    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int) { self = .integer(value) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(arrayLiteral elements: JSONText...) { self = .array(elements) }
    init(dictionaryLiteral elements: (String, JSONText)...) { self = .object(elements.map { ($0.0, $0.1) }) }

    static func texts(_ texts: some Sequence<String>) -> JSONText { .array(texts.map { .text($0) }) }

    /// The same object with more members.
    func with(_ members: (String, JSONText)...) -> JSONText {
        guard case .object(let own) = self else { return self }
        return .object(own + members.map { ($0.0, $0.1) })
    }

    /// With a description, where there is one.
    func described(_ text: String) -> JSONText { text.isEmpty ? self : with(("description", .text(text))) }

    /// With an example of the field's, where there is one, as JSON Schema has it.
    func with(exampleOf field: Field) -> JSONText {
        guard let example = FieldRule(of: field).example else { return self }
        return with(("examples", [example]))
    }

    /// One member a line, down to objects of plain values, which stand in one.
    func written(indent: String = "") -> String {
        switch self {
        case .object(let members) where !members.isEmpty && !isFlat:
            let inner = indent + " "
            let lines = members.map { "\(inner)\(Self.quoted($0.key)): \($0.value.written(indent: inner))" }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
        case .object(let members):
            return "{" + members.map { "\(Self.quoted($0.key)): \($0.value.written())" }.joined(separator: ", ") + "}"
        case .array(let elements) where !isFlat:
            let inner = indent + " "
            return "[\n" + elements.map { inner + $0.written(indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
        case .array(let elements): return "[" + elements.map { $0.written() }.joined(separator: ", ") + "]"
        case .text(let text): return Self.quoted(text)
        case .integer(let number): return String(number)
        case .bool(let value): return value ? "true" : "false"
        case .null: return "null"
        case .verbatim(let json): return json
        }
    }

    private var isPlain: Bool {
        switch self {
        case .object, .array: false
        case .text(let text): text.utf8.count <= 80
        default: true
        }
    }

    private var isFlat: Bool {
        switch self {
        case .object(let members): members.count <= 3 && members.allSatisfy(\.value.isPlain)
        case .array(let elements): elements.allSatisfy(\.isPlain)
        default: true
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
