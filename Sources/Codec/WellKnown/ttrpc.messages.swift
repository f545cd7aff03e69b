// Generated from ttrpc/ttrpc.proto by scripts/generate.sh. Do not edit.

/// The data of a Request frame.
public struct EnvelopeRequest: ProtoMessage {
    public var service: String = ""
    public var method: String = ""
    public var payload: [UInt8] = []
    /// What is left of the caller's deadline; 0 = none, negative = already past.
    public var timeoutNano: Int64 = 0
    public var metadata: [EnvelopeKeyValue] = []

    public init() {}
}

/// The data of a Response frame.
public struct EnvelopeResponse: ProtoMessage {
    public var status: Status?
    public var payload: [UInt8] = []
    /// Our one addition, unknown to others and harmless to them: sent only where the request's metadata asked with
    /// `x-response-metadata: 1`.
    public var metadata: [EnvelopeKeyValue] = []

    public init() {}
}

public struct EnvelopeKeyValue: ProtoMessage {
    public var key: String = ""
    public var value: String = ""

    public init() {}
}
