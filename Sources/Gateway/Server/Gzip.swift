// Answers in gzip (RFC 1952) for those who take it. Only what is there in full, is text and is worth the work: streams go
// out item by item, and files are what they are.

internal import CZlib
internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore

enum Gzip {
    /// Answers that are smaller go out as they are: what is saved would be less than a packet.
    static let smallest = 1_024
    /// More is not held twice in memory.
    static let largest = 16 << 20

    /// Compresses the body where the client takes that, and says that answers differ by it.
    static func apply(to response: inout Response, for request: HTTPFields) async {
        guard let length = response.body.contentLength, (smallest...largest).contains(length),
            response.headers[.contentEncoding] == nil, response.headers[.acceptRanges] == nil,
            response.status.code != 206,
            isText(response.headers[.contentType] ?? "")
        else { return }
        response.headers.append(HTTPField(name: .vary, value: "Accept-Encoding"))
        guard isTaken(by: request), let whole = await bytes(of: response.body, length),
            let small = compressed(whole), small.readableBytes < length
        else { return }
        response.headers[.contentEncoding] = "gzip"
        response.body = ResponseBody(byteBuffer: small)
        response.headers[.contentLength] = String(small.readableBytes)
    }

    /// Whether the header Accept-Encoding allows it.
    static func isTaken(by request: HTTPFields) -> Bool {
        let accepted = AcceptedWords(request[values: .acceptEncoding])
        return (accepted["gzip"] ?? accepted["x-gzip"] ?? accepted["*"] ?? 0) > 0
    }

    private static func isText(_ contentType: String) -> Bool {
        let type = contentType.lowercased().prefix { $0 != ";" && $0 != " " }
        switch type {
        case "application/json", "application/yaml", "application/javascript", "image/svg+xml": return true
        default: return type.hasPrefix("text/") && type != "text/event-stream"
        }
    }

    private static func bytes(of body: ResponseBody, _ length: Int) async -> ByteBuffer? {
        let collected = Collector(length)
        // What cannot be read here goes out as it is, and fails there.
        guard (try? await body.write(collected)) != nil else { return nil }
        return collected.buffer.readableBytes == length ? collected.buffer : nil
    }

    /// Nil where zlib has no memory.
    static func compressed(_ input: ByteBuffer) -> ByteBuffer? {
        var stream = z_stream()
        // 16 more than the window says: with the frame of gzip. The quickest level: JSON becomes a fifth all the same.
        guard
            deflateInit2_(
                &stream, Z_BEST_SPEED, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        let bound = Int(deflateBound(&stream, uLong(input.readableBytes)))
        var output = ByteBuffer()
        var isWhole = false
        output.writeWithUnsafeMutableBytes(minimumWritableBytes: bound) { target in
            input.withUnsafeReadableBytes { source in
                // zlib reads it only, and says so nowhere.
                stream.next_in = UnsafeMutableRawPointer(mutating: source.baseAddress)?
                    .assumingMemoryBound(to: Bytef.self)
                stream.avail_in = uInt(clamping: source.count)
                stream.next_out = target.baseAddress?.assumingMemoryBound(to: Bytef.self)
                stream.avail_out = uInt(clamping: target.count)
                isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
                return isWhole ? Int(stream.total_out) : 0
            }
        }
        return isWhole ? output : nil
    }
}

/// Takes what would go to the client. One answer's alone, and asked by its one writer.
private final class Collector: ResponseBodyWriter {
    private(set) var buffer: ByteBuffer

    init(_ length: Int) { buffer = ByteBufferAllocator().buffer(capacity: length) }

    func write(_ buffer: ByteBuffer) async throws {
        var piece = buffer
        self.buffer.writeBuffer(&piece)
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
