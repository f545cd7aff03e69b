// The one error that crosses layers upward and the wire. `reason` is what programs go by, `message` what people read;
// `cause` is what the log gets, and never leaves the process.

/// A call that did not end well.
public struct RPCError: Error, Sendable {
    /// One field of a request that is wrong, and how.
    public struct FieldViolation: Sendable, Hashable {
        /// Path in .proto spelling, such as `message.text`.
        public var field: String
        public var description: String

        public init(field: String, description: String) {
            self.field = field
            self.description = description
        }
    }

    /// A detail of a kind that has no field here: a google.protobuf.Any as it stands on the wire.
    public struct Detail: Sendable, Hashable {
        public var typeURL: String
        public var value: [UInt8]

        public init(typeURL: String, value: [UInt8]) {
            self.typeURL = typeURL
            self.value = value
        }
    }

    public var code: StatusCode
    /// Machine-readable, such as `SESSION_NOT_CONNECTED`; empty = none is sent.
    public var reason: String
    /// For people; sent as it is, so nothing internal may stand in it.
    public var message: String
    public var violations: [FieldViolation]
    /// What the reader could do about it; travels as the description of a google.rpc.Help link.
    public var hint: String?
    /// Of the reason: google.rpc.ErrorInfo.metadata.
    public var metadata: [String: String]
    /// Not before this long from now.
    public var retryAfter: Duration?
    /// Set by the server on the way out, by the client from what came in.
    public var requestID: String?
    /// Details that have no field of their own.
    public var details: [Detail]
    /// Logged, never sent.
    public var cause: (any Error)?

    public init(
        _ code: StatusCode, reason: String = "", message: String = "", violations: [FieldViolation] = [],
        hint: String? = nil, metadata: [String: String] = [:], retryAfter: Duration? = nil, requestID: String? = nil,
        details: [Detail] = [], cause: (any Error)? = nil
    ) {
        self.code = code
        self.reason = reason
        self.message = message
        self.violations = violations
        self.hint = hint
        self.metadata = metadata
        self.retryAfter = retryAfter
        self.requestID = requestID
        self.details = details
        self.cause = cause
    }
}

extension RPCError: CustomStringConvertible {
    public var description: String {
        var text = code.name
        if !reason.isEmpty { text += " \(reason)" }
        if !message.isEmpty { text += ": \(message)" }
        for violation in violations { text += "; \(violation.field): \(violation.description)" }
        return text
    }
}
