// The OpenAPI document of all routes, made from the contract (`make generate`).

internal import Contract
internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore

enum SchemaPage {
    private static let body = OpenAPI.document.withUTF8Buffer { ByteBuffer(bytes: $0) }

    private static let tag = "\"\(OpenAPI.document.withUTF8Buffer { hash($0) })\""

    /// Another one for each content: FNV-1a of 64 bits, for which nobody has a reason to make an equal.
    static func hash(_ bytes: some Sequence<UInt8>) -> String {
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return String(hash, radix: 16)
    }

    static func answer(_ headers: HTTPFields) -> Response {
        let fields: HTTPFields = [.eTag: tag, .cacheControl: "no-cache"]
        switch ContentRequest(headers, isHead: true).decide(size: Int64(body.readableBytes), tag: tag) {
        case .notModified: return Response(status: .notModified, headers: fields)
        default:
            var answer = Response(status: .ok, headers: fields, body: ResponseBody(byteBuffer: body))
            answer.headers[.contentType] = "application/json"
            return answer
        }
    }
}
