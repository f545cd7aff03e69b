// What an HTTP client gets: a status, a body and what stands in the head beside them. Built from calls' outcomes, turned
// into Hummingbird's response in one place.

internal import Codec
internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore
internal import RPC

enum Answer {
    static let json = "application/json"

    /// A body that is there in full.
    static func response(
        _ status: Int, _ body: [UInt8], type: String = json, metadata: Metadata = [:]
    ) -> Response {
        var headers: HTTPFields = [.contentType: type, .cacheControl: "no-store"]
        addLimits(metadata, to: &headers)
        headers[.eTag] = metadata["etag"]
        return Response(
            status: HTTPResponse.Status(code: status), headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }

    /// The envelope of an error, or its google.rpc.Status where the answer has none, with the headers that go with it.
    static func refusal(
        _ error: RPCError, requestID: String, bodyField: String? = nil, metadata: Metadata = [:],
        dialect: JSONDialect = .house
    ) -> Response {
        let status = HTTPStatus.of(error)
        let body =
            switch dialect {
            case .house: ErrorEnvelope.json(error, requestID: requestID, bodyField: bodyField)
            case .canonical: ErrorStatus.json(error, requestID: requestID)
            }
        var answer = response(status, body, metadata: metadata)
        if status == 499 { answer.status = HTTPResponse.Status(code: 499, reasonPhrase: "Client Closed Request") }
        if status == 401 {
            answer.headers[values: .wwwAuthenticate] = [#"Bearer realm="switchboard""#, #"ApiKey realm="switchboard""#]
        }
        if let wait = error.retryAfter { answer.headers[.retryAfter] = String(ErrorEnvelope.seconds(wait)) }
        return answer
    }

    /// Nothing but the verbs that a path knows.
    static func options(allow: String) -> Response {
        Response(status: .noContent, headers: [.allow: allow])
    }

    private static func addLimits(_ metadata: Metadata, to headers: inout HTTPFields) {
        if let profile = metadata["pacing-profile"] {
            headers[.pacingProfile] = profile
            headers[.pacingNextSend] = metadata["pacing-next-send"]
            headers[.pacingColdRemaining] = metadata["pacing-cold-remaining"]
        }
        guard let limit = metadata["ratelimit-limit"] else { return }
        headers[.rateLimit] = limit
        headers[.rateLimitRemaining] = metadata["ratelimit-remaining"]
        headers[.rateLimitReset] = metadata["ratelimit-reset"]
    }
}
