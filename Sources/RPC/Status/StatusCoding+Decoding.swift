// google.rpc.Status → RPCError, in the client. A detail never fails a call: of a kind that we know, and readable, it fills
// its field; else it stays among the details as it came.

internal import Codec

extension StatusCoding {
    /// What a status says; `nil` for code 0, which is success whatever else stands in it.
    static func decode(_ bytes: UnsafeRawBufferPointer) -> RPCError? {
        let status: Status
        do {
            status = try Status(decoding: bytes, limits: .response)
        } catch {
            return RPCError(
                .internalError, reason: "INTERNAL", message: "protocol error: the status cannot be read", cause: error)
        }
        guard status.code != 0 else { return nil }
        var error = RPCError(StatusCode(rawValue: status.code), message: status.message)
        for detail in status.details where !take(detail, into: &error) {
            error.details.append(RPCError.Detail(typeURL: detail.typeUrl, value: detail.value))
        }
        return error
    }

    /// False where the detail has no place in the error, or that is taken.
    private static func take(_ detail: AnyMessage, into error: inout RPCError) -> Bool {
        if let info = unpacked(ErrorInfo.self, detail), error.reason.isEmpty {
            error.reason = info.reason
            error.metadata = info.metadata
        } else if let bad = unpacked(BadRequest.self, detail), error.violations.isEmpty {
            error.violations = bad.fieldViolations.map { .init(field: $0.field, description: $0.description) }
        } else if let info = unpacked(RetryInfo.self, detail), error.retryAfter == nil, let delay = info.retryDelay {
            error.retryAfter = .seconds(delay.seconds) + .nanoseconds(Int64(delay.nanos))
        } else if let info = unpacked(RequestInfo.self, detail), error.requestID == nil {
            error.requestID = info.requestId
        } else if let help = unpacked(Help.self, detail), error.hint == nil, help.links.count == 1,
            help.links[0].url.isEmpty
        {
            error.hint = help.links[0].description
        } else {
            return false
        }
        return true
    }

    private static func unpacked<M: ProtoMessage>(_: M.Type, _ detail: AnyMessage) -> M? {
        // What stands before the last slash is anybody's choice.
        guard detail.typeUrl.split(separator: "/").last.map(String.init) == M.schema.name else { return nil }
        return detail.value.withUnsafeBytes { try? M(decoding: $0, limits: .response) }
    }
}
