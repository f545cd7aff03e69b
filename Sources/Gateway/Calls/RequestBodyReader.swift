// The body of a request: JSON of at most `HTTPLimits.bodyBytes`, in UTF-8 and not compressed. Too much is refused before it is read
// where its length is told, and as soon as it is too much where it is not.

internal import Contract
internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore
internal import RPC

enum RequestBodyReader {
    /// The whole body; may be empty.
    /// - Throws: PAYLOAD_TOO_LARGE, REQUEST_TIMEOUT, UNSUPPORTED_MEDIA_TYPE, CANCELLED when the client went away.
    static func read(_ request: Request, limit: Int) async throws(RPCError) -> [UInt8] {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit { throw tooLarge(limit) }
        let bytes: [UInt8]
        do {
            bytes = Array(buffer: try await request.body.collect(upTo: limit))
        } catch is NIOTooManyBytesError {
            throw tooLarge(limit)
        } catch {
            throw broken(error)
        }
        if !bytes.isEmpty { try checkType(request.headers) }
        return bytes
    }

    /// Why the rest of a body does not come.
    static func broken(_ error: any Error) -> RPCError {
        if error is LateBody {
            return .refusal(.requestTimeout, "The body of the request did not come in time.")
        }
        return RPCError(.cancelled, reason: "CANCELLED", message: "The request was not sent in full.", cause: error)
    }

    static func tooLarge(_ limit: Int) -> RPCError {
        .refusal(.payloadTooLarge, "The body is larger than \(limit) bytes.")
    }

    private static func checkType(_ headers: HTTPFields) throws(RPCError) {
        if let encoding = headers[.contentEncoding], encoding.lowercased() != "identity" {
            throw RPCError.refusal(.unsupportedMediaType, "Compressed bodies are not accepted.")
        }
        guard let given = headers[.contentType] else { return }
        guard isJSON(given) else {
            throw RPCError.refusal(.unsupportedMediaType, "The body must be JSON: Content-Type application/json.")
        }
    }

    /// `application/json`, with no other charset than UTF-8.
    static func isJSON(_ contentType: String) -> Bool {
        let parts = contentType.lowercased().split(separator: ";", omittingEmptySubsequences: false).map {
            $0.filter { $0 != " " && $0 != "\t" && $0 != "\"" }
        }
        guard parts.first == "application/json" else { return false }
        return parts.dropFirst().allSatisfy { !$0.hasPrefix("charset=") || $0 == "charset=utf-8" }
    }
}
