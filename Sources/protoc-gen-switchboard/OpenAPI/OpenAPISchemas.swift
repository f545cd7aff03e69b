// What messages look like in the house's JSON (Codec/JSON/JSONOptions.swift): as schemas of answers, where every field is
// there, and of requests, where what is unknown is refused.

/// Collects the schemas that paths refer to.
struct OpenAPISchemas {
    private(set) var components: [String: JSONText] = [:]

    static let largest = 9_007_199_254_740_991

    // MARK: Answers

    /// A reference to a message of an answer.
    mutating func answer(_ message: MessageType) -> JSONText {
        if let plain = Self.wellKnown(message, isRequest: false) { return plain }
        let name = Self.name(message)
        if components[name] == nil {
            components[name] = .null
            var properties: [(key: String, value: JSONText)] = []
            for field in message.fields { properties.append((field.name, answer(field).with(exampleOf: field))) }
            var required = message.fields.filter { !$0.isOneofMember && !$0.isOptional }.map(\.name)
            required.sort()
            components[name] = JSONText.object([("type", "object")]).described(message.comment.text).with(
                ("properties", .object(properties)), ("required", .texts(required)))
        }
        return Self.reference(name)
    }

    private mutating func answer(_ field: Field) -> JSONText {
        if let entry = field.mapEntry { return map(entry) { $0.answerElement($1) }.described(field.comment.text) }
        let element = answerElement(field)
        if field.isRepeated {
            return JSONText.object([("type", "array"), ("items", element)]).described(field.comment.text)
        }
        switch field.kind {
        case .message where !field.isOneofMember:
            return Self.orNull(element).described(field.comment.text)
        case .enumeration where !field.isOneofMember:
            guard let type = field.enumeration, Self.isUnspecified(type) else {
                return element.described(field.comment.text)
            }
            return Self.orNull(element).described(field.comment.text)
        default: return element.described(field.comment.text)
        }
    }

    private mutating func answerElement(_ field: Field) -> JSONText {
        switch field.kind {
        case .message, .group: return field.message.map { answer($0) } ?? [:]
        case .enumeration: return enumeration(field.enumeration)
        default: return Self.scalar(field.kind)
        }
    }

    // MARK: Requests

    /// How null is taken in a body.
    enum Null {
        /// As if the field were not there.
        case absent
        /// Of a change: it clears what can be absent, and is refused for anything else.
        case clears
    }

    /// A reference to a message of a request.
    /// - Parameter without: fields that come from elsewhere; the schema has another name then.
    mutating func request(_ message: MessageType, null: Null, without: Set<String> = []) -> JSONText {
        if let plain = Self.wellKnown(message, isRequest: true) { return plain }
        let isChange = null == .clears
        let name =
            Self.name(message) + (isChange ? "Change" : message.name.hasSuffix("Request") ? "" : "Input")
            + (without.isEmpty ? "" : "Body")
        if components[name] == nil {
            components[name] = .null
            var properties: [(key: String, value: JSONText)] = []
            for field in message.fields where !without.contains(field.name) {
                properties.append((field.name, request(field, null)))
            }
            var schema = JSONText.object([("type", "object")]).described(message.comment.text).with(
                ("properties", .object(properties)), ("additionalProperties", false))
            // A change is of what is there.
            let required = message.fields.filter {
                !isChange && !without.contains($0.name) && FieldRule(of: $0).isRequired
            }.map(\.name)
            if !required.isEmpty { schema = schema.with(("required", .texts(required))) }
            components[name] = schema
        }
        return Self.reference(name)
    }

    private mutating func request(_ field: Field, _ null: Null) -> JSONText {
        var schema: JSONText
        if let entry = field.mapEntry {
            schema = map(entry) { $0.requestElement($1, .absent) }
        } else {
            schema = requestElement(field, null)
            if field.isRepeated { schema = ["type": "array", "items": schema] }
        }
        let clears = !field.isRepeated && (field.kind == .message || field.kind == .enumeration || field.oneof != nil)
        let isRequired = null == .absent && FieldRule(of: field).isRequired
        if !isRequired && (null == .absent || clears) { schema = Self.orNull(schema) }
        return schema.described(field.comment.text).with(exampleOf: field)
    }

    private mutating func requestElement(_ field: Field, _ null: Null) -> JSONText {
        switch field.kind {
        case .message, .group: return field.message.map { request($0, null: null) } ?? [:]
        case .enumeration: return enumeration(field.enumeration)
        default: return Self.scalar(field.kind)
        }
    }

    /// Of one value in a path or a query; nil for what has no text.
    mutating func parameter(_ field: Field) -> JSONText? {
        let element: JSONText
        switch field.kind {
        case .message, .group:
            guard let message = field.message, message.fullName != "google.protobuf.Struct",
                let plain = Self.wellKnown(message, isRequest: true)
            else { return nil }
            element = plain
        case .enumeration: element = enumeration(field.enumeration)
        default: element = Self.scalar(field.kind)
        }
        return field.isRepeated ? ["type": "array", "items": element] : element
    }

    // MARK: What both have

    private mutating func map(
        _ entry: MessageType, _ value: (inout OpenAPISchemas, Field) -> JSONText
    ) -> JSONText {
        guard let field = entry.field(named: "value") else { return ["type": "object"] }
        return ["type": "object", "additionalProperties": value(&self, field)]
    }

    private mutating func enumeration(_ type: EnumType?) -> JSONText {
        guard let type else { return ["type": "string"] }
        let name = Self.name(type)
        if components[name] == nil {
            let prefix = type.commonPrefix
            let named = type.values.filter { !($0.number == 0 && $0.name.hasSuffix("UNSPECIFIED")) }.map { value in
                (word: String(value.name.dropFirst(prefix.count)).lowercased(), comment: value.comment.text)
            }
            let told = named.filter { !$0.comment.isEmpty }.map { "- `\($0.word)`: \($0.comment)" }
            let text = [type.comment.text, told.joined(separator: "\n")].filter { !$0.isEmpty }
            components[name] = JSONText.object([("type", "string"), ("enum", .texts(named.map(\.word)))])
                .described(text.joined(separator: "\n\n"))
        }
        return Self.reference(name)
    }

    static func scalar(_ kind: Kind) -> JSONText {
        switch kind {
        case .double, .float: ["type": "number", "format": "double"]
        case .int32, .sint32, .sfixed32: ["type": "integer", "format": "int32"]
        case .uint32, .fixed32: ["type": "integer", "minimum": 0, "maximum": 4_294_967_295]
        case .int64, .sint64, .sfixed64:
            ["type": "integer", "format": "int64", "minimum": .integer(-largest), "maximum": .integer(largest)]
        case .uint64, .fixed64: ["type": "integer", "format": "int64", "minimum": 0, "maximum": .integer(largest)]
        case .bool: ["type": "boolean"]
        case .bytes: ["type": "string", "contentEncoding": "base64"]
        default: ["type": "string"]
        }
    }

    /// Types that JSON spells in a way of their own.
    private static func wellKnown(_ message: MessageType, isRequest: Bool) -> JSONText? {
        switch message.fullName {
        case "google.protobuf.Timestamp": ["type": "string", "format": "date-time"]
        case "google.protobuf.Duration": ["type": "string", "pattern": "^-?[0-9]+(\\.[0-9]{1,9})?s$"]
        case "google.protobuf.FieldMask": ["type": "string"]
        case "google.protobuf.Empty": ["type": "object", "additionalProperties": false]
        case "google.protobuf.Struct", "google.protobuf.Any": ["type": "object"]
        case "google.protobuf.Value": [:]
        case "google.protobuf.ListValue": ["type": "array", "items": [:]]
        default:
            message.fullName.hasPrefix("google.protobuf.") && message.fullName.hasSuffix("Value")
                ? message.field(named: "value").map { scalar($0.kind) } : nil
        }
    }

    static func reference(_ name: String) -> JSONText { ["$ref": .text("#/components/schemas/\(name)")] }

    static func orNull(_ schema: JSONText) -> JSONText {
        guard case .object(var members) = schema, let index = members.firstIndex(where: { $0.key == "type" }),
            case .text(let type) = members[index].value
        else { return ["anyOf": [schema, ["type": "null"]]] }
        members[index].value = [.text(type), "null"]
        return .object(members)
    }

    private static func isUnspecified(_ type: EnumType) -> Bool {
        type.values.contains { $0.number == 0 && $0.name.hasSuffix("UNSPECIFIED") }
    }

    /// Of ours without the package, with the names of those around it.
    static func name(_ message: MessageType) -> String { (message.parent.map { name($0) } ?? "") + message.name }

    private static func name(_ type: EnumType) -> String { (type.parent.map { name($0) } ?? "") + type.name }
}
