// The data of a Response frame: status, payload and, where it was asked for, metadata. The status is left as bytes: it is
// there for failures only, and StatusCoding reads it whole.

internal import NIOCore

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
        while let (number, value) = try fields.next() {
            switch (number, value) {
            case (1, .bytes(let bytes)):
                guard result.status == nil else { throw .malformed("two statuses") }
                result.status = range(bytes, in: data)
            case (2, .bytes(let bytes)): result.payload = range(bytes, in: data)
            case (metadataField, .bytes(let bytes)):
                // Another peer may mean something else by 15: what is no pair is as good as unknown.
                if let (key, value) = try? KeyValue.read(bytes) { result.metadata.append(value, for: key) }
            case (1...2, _): throw .malformed("field \(number) has the wrong wire type")
            default: continue
            }
        }
        return result
    }

    private static func range(_ bytes: UnsafeRawBufferPointer, in data: UnsafeRawBufferPointer) -> Range<Int> {
        guard let start = bytes.baseAddress, let base = data.baseAddress else { return 0..<0 }
        let offset = start - base
        return offset..<(offset + bytes.count)
    }
}
