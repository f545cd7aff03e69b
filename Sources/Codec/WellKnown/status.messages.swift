// Generated from google/rpc/status.proto by scripts/generate.sh. Do not edit.

public struct Status: ProtoMessage {
    public var code: Int32 = 0
    public var message: String = ""
    public var details: [AnyMessage] = []

    public init() {}
}
