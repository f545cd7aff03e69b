// Generated from the .proto files of Sources/Codec/WellKnown by scripts/generate.sh. Do not edit.

/// The messages that come with the codec: google.protobuf, google.rpc and the ttrpc envelope.
public enum WellKnownMessages {
    /// By full name.
    public static let byName: [String: MessageSchema] = [
        "google.protobuf.Any": AnyMessage.schema,
        "google.protobuf.Duration": DurationMessage.schema,
        "google.protobuf.Empty": Empty.schema,
        "google.protobuf.FieldMask": FieldMask.schema,
        "google.protobuf.Struct": StructMessage.schema,
        "google.protobuf.Value": ValueMessage.schema,
        "google.protobuf.ListValue": ListValue.schema,
        "google.protobuf.Timestamp": Timestamp.schema,
        "google.protobuf.DoubleValue": DoubleValue.schema,
        "google.protobuf.FloatValue": FloatValue.schema,
        "google.protobuf.Int64Value": Int64Value.schema,
        "google.protobuf.UInt64Value": UInt64Value.schema,
        "google.protobuf.Int32Value": Int32Value.schema,
        "google.protobuf.UInt32Value": UInt32Value.schema,
        "google.protobuf.BoolValue": BoolValue.schema,
        "google.protobuf.StringValue": StringValue.schema,
        "google.protobuf.BytesValue": BytesValue.schema,
        "google.rpc.ErrorInfo": ErrorInfo.schema,
        "google.rpc.RetryInfo": RetryInfo.schema,
        "google.rpc.DebugInfo": DebugInfo.schema,
        "google.rpc.QuotaFailure": QuotaFailure.schema,
        "google.rpc.QuotaFailure.Violation": QuotaFailure.Violation.schema,
        "google.rpc.PreconditionFailure": PreconditionFailure.schema,
        "google.rpc.PreconditionFailure.Violation": PreconditionFailure.Violation.schema,
        "google.rpc.BadRequest": BadRequest.schema,
        "google.rpc.BadRequest.FieldViolation": BadRequest.FieldViolation.schema,
        "google.rpc.RequestInfo": RequestInfo.schema,
        "google.rpc.ResourceInfo": ResourceInfo.schema,
        "google.rpc.Help": Help.schema,
        "google.rpc.Help.Link": Help.Link.schema,
        "google.rpc.LocalizedMessage": LocalizedMessage.schema,
        "google.rpc.Status": Status.schema,
        "ttrpc.Request": EnvelopeRequest.schema,
        "ttrpc.Response": EnvelopeResponse.schema,
        "ttrpc.KeyValue": EnvelopeKeyValue.schema,
    ]
}
