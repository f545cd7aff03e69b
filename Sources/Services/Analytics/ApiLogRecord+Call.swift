// What is kept of a call that was answered: who, what, how it ended, how long it took. Never a field of a message; what the
// caller wrote themselves (endpoint, request id) is cut to a length.

internal import Contract
internal import RPC
internal import Store

extension ApiLogRecord {
    /// nil for a call that is not kept: health checks, which come every few seconds and say nothing.
    init?(_ call: CallRecord, at now: Instant) {
        guard call.method.service != "grpc.health.v1.Health" else { return nil }
        let (seconds, attoseconds) = call.duration.components
        self.init(
            at: now, userID: call.userID ?? 0, keyPrefix: call.keyPrefix, transport: call.peer.transport.rawValue,
            method: call.method.path, endpoint: call.peer.endpoint.cut(512),
            status: call.code == .ok ? "OK" : call.reason.isEmpty ? Self.word(call.code) : call.reason.cut(64),
            httpStatus: Self.httpStatus(call),
            latencyMicroseconds: max(0, seconds * 1_000_000 + attoseconds / 1_000_000_000_000),
            ip: Self.host(call.peer.address), requestID: call.requestID.cut(128))
    }

    /// `192.0.2.7:40000` → `192.0.2.7`, `[2001:db8::1]:443` → `2001:db8::1`.
    static func host(_ address: String) -> String {
        if address.hasPrefix("["), let end = address.firstIndex(of: "]") {
            return String(address[address.index(after: address.startIndex)..<end])
        }
        // More than one colon and no bracket: an address without a port.
        guard address.utf8.count(where: { $0 == UInt8(ascii: ":") }) == 1, let colon = address.firstIndex(of: ":")
        else {
            return address
        }
        return String(address[..<colon])
    }

    /// As the gateway answers it (CallRoute, HTTPStatus), which this room does not know; a test holds the two together.
    package static func httpStatus(_ call: CallRecord) -> Int32 {
        if call.code == .ok {
            // A method that is called by its own name has made nothing at a path of its own.
            if call.peer.endpoint.hasPrefix("POST /rpc/") { return 200 }
            return call.method.name.hasPrefix("Create") || call.method.name.hasPrefix("Send") ? 201 : 200
        }
        if let reason = Reason(word: call.reason) { return Int32(clamping: reason.httpStatus) }
        return switch call.code {
        case .invalidArgument, .outOfRange: 400
        case .unauthenticated: 401
        case .permissionDenied: 403
        case .notFound, .unimplemented: 404
        case .alreadyExists, .aborted, .failedPrecondition: 409
        case .resourceExhausted: 429
        case .cancelled: 499
        case .unavailable: 503
        case .deadlineExceeded: 504
        default: 500
        }
    }

    /// A code in the words of reasons, where a failure came without one.
    private static func word(_ code: StatusCode) -> String {
        switch code {
        case .cancelled: "CANCELLED"
        case .deadlineExceeded: "DEADLINE_EXCEEDED"
        case .unavailable: "UNAVAILABLE"
        default: "INTERNAL"
        }
    }
}
