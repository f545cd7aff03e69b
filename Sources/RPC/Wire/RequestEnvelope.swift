// The data of a Request frame: service, method, payload, timeout, metadata (proto/ttrpc/ttrpc.proto). Read as views into
// the frame and never copied, since on the way of a small call this is most of the decoding there is; the views live
// as long as the frame's bytes do. Strictness is that of Codec's check pass, and tests hold the two against each other.

internal import Codec
internal import NIOCore

/// Offsets into a Request frame's data.
package struct RequestEnvelope: Equatable {
    var service: Range<Int> = 0..<0
    var method: Range<Int> = 0..<0
    /// Empty where there is none: proto3 makes no difference.
    package var payload: Range<Int> = 0..<0
    var timeoutNanoseconds: Int64 = 0
    var metadata = Metadata()

    /// Bounds on the metadata of one request.
    package struct Limits {
        var pairs: Int
        var bytes: Int

        package init(pairs: Int = 64, bytes: Int = 8 << 10) {
            self.pairs = pairs
            self.bytes = bytes
        }
    }

    static let unknownFieldLimit = 64

    package static func read(_ data: UnsafeRawBufferPointer, limits: Limits) throws(EnvelopeError) -> RequestEnvelope {
        var result = RequestEnvelope()
        var fields = FieldReader(data)
        var unknown = 0
        var metadataBytes = 0
        while true {
            let key = try fields.key()
            switch key {
            case 0:
                let isWithin = metadataBytes == 0 || result.metadata.byteCount <= limits.bytes
                guard isWithin else { throw tooManyBytes(limits) }
                return result
            case FieldKey.bytes(1): result.service = try text(try fields.bytes(), in: data)
            case FieldKey.bytes(2): result.method = try text(try fields.bytes(), in: data)
            case FieldKey.bytes(3): result.payload = try fields.bytes()
            case FieldKey.varint(4): result.timeoutNanoseconds = Int64(bitPattern: try fields.varint())
            case FieldKey.bytes(5):
                let pair = try fields.bytes()
                metadataBytes += pair.count
                guard result.metadata.count < limits.pairs else {
                    throw .metadataTooLarge("more than \(limits.pairs) pairs of metadata")
                }
                // Tags and lengths of a pair are up to 8 bytes; the exact count of what was read is taken at the end.
                guard metadataBytes <= limits.bytes + 8 * limits.pairs else { throw tooManyBytes(limits) }
                let (key, value) = try KeyValue.read(UnsafeRawBufferPointer(rebasing: data[pair]))
                result.metadata.append(value, for: key)
            default:
                guard key >> 3 > 5 else { throw .malformed("field \(key >> 3) has the wrong wire type") }
                try fields.skip(key)
                unknown += 1
                guard unknown <= unknownFieldLimit else { throw .malformed("too many unknown fields") }
            }
        }
    }

    private static func tooManyBytes(_ limits: Limits) -> EnvelopeError {
        .metadataTooLarge("more than \(limits.bytes) bytes of metadata")
    }

    @inline(__always)
    private static func text(
        _ range: Range<Int>, in data: UnsafeRawBufferPointer
    ) throws(EnvelopeError) -> Range<Int> {
        guard WireText.isValid(UnsafeRawBufferPointer(rebasing: data[range])) else { throw .notText }
        return range
    }
}

/// One pair of metadata on the wire: key = 1, value = 2.
enum KeyValue {
    static func read(_ bytes: UnsafeRawBufferPointer) throws(EnvelopeError) -> (key: String, value: String) {
        var key = ""
        var value = ""
        var unknown = 0
        var fields = FieldReader(bytes)
        while true {
            let field = try fields.key()
            switch field {
            case 0: return (key, value)
            case FieldKey.bytes(1): key = try text(try fields.bytes(), in: bytes)
            case FieldKey.bytes(2): value = try text(try fields.bytes(), in: bytes)
            default:
                guard field >> 3 > 2 else { throw .malformed("a field of metadata has the wrong wire type") }
                try fields.skip(field)
                unknown += 1
                guard unknown <= RequestEnvelope.unknownFieldLimit else { throw .malformed("too many unknown fields") }
            }
        }
    }

    private static func text(_ range: Range<Int>, in data: UnsafeRawBufferPointer) throws(EnvelopeError) -> String {
        guard let text = WireText.string(UnsafeRawBufferPointer(rebasing: data[range])) else { throw .notText }
        return text
    }
}
