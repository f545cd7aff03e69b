// RPCError → google.rpc.Status and its details (docs/PROTOCOL.md 6). Each field of RPCError is one kind of detail; kinds
// that have no field are carried through as they are. The way back is StatusCoding+Decoding.swift.

internal import Codec

enum StatusCoding {
    static let prefix = "type.googleapis.com/"

    /// The bytes of a google.rpc.Status.
    static func encode(_ error: RPCError, domain: String) -> [UInt8] {
        var status = Status()
        status.code = error.code.rawValue
        status.message = error.message
        status.details = details(of: error, domain)
        return status.encoded()
    }

    private static func details(of error: RPCError, _ domain: String) -> [AnyMessage] {
        var details: [AnyMessage] = []
        if !error.reason.isEmpty { details.append(packed(info(error, domain))) }
        if !error.violations.isEmpty { details.append(packed(badRequest(error.violations))) }
        if let wait = error.retryAfter { details.append(packed(retry(after: wait))) }
        if let id = error.requestID {
            var info = RequestInfo()
            info.requestId = id
            details.append(packed(info))
        }
        if let hint = error.hint { details.append(packed(help(hint))) }
        for detail in error.details {
            var any = AnyMessage()
            any.typeUrl = detail.typeURL
            any.value = detail.value
            details.append(any)
        }
        return details
    }

    private static func info(_ error: RPCError, _ domain: String) -> ErrorInfo {
        var info = ErrorInfo()
        info.reason = error.reason
        info.domain = domain
        info.metadata = error.metadata
        return info
    }

    private static func badRequest(_ violations: [RPCError.FieldViolation]) -> BadRequest {
        var bad = BadRequest()
        bad.fieldViolations = violations.map {
            var violation = BadRequest.FieldViolation()
            violation.field = $0.field
            violation.description = $0.description
            return violation
        }
        return bad
    }

    private static func retry(after wait: Duration) -> RetryInfo {
        let nanoseconds = max(0, wait.clampedNanoseconds)
        var delay = DurationMessage()
        delay.seconds = nanoseconds / 1_000_000_000
        delay.nanos = Int32(nanoseconds % 1_000_000_000)
        var info = RetryInfo()
        info.retryDelay = delay
        return info
    }

    private static func help(_ hint: String) -> Help {
        var link = Help.Link()
        link.description = hint
        var help = Help()
        help.links = [link]
        return help
    }

    private static func packed<M: ProtoMessage>(_ message: M) -> AnyMessage {
        var any = AnyMessage()
        any.typeUrl = prefix + M.schema.name
        any.value = message.encoded()
        return any
    }
}

extension RPCError {
    /// The bytes of its google.rpc.Status, with the details that the binary protocol sends. For other ways to the same
    /// clients.
    package var statusBytes: [UInt8] {
        StatusCoding.encode(self, domain: Server.Configuration().errorDomain)
    }
}
