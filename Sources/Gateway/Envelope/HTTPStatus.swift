// Which HTTP status an error has: its reason says (errors.proto), and for what has no reason, or none that is known, its
// code.

internal import Contract
internal import RPC

enum HTTPStatus {
    static func of(_ error: RPCError) -> Int {
        Reason(word: error.reason)?.httpStatus ?? of(error.code)
    }

    private static func of(_ code: StatusCode) -> Int {
        switch code {
        case .ok: 200
        case .invalidArgument, .outOfRange: 400
        case .unauthenticated: 401
        case .permissionDenied: 403
        case .notFound, .unimplemented: 404
        case .alreadyExists, .failedPrecondition, .aborted: 409
        case .resourceExhausted: 429
        case .cancelled: 499
        case .unavailable: 503
        case .deadlineExceeded: 504
        default: 500
        }
    }
}
