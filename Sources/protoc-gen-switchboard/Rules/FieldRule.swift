// What options say about a field beside its type: `(google.api.field_behavior)`, of which REQUIRED is told (AIP-203), and
// our own `(switchboard.v1.example)`.

struct FieldRule {
    /// Whoever makes the request has to give it.
    var isRequired = false
    /// Nil: there is none.
    var example: JSONText?

    /// google.api.field_behavior's number in FieldOptions.
    private static let behaviour = 1052
    private static let required: UInt64 = 2
    /// switchboard.v1.example's.
    private static let example = 51003

    init(of field: Field) {
        isRequired = (field.extensions[Self.behaviour] ?? []).contains {
            WireReader.Value.bytes($0).numbers.contains(Self.required)
        }
        guard let bytes = field.extensions[Self.example]?.last else { return }
        let text = String(decoding: bytes, as: UTF8.self)
        example = Self.isText(field) ? .text(text) : .verbatim(text)
    }

    /// Whether JSON writes it between quotes.
    private static func isText(_ field: Field) -> Bool {
        if field.isRepeated { return false }
        switch field.kind {
        case .string, .bytes, .enumeration: return true
        case .message:
            return ["google.protobuf.Timestamp", "google.protobuf.Duration"].contains(field.message?.fullName)
        default: return false
        }
    }
}
