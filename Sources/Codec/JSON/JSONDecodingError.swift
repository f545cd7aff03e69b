// Why JSON text is not the message that it should be: what, in which field, where in the text.

/// A refusal of JSON text.
public struct JSONDecodingError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Reason: Sendable, Hashable {
        /// Not JSON (RFC 8259), or something after the value.
        case syntax
        /// Not UTF-8, or half of a surrogate pair.
        case invalidText
        /// A string with a NUL character.
        case embeddedNUL
        /// A key a second time, in either of its spellings.
        case duplicateKey
        case unknownField
        /// A value of another type than the field's.
        case wrongType
        /// Of the right type, but none that the field can hold.
        case invalidValue
        /// A number outside of the field's range.
        case outOfRange
        /// Two members of one oneof.
        case oneofConflict
        /// Arrays and objects more than 64 deep, or messages deeper than the limits allow.
        case tooDeep
        /// More values than the limits allow.
        case tooManyFields
        /// More memory than the limits allow.
        case tooLarge
    }

    public let reason: Reason
    /// In words, without the place: fit to be shown to whoever sent the text. Holds nothing of the content.
    public let message: String
    /// The path of the field, such as `messages[2].recipient`; empty for the whole.
    public private(set) var field: String
    /// The byte of the text that it was noticed at.
    public let offset: Int

    public init(reason: Reason, message: String, field: String = "", offset: Int) {
        self.reason = reason
        self.message = message
        self.field = field
        self.offset = offset
    }

    public var description: String {
        field.isEmpty ? "\(message) (at byte \(offset))" : "\(field): \(message) (at byte \(offset))"
    }

    /// The same, seen from the message that holds the field.
    func inside(_ name: String) -> JSONDecodingError {
        var outer = self
        outer.field = field.isEmpty || field.hasPrefix("[") ? name + field : name + "." + field
        return outer
    }

    /// The same, seen from the list.
    func inside(index: Int) -> JSONDecodingError { inside("[\(index)]") }

    /// The same, seen from the map. Keys are others' text: only plain ones are repeated.
    func inside(key: String) -> JSONDecodingError { inside("[\(quoted(key))]") }
}

/// A key as errors show it.
func quoted(_ key: String) -> String {
    isPlain(key) ? "\"\(key)\"" : "…"
}

/// Whether a text from outside may stand in an error as it is.
func isPlain(_ text: String) -> Bool {
    text.utf8.count <= 64
        && text.utf8.allSatisfy { byte in
            switch byte {
            case 0x2d, 0x2e, 0x30...0x39, 0x41...0x5a, 0x5f, 0x61...0x7a, 0x40: true
            default: false
            }
        }
}

/// A message that has no JSON form.
public struct JSONEncodingError: Error, Sendable, Hashable, CustomStringConvertible {
    public let message: String
    /// The path of the field, such as `messages[2].total`.
    public private(set) var field: String

    public init(message: String, field: String = "") {
        self.message = message
        self.field = field
    }

    public var description: String { field.isEmpty ? message : "\(field): \(message)" }

    func inside(_ name: String) -> JSONEncodingError {
        var outer = self
        outer.field = field.isEmpty || field.hasPrefix("[") ? name + field : name + "." + field
        return outer
    }
}
