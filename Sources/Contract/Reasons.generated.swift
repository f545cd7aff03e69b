// Generated from the .proto files of Sources/Contract by scripts/generate.sh. Do not edit.

package import RPC

extension Reason {
    /// As ErrorInfo and the HTTP envelope spell it; empty for what is not known.
    package var word: String {
        switch self {
        case .validationError: "VALIDATION_ERROR"
        case .malformedRequest: "MALFORMED_REQUEST"
        case .metadataTooLarge: "METADATA_TOO_LARGE"
        case .payloadTooLarge: "PAYLOAD_TOO_LARGE"
        case .unsupportedMediaType: "UNSUPPORTED_MEDIA_TYPE"
        case .mediaTooLarge: "MEDIA_TOO_LARGE"
        case .mediaUnsupported: "MEDIA_UNSUPPORTED"
        case .notAuthenticated: "NOT_AUTHENTICATED"
        case .invalidCredentials: "INVALID_CREDENTIALS"
        case .tokenExpired: "TOKEN_EXPIRED"
        case .tokenRevoked: "TOKEN_REVOKED"
        case .tokenReused: "TOKEN_REUSED"
        case .keyRevoked: "KEY_REVOKED"
        case .keyExpired: "KEY_EXPIRED"
        case .permissionDenied: "PERMISSION_DENIED"
        case .scopeMissing: "SCOPE_MISSING"
        case .userInactive: "USER_INACTIVE"
        case .ipNotAllowed: "IP_NOT_ALLOWED"
        case .notFound: "NOT_FOUND"
        case .alreadyExists: "ALREADY_EXISTS"
        case .idempotencyKeyReused: "IDEMPOTENCY_KEY_REUSED"
        case .sessionNotConnected: "SESSION_NOT_CONNECTED"
        case .sessionBusy: "SESSION_BUSY"
        case .sessionLoggedOut: "SESSION_LOGGED_OUT"
        case .numberAlreadyLinked: "NUMBER_ALREADY_LINKED"
        case .messageNotCancellable: "MESSAGE_NOT_CANCELLABLE"
        case .lastAdmin: "LAST_ADMIN"
        case .cursorExpired: "CURSOR_EXPIRED"
        case .recipientNotOnWhatsapp: "RECIPIENT_NOT_ON_WHATSAPP"
        case .engineUnsupported: "ENGINE_UNSUPPORTED"
        case .accountRestricted: "ACCOUNT_RESTRICTED"
        case .accountBanned: "ACCOUNT_BANNED"
        case .mediaExpired: "MEDIA_EXPIRED"
        case .conflict: "CONFLICT"
        case .etagMismatch: "ETAG_MISMATCH"
        case .idempotencyInFlight: "IDEMPOTENCY_IN_FLIGHT"
        case .sessionConflict: "SESSION_CONFLICT"
        case .rateLimited: "RATE_LIMITED"
        case .quotaExceeded: "QUOTA_EXCEEDED"
        case .pairRateLimited: "PAIR_RATE_LIMITED"
        case .sessionRateLimited: "SESSION_RATE_LIMITED"
        case .recipientColdRestricted: "RECIPIENT_COLD_RESTRICTED"
        case .tooManyStreams: "TOO_MANY_STREAMS"
        case .streamOverflow: "STREAM_OVERFLOW"
        case .frameTooLarge: "FRAME_TOO_LARGE"
        case .overloaded: "OVERLOADED"
        case .storageFull: "STORAGE_FULL"
        case .unavailable: "UNAVAILABLE"
        case .bridgeUnavailable: "BRIDGE_UNAVAILABLE"
        case .engineError: "ENGINE_ERROR"
        case .mediaFetchFailed: "MEDIA_FETCH_FAILED"
        case .shuttingDown: "SHUTTING_DOWN"
        case .deadlineExceeded: "DEADLINE_EXCEEDED"
        case .requestTimeout: "REQUEST_TIMEOUT"
        case .outcomeUnknown: "OUTCOME_UNKNOWN"
        case .unknownMethod: "UNKNOWN_METHOD"
        case .methodNotAllowed: "METHOD_NOT_ALLOWED"
        case .notImplemented: "NOT_IMPLEMENTED"
        case .cancelled: "CANCELLED"
        case .`internal`: "INTERNAL"
        case .dataLoss: "DATA_LOSS"
        case .tooManyConnections: "TOO_MANY_CONNECTIONS"
        default: ""
        }
    }

    /// The status that it travels with.
    package var code: StatusCode {
        switch self {
        case .validationError: StatusCode(rawValue: 3)
        case .malformedRequest: StatusCode(rawValue: 3)
        case .metadataTooLarge: StatusCode(rawValue: 3)
        case .payloadTooLarge: StatusCode(rawValue: 3)
        case .unsupportedMediaType: StatusCode(rawValue: 3)
        case .mediaTooLarge: StatusCode(rawValue: 3)
        case .mediaUnsupported: StatusCode(rawValue: 3)
        case .notAuthenticated: StatusCode(rawValue: 16)
        case .invalidCredentials: StatusCode(rawValue: 16)
        case .tokenExpired: StatusCode(rawValue: 16)
        case .tokenRevoked: StatusCode(rawValue: 16)
        case .tokenReused: StatusCode(rawValue: 16)
        case .keyRevoked: StatusCode(rawValue: 16)
        case .keyExpired: StatusCode(rawValue: 16)
        case .permissionDenied: StatusCode(rawValue: 7)
        case .scopeMissing: StatusCode(rawValue: 7)
        case .userInactive: StatusCode(rawValue: 7)
        case .ipNotAllowed: StatusCode(rawValue: 7)
        case .notFound: StatusCode(rawValue: 5)
        case .alreadyExists: StatusCode(rawValue: 6)
        case .idempotencyKeyReused: StatusCode(rawValue: 6)
        case .sessionNotConnected: StatusCode(rawValue: 9)
        case .sessionBusy: StatusCode(rawValue: 9)
        case .sessionLoggedOut: StatusCode(rawValue: 9)
        case .numberAlreadyLinked: StatusCode(rawValue: 9)
        case .messageNotCancellable: StatusCode(rawValue: 9)
        case .lastAdmin: StatusCode(rawValue: 9)
        case .cursorExpired: StatusCode(rawValue: 9)
        case .recipientNotOnWhatsapp: StatusCode(rawValue: 9)
        case .engineUnsupported: StatusCode(rawValue: 9)
        case .accountRestricted: StatusCode(rawValue: 9)
        case .accountBanned: StatusCode(rawValue: 9)
        case .mediaExpired: StatusCode(rawValue: 9)
        case .conflict: StatusCode(rawValue: 10)
        case .etagMismatch: StatusCode(rawValue: 10)
        case .idempotencyInFlight: StatusCode(rawValue: 10)
        case .sessionConflict: StatusCode(rawValue: 10)
        case .rateLimited: StatusCode(rawValue: 8)
        case .quotaExceeded: StatusCode(rawValue: 8)
        case .pairRateLimited: StatusCode(rawValue: 8)
        case .sessionRateLimited: StatusCode(rawValue: 8)
        case .recipientColdRestricted: StatusCode(rawValue: 8)
        case .tooManyStreams: StatusCode(rawValue: 8)
        case .streamOverflow: StatusCode(rawValue: 8)
        case .frameTooLarge: StatusCode(rawValue: 8)
        case .overloaded: StatusCode(rawValue: 8)
        case .storageFull: StatusCode(rawValue: 8)
        case .unavailable: StatusCode(rawValue: 14)
        case .bridgeUnavailable: StatusCode(rawValue: 14)
        case .engineError: StatusCode(rawValue: 14)
        case .mediaFetchFailed: StatusCode(rawValue: 14)
        case .shuttingDown: StatusCode(rawValue: 14)
        case .deadlineExceeded: StatusCode(rawValue: 4)
        case .requestTimeout: StatusCode(rawValue: 4)
        case .outcomeUnknown: StatusCode(rawValue: 4)
        case .unknownMethod: StatusCode(rawValue: 12)
        case .methodNotAllowed: StatusCode(rawValue: 12)
        case .notImplemented: StatusCode(rawValue: 12)
        case .cancelled: StatusCode(rawValue: 1)
        case .`internal`: StatusCode(rawValue: 13)
        case .dataLoss: StatusCode(rawValue: 15)
        case .tooManyConnections: StatusCode(rawValue: 8)
        default: .unknown
        }
    }

    /// The HTTP status.
    package var httpStatus: Int {
        switch self {
        case .validationError: 400
        case .malformedRequest: 400
        case .metadataTooLarge: 400
        case .payloadTooLarge: 413
        case .unsupportedMediaType: 415
        case .mediaTooLarge: 413
        case .mediaUnsupported: 415
        case .notAuthenticated: 401
        case .invalidCredentials: 401
        case .tokenExpired: 401
        case .tokenRevoked: 401
        case .tokenReused: 401
        case .keyRevoked: 401
        case .keyExpired: 401
        case .permissionDenied: 403
        case .scopeMissing: 403
        case .userInactive: 403
        case .ipNotAllowed: 403
        case .notFound: 404
        case .alreadyExists: 409
        case .idempotencyKeyReused: 422
        case .sessionNotConnected: 409
        case .sessionBusy: 409
        case .sessionLoggedOut: 409
        case .numberAlreadyLinked: 409
        case .messageNotCancellable: 409
        case .lastAdmin: 409
        case .cursorExpired: 410
        case .recipientNotOnWhatsapp: 422
        case .engineUnsupported: 422
        case .accountRestricted: 403
        case .accountBanned: 403
        case .mediaExpired: 410
        case .conflict: 409
        case .etagMismatch: 412
        case .idempotencyInFlight: 409
        case .sessionConflict: 409
        case .rateLimited: 429
        case .quotaExceeded: 429
        case .pairRateLimited: 429
        case .sessionRateLimited: 429
        case .recipientColdRestricted: 429
        case .tooManyStreams: 429
        case .streamOverflow: 429
        case .frameTooLarge: 413
        case .overloaded: 503
        case .storageFull: 507
        case .unavailable: 503
        case .bridgeUnavailable: 503
        case .engineError: 502
        case .mediaFetchFailed: 502
        case .shuttingDown: 503
        case .deadlineExceeded: 504
        case .requestTimeout: 408
        case .outcomeUnknown: 504
        case .unknownMethod: 404
        case .methodNotAllowed: 405
        case .notImplemented: 501
        case .cancelled: 499
        case .`internal`: 500
        case .dataLoss: 500
        case .tooManyConnections: 503
        default: 500
        }
    }

    /// The reason of that word.
    package init?(word: String) {
        switch word {
        case "VALIDATION_ERROR": self = .validationError
        case "MALFORMED_REQUEST": self = .malformedRequest
        case "METADATA_TOO_LARGE": self = .metadataTooLarge
        case "PAYLOAD_TOO_LARGE": self = .payloadTooLarge
        case "UNSUPPORTED_MEDIA_TYPE": self = .unsupportedMediaType
        case "MEDIA_TOO_LARGE": self = .mediaTooLarge
        case "MEDIA_UNSUPPORTED": self = .mediaUnsupported
        case "NOT_AUTHENTICATED": self = .notAuthenticated
        case "INVALID_CREDENTIALS": self = .invalidCredentials
        case "TOKEN_EXPIRED": self = .tokenExpired
        case "TOKEN_REVOKED": self = .tokenRevoked
        case "TOKEN_REUSED": self = .tokenReused
        case "KEY_REVOKED": self = .keyRevoked
        case "KEY_EXPIRED": self = .keyExpired
        case "PERMISSION_DENIED": self = .permissionDenied
        case "SCOPE_MISSING": self = .scopeMissing
        case "USER_INACTIVE": self = .userInactive
        case "IP_NOT_ALLOWED": self = .ipNotAllowed
        case "NOT_FOUND": self = .notFound
        case "ALREADY_EXISTS": self = .alreadyExists
        case "IDEMPOTENCY_KEY_REUSED": self = .idempotencyKeyReused
        case "SESSION_NOT_CONNECTED": self = .sessionNotConnected
        case "SESSION_BUSY": self = .sessionBusy
        case "SESSION_LOGGED_OUT": self = .sessionLoggedOut
        case "NUMBER_ALREADY_LINKED": self = .numberAlreadyLinked
        case "MESSAGE_NOT_CANCELLABLE": self = .messageNotCancellable
        case "LAST_ADMIN": self = .lastAdmin
        case "CURSOR_EXPIRED": self = .cursorExpired
        case "RECIPIENT_NOT_ON_WHATSAPP": self = .recipientNotOnWhatsapp
        case "ENGINE_UNSUPPORTED": self = .engineUnsupported
        case "ACCOUNT_RESTRICTED": self = .accountRestricted
        case "ACCOUNT_BANNED": self = .accountBanned
        case "MEDIA_EXPIRED": self = .mediaExpired
        case "CONFLICT": self = .conflict
        case "ETAG_MISMATCH": self = .etagMismatch
        case "IDEMPOTENCY_IN_FLIGHT": self = .idempotencyInFlight
        case "SESSION_CONFLICT": self = .sessionConflict
        case "RATE_LIMITED": self = .rateLimited
        case "QUOTA_EXCEEDED": self = .quotaExceeded
        case "PAIR_RATE_LIMITED": self = .pairRateLimited
        case "SESSION_RATE_LIMITED": self = .sessionRateLimited
        case "RECIPIENT_COLD_RESTRICTED": self = .recipientColdRestricted
        case "TOO_MANY_STREAMS": self = .tooManyStreams
        case "STREAM_OVERFLOW": self = .streamOverflow
        case "FRAME_TOO_LARGE": self = .frameTooLarge
        case "OVERLOADED": self = .overloaded
        case "STORAGE_FULL": self = .storageFull
        case "UNAVAILABLE": self = .unavailable
        case "BRIDGE_UNAVAILABLE": self = .bridgeUnavailable
        case "ENGINE_ERROR": self = .engineError
        case "MEDIA_FETCH_FAILED": self = .mediaFetchFailed
        case "SHUTTING_DOWN": self = .shuttingDown
        case "DEADLINE_EXCEEDED": self = .deadlineExceeded
        case "REQUEST_TIMEOUT": self = .requestTimeout
        case "OUTCOME_UNKNOWN": self = .outcomeUnknown
        case "UNKNOWN_METHOD": self = .unknownMethod
        case "METHOD_NOT_ALLOWED": self = .methodNotAllowed
        case "NOT_IMPLEMENTED": self = .notImplemented
        case "CANCELLED": self = .cancelled
        case "INTERNAL": self = .`internal`
        case "DATA_LOSS": self = .dataLoss
        case "TOO_MANY_CONNECTIONS": self = .tooManyConnections
        default: return nil
        }
    }
}
