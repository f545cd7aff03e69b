// How one field looks in Swift, and the expressions that take it from and to the C struct. The helpers they call
// (Unpacked, Packed, Arena) are Codec's.

struct FieldShape {
    var field: Field

    var name: String { SwiftNames.member(field.name) }
    /// The property, where a local of the same name could stand before it.
    var property: String { "self.\(name)" }

    /// The type of one element.
    static func element(_ field: Field) -> String {
        switch field.kind {
        case .double: "Double"
        case .float: "Float"
        case .int64, .sint64, .sfixed64: "Int64"
        case .uint64, .fixed64: "UInt64"
        case .int32, .sint32, .sfixed32: "Int32"
        case .uint32, .fixed32: "UInt32"
        case .bool: "Bool"
        case .string: "String"
        case .bytes: "[UInt8]"
        case .message, .group: field.message.map(SwiftNames.type) ?? field.typeName
        case .enumeration: field.enumeration.map(SwiftNames.type) ?? field.typeName
        }
    }

    var element: String { Self.element(field) }

    /// `var name: Type = default`, without access.
    func declaration(indirect: Bool) -> String {
        if let entry = field.mapEntry {
            return "var \(name): [\(entry.fields.map(Self.element).joined(separator: ": "))] = [:]"
        }
        if field.isRepeated { return "var \(name): [\(element)] = []" }
        if field.kind == .message { return "\(indirect ? "@Indirect " : "")var \(name): \(element)?" }
        if field.isOptional { return "var \(name): \(element)?" }
        let value =
            switch field.kind {
            case .bool: "false"
            case .string: "\"\""
            case .bytes: "[]"
            case .enumeration: ".init()"
            default: "0"
            }
        return "var \(name): \(element) = \(value)"
    }

    // MARK: Reading

    /// A Swift value from one C value. A message gives an optional, unless it stands where none can be absent.
    static func read(_ field: Field, _ value: String, required: Bool) -> String {
        switch field.kind {
        case .string: "Unpacked.string(\(value))"
        case .bytes: "Unpacked.bytes(\(value))"
        case .bool: "\(value) != 0"
        case .enumeration: "Unpacked.enumeration(\(value))"
        case .message, .group: "Unpacked.message(\(value))" + (required ? " ?? \(element(field))()" : "")
        default: value
        }
    }

    /// A Swift collection from a count and a pointer.
    func readRepeated() -> String {
        let member = CNames.member(field)
        let arguments = "c.pointee.n_\(field.name.lowercased()), c.pointee.\(member)"
        if let entry = field.mapEntry {
            let parts = entry.fields.map { Self.read($0, "$0.pointee.\($0.name)", required: true) }
            return "Unpacked.map(\(arguments)) { (\(parts.joined(separator: ", "))) }"
        }
        return "Unpacked.\(Self.collection(field.kind))(\(arguments))"
    }

    // MARK: Filling

    /// A C value from a Swift one.
    static func fill(_ field: Field, _ value: String) -> String {
        switch field.kind {
        case .string, .bytes: "arena.bytes(\(value))"
        case .bool: "\(value) ? 1 : 0"
        case .enumeration: "Packed.enumeration(\(value))"
        case .message, .group: "arena.message(\(value))"
        default: value
        }
    }

    func writeFillRepeated(to out: inout SourceText) {
        let target = "(c.pointee.n_\(field.name.lowercased()), c.pointee.\(CNames.member(field)))"
        guard let entry = field.mapEntry else {
            out.line("\(target) = arena.\(Self.collection(field.kind))(\(property))")
            return
        }
        let start = "\(CNames.lower(entry.fullName))__init"
        out.block("\(target) = arena.map(\(property), \(start)) { entry, key, value in") { out in
            for part in entry.fields {
                out.line("entry.pointee.\(part.name) = \(Self.fill(part, part.name))")
            }
        }
    }

    private static func collection(_ kind: Kind) -> String {
        switch kind {
        case .string: "strings"
        case .bytes: "byteStrings"
        case .bool: "flags"
        case .enumeration: "enumerations"
        case .message, .group: "messages"
        default: "numbers"
        }
    }
}
