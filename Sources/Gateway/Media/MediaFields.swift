// What is said of a file beside its bytes, from a query, header fields or the fields of a form: the fields of UploadStart by
// their names, read by the rules of the query.

internal import Codec
internal import Contract
internal import HTTPTypes
internal import RPC

enum MediaFields {
    private static let names: Set<String> = ["file_name", "kind", "mime_type", "sha256", "user_id", "idempotency_key"]

    /// What nobody means when they say it.
    private static let emptyTypes: Set<String> = [
        "application/octet-stream", "binary/octet-stream", "application/x-www-form-urlencoded",
        "application/unknown", "text/html", "text/css", "text/javascript", "application/javascript",
    ]

    /// - Throws: VALIDATION_ERROR.
    static func start(_ pairs: [RequestTarget.Pair]) throws(RPCError) -> UploadStart {
        var texts: [MessageParts.Texts] = []
        for pair in pairs {
            guard names.contains(pair.name), let field = UploadStart.schema.field(named: pair.name) else {
                throw RPCError.invalid(shown(pair.name), "is no parameter of this request")
            }
            guard !texts.contains(where: { $0.path.name == pair.name }) else {
                throw RPCError.invalid(pair.name, "is given twice")
            }
            texts.append(MessageParts.Texts(FieldPath(field), [pair.value]))
        }
        let bytes: [UInt8]
        do throws(JSONDecodingError) {
            bytes = try UploadStart.schema.bytes(from: MessageParts(texts: texts))
        } catch {
            throw RequestTranscoder.refusal(error)
        }
        do throws(DecodingError) {
            return try UploadStart(decoding: bytes)
        } catch {
            throw RPCError.refusal(.malformedRequest, "The parameters are not accepted.")
        }
    }

    /// What a client says that it sends; empty where that says nothing, or is its guess by a name.
    static func type(_ contentType: String?) -> String {
        guard let contentType else { return "" }
        let plain = HeaderValue.trimmed(contentType.prefix { $0 != ";" }).lowercased()
        return emptyTypes.contains(plain) ? "" : plain
    }

    /// Names are others' text: only plain ones are repeated.
    static func shown(_ name: String) -> String {
        let isPlain = (1...64).contains(name.utf8.count) && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        return isPlain ? name : "…"
    }
}
