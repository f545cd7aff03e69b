// The data of a Response frame: status, payload and, where it was asked for, metadata. The status is left as bytes: it is
// there for failures only, and StatusCoding reads it whole.

/// Offsets into a Response frame's data.
struct ResponseEnvelope: Equatable {
    /// A google.rpc.Status; `nil` = none, which is OK.
    var status: Range<Int>?
    var payload: Range<Int> = 0..<0
    var metadata = Metadata()

    /// Our addition, in `Response.metadata`.
    static let metadataField: UInt32 = 15

    static func read(_ data: UnsafeRawBufferPointer) throws(EnvelopeError) -> ResponseEnvelope {
        var result = ResponseEnvelope()
        var fields = FieldReader(data)
        while true {
            let key = try fields.key()
            switch key {
            case 0: return result
            case FieldKey.bytes(1):
                guard result.status == nil else { throw .malformed("two statuses") }
                result.status = try fields.bytes()
            case FieldKey.bytes(2): result.payload = try fields.bytes()
            case FieldKey.bytes(metadataField):
                let pair = try fields.bytes()
                // Another peer may mean something else by 15: what is no pair is as good as unknown.
                if let (key, value) = try? KeyValue.read(UnsafeRawBufferPointer(rebasing: data[pair])) {
                    result.metadata.append(value, for: key)
                }
            default:
                guard key >> 3 > 2 else { throw .malformed("field \(key >> 3) has the wrong wire type") }
                try fields.skip(key)
            }
        }
    }
}
