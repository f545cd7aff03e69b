// The data of a Request frame: service, method, payload, timeout, metadata (proto/ttrpc/ttrpc.proto). Read as views into
// the frame and never copied, since on the way of a small call this is most of the decoding there is; the views live
// as long as the frame's bytes do. Strictness is that of Codec's check pass, and tests hold the two against each other.

internal import NIOCore

/// Offsets into a Request frame's data.
struct RequestEnvelope: Equatable {
    var service: Range<Int> = 0..<0
    var method: Range<Int> = 0..<0
    /// Empty where there is none: proto3 makes no difference.
    var payload: Range<Int> = 0..<0
    var timeoutNanoseconds: Int64 = 0
    var metadata = Metadata()

    /// Bounds on the metadata of one request.
    struct Limits {
        var pairs = 64
        var bytes = 8 << 10
    }

    static let unknownFieldLimit = 64

    static func read(_ data: UnsafeRawBufferPointer, limits: Limits) throws(EnvelopeError) -> RequestEnvelope {
        var result = RequestEnvelope()
        var fields = FieldReader(data)
        var unknown = 0
        var metadataBytes = 0
        while let (number, value) = try fields.next() {
            switch (number, value) {
            case (1, .bytes(let bytes)): result.service = try text(bytes, in: data)
            case (2, .bytes(let bytes)): result.method = try text(bytes, in: data)
            case (3, .bytes(let bytes)): result.payload = range(bytes, in: data)
            case (4, .varint(let bits)): result.timeoutNanoseconds = Int64(bitPattern: bits)
            case (5, .bytes(let bytes)):
                metadataBytes += bytes.count
                guard result.metadata.count < limits.pairs else {
                    throw .metadataTooLarge("more than \(limits.pairs) pairs of metadata")
                }
                // Tags and lengths of a pair are up to 8 bytes; the exact count of what was read is taken below.
                guard metadataBytes <= limits.bytes + 8 * limits.pairs else {
                    throw .metadataTooLarge("more than \(limits.bytes) bytes of metadata")
                }
                let (key, value) = try KeyValue.read(bytes)
                result.metadata.append(value, for: key)
            case (1...5, _): throw .malformed("field \(number) has the wrong wire type")
            default:
                unknown += 1
                guard unknown <= unknownFieldLimit else { throw .malformed("too many unknown fields") }
            }
        }
        guard metadataBytes == 0 || result.metadata.byteCount <= limits.bytes else {
            throw .metadataTooLarge("more than \(limits.bytes) bytes of metadata")
        }
        return result
    }

    private static func text(
        _ bytes: UnsafeRawBufferPointer, in data: UnsafeRawBufferPointer
    ) throws(EnvelopeError) -> Range<Int> {
        guard WireText.isValid(bytes) else { throw .malformed("text that is not UTF-8 or has a NUL in it") }
        return range(bytes, in: data)
    }

    private static func range(_ bytes: UnsafeRawBufferPointer, in data: UnsafeRawBufferPointer) -> Range<Int> {
        guard let start = bytes.baseAddress, let base = data.baseAddress else { return 0..<0 }
        let offset = start - base
        return offset..<(offset + bytes.count)
    }
}

/// One pair of metadata on the wire: key = 1, value = 2.
enum KeyValue {
    static func read(_ bytes: UnsafeRawBufferPointer) throws(EnvelopeError) -> (key: String, value: String) {
        var key = ""
        var value = ""
        var unknown = 0
        var fields = FieldReader(bytes)
        while let (number, field) = try fields.next() {
            switch (number, field) {
            case (1, .bytes(let bytes)): key = try text(bytes)
            case (2, .bytes(let bytes)): value = try text(bytes)
            case (1...2, _): throw .malformed("a field of metadata has the wrong wire type")
            default:
                unknown += 1
                guard unknown <= RequestEnvelope.unknownFieldLimit else { throw .malformed("too many unknown fields") }
            }
        }
        return (key, value)
    }

    private static func text(_ bytes: UnsafeRawBufferPointer) throws(EnvelopeError) -> String {
        guard let text = WireText.string(bytes) else {
            throw .malformed("text that is not UTF-8 or has a NUL in it")
        }
        return text
    }
}
