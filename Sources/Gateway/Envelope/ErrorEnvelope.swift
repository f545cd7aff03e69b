// The answer to a call that did not go well (docs/REST.md): `error_code` is what programs go by, `errors` says what is
// wrong with which field in the client's own spelling, and faults of the server say nothing of its inside.

internal import Codec
internal import Contract
internal import RPC

enum ErrorEnvelope {
    static let internalMessage = "Something went wrong in the server."

    /// The body as JSON text.
    /// - Parameter bodyField: what the client's body is a field of the request as; its fields are named without it.
    static func json(_ error: RPCError, requestID: String, bodyField: String? = nil) -> [UInt8] {
        let isFault = HTTPStatus.of(error) == 500
        let message = isFault ? internalMessage : text(error)
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("success")
        writer.bool(false)
        writer.key("message")
        writer.string(message)
        writer.key("errors")
        fields(isFault ? [] : error.violations, message, bodyField, &writer)
        writer.key("error_code")
        writer.string(word(error))
        writer.key("request_id")
        writer.string(requestID)
        writer.key("retry_after_ms")
        if let wait = error.retryAfter { writer.integer(milliseconds(wait)) } else { writer.null() }
        writer.endObject()
        return writer.bytes
    }

    private static func text(_ error: RPCError) -> String {
        guard let hint = error.hint, !hint.isEmpty else { return error.message }
        return error.message.isEmpty ? hint : error.message + " " + hint
    }

    /// What came without a reason of the contract is named by its status code.
    static func word(_ error: RPCError) -> String {
        Reason(word: error.reason) == nil ? error.code.name : error.reason
    }

    private static func fields(
        _ violations: [RPCError.FieldViolation], _ message: String, _ bodyField: String?, _ writer: inout JSONWriter
    ) {
        var names: [String] = []
        var texts: [String: [String]] = [:]
        for violation in violations {
            let name = clientName(violation.field, bodyField)
            if texts[name] == nil { names.append(name) }
            texts[name, default: []].append(violation.description)
        }
        if names.isEmpty {
            names = [general]
            texts[general] = [message]
        }
        writer.beginObject()
        for name in names {
            writer.key(name)
            writer.beginArray()
            for text in texts[name] ?? [] { writer.string(text) }
            writer.endArray()
        }
        writer.endObject()
    }

    private static let general = "non_field_errors"

    /// Of an update the client sends the entity alone: `user.email` is its `email`, and the mask is not its word at all.
    static func clientName(_ field: String, _ bodyField: String?) -> String {
        if field.isEmpty { return general }
        guard let bodyField else { return field }
        if field == "update_mask" || field == bodyField { return general }
        return field.hasPrefix(bodyField + ".") ? String(field.dropFirst(bodyField.count + 1)) : field
    }

    /// Rounded up, so that nobody comes back too early.
    static func milliseconds(_ wait: Duration) -> Int64 {
        let (seconds, attoseconds) = wait.components
        let rest = attoseconds <= 0 ? 0 : (attoseconds - 1) / 1_000_000_000_000_000 + 1
        return max(0, Swift.min(seconds, Int64.max / 2_000) * 1_000 + rest)
    }

    /// For the header Retry-After, which has whole seconds.
    static func seconds(_ wait: Duration) -> Int64 {
        let milliseconds = milliseconds(wait)
        return milliseconds / 1_000 + (milliseconds % 1_000 == 0 ? 0 : 1)
    }
}
