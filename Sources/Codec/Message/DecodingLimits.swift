// How much a message may cost before it is refused (docs/THREATS.md). The shape checks (UTF-8, varints, wire types,
// repeated sub-messages) have no switch.

/// Bounds for decoding one message, from bytes or JSON.
public struct DecodingLimits: Sendable, Hashable {
    /// Messages inside each other, the outermost not counted. Each level costs about 1 KiB of stack.
    public var depth: Int
    /// Fields on the wire in all messages together, a packed list counting once; in JSON: values.
    public var fields: Int
    /// Unknown fields in all messages together. They are dropped.
    public var unknownFields: Int
    /// Bytes that the C form of the message may take.
    public var memory: Int
    /// Whether enum numbers that the schema does not name are refused.
    public var refusesUnknownEnumValues: Bool

    public init(depth: Int, fields: Int, unknownFields: Int, memory: Int, refusesUnknownEnumValues: Bool) {
        // More than this would be more stack than an event loop's thread has to spare.
        self.depth = min(depth, 100)
        self.fields = fields
        self.unknownFields = unknownFields
        self.memory = memory
        self.refusesUnknownEnumValues = refusesUnknownEnumValues
    }

    /// For what others send to a server.
    public static let request = DecodingLimits(
        depth: 32, fields: 10_000, unknownFields: 64, memory: 16 << 20, refusesUnknownEnumValues: true)

    /// For what a server that a client dialled answers with: bounded by frame and memory only.
    public static let response = DecodingLimits(
        depth: 32, fields: .max, unknownFields: .max, memory: 64 << 20, refusesUnknownEnumValues: false)
}
