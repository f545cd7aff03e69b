// What a request's headers say about the call: who calls, under which id, with which idempotency key, and
// on which condition. Credentials are
// only passed on; that there are two of them is refused here, since neither can be believed.

internal import Contract
internal import HTTPTypes
internal import RPC

enum CallMetadata {
    /// - Throws: MALFORMED_REQUEST for two sets of credentials.
    static func make(_ headers: HTTPFields, requestID: String) throws(RPCError) -> Metadata {
        var metadata: Metadata = ["x-request-id": requestID]
        let authorization = headers[values: .authorization]
        let keys = headers[values: .apiKey]
        guard authorization.count + keys.count <= 1 else {
            throw RPCError.refusal(.malformedRequest, "Credentials are given twice.")
        }
        if let given = authorization.first { metadata.append(given, for: "authorization") }
        if let key = keys.first { metadata.append("ApiKey " + key, for: "authorization") }
        for key in headers[values: .idempotencyKey] { metadata.append(key, for: "idempotency-key") }
        for tag in headers[values: .ifMatch] { metadata.append(tag, for: "if-match") }
        return metadata
    }
}
