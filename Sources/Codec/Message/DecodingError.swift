// Why bytes are not the message that they should be.

/// A refusal of bytes. Says what, where in the bytes, and in which field; holds nothing of the content.
public struct DecodingError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Reason: UInt8, Sendable, Hashable {
        /// Something ends after the end of what it is in.
        case truncated = 1
        /// Longer than ten bytes, or over 64 bits.
        case malformedVarint
        /// A field number outside of 1…2^29−1, or a wire type that does not exist.
        case malformedTag
        /// Groups are not part of proto3.
        case group
        /// Not the wire type that the field's kind has.
        case wrongWireType
        /// A singular message field a second time. Merging, as other decoders do, is quadratic in protobuf-c and
        /// loses scalars.
        case repeatedSubmessage
        case invalidUTF8
        case embeddedNUL
        /// A packed list of fixed-size numbers whose length is no multiple of the size.
        case malformedPackedList
        case unknownEnumValue
        case tooDeep
        case tooManyFields
        case tooManyUnknownFields
        /// Would take more memory than the limits allow.
        case tooLarge
        /// protobuf-c refused what the check pass let through. Not known to happen.
        case refused
    }

    public let reason: Reason
    /// Where in the bytes.
    public let offset: Int
    /// The path of the field, such as `messages[2].recipient`; empty where it is in no known field.
    public let field: String

    public init(reason: Reason, offset: Int, field: String) {
        self.reason = reason
        self.offset = offset
        self.field = field
    }

    public var description: String {
        let place = field.isEmpty ? "at byte \(offset)" : "in \(field), at byte \(offset)"
        return "\(reason.words) \(place)"
    }
}

extension DecodingError.Reason {
    /// In words, without a place.
    public var words: String {
        switch self {
        case .truncated: "the message ends too early"
        case .malformedVarint: "a number of more than 64 bits"
        case .malformedTag: "no field number or no wire type"
        case .group: "a group"
        case .wrongWireType: "a value of the wrong type"
        case .repeatedSubmessage: "a second value for a field that has one"
        case .invalidUTF8: "a string that is not UTF-8"
        case .embeddedNUL: "a string with a NUL character"
        case .malformedPackedList: "a list that ends inside of a number"
        case .unknownEnumValue: "a number that is none of the enum's"
        case .tooDeep: "messages nested too deeply"
        case .tooManyFields: "too many fields"
        case .tooManyUnknownFields: "too many unknown fields"
        case .tooLarge: "more memory needed than allowed"
        case .refused: "a malformed message"
        }
    }
}
