// Generated from switchboard/v1/errors.proto by scripts/generate.sh. Do not edit.

internal import Codec

/// Why a call failed: `reason` of google.rpc.ErrorInfo (domain `switchboard`), and `error_code` over HTTP. A client
/// decides by these words; codes and HTTP statuses follow from them.
package enum Reason: ProtoEnum {
    case unspecified
    case validationError
    case malformedRequest
    case metadataTooLarge
    case payloadTooLarge
    case unsupportedMediaType
    case mediaTooLarge
    case mediaUnsupported
    case notAuthenticated
    case invalidCredentials
    case tokenExpired
    case tokenRevoked
    case tokenReused
    case keyRevoked
    case keyExpired
    case permissionDenied
    case scopeMissing
    case userInactive
    case ipNotAllowed
    case notFound
    case alreadyExists
    case idempotencyKeyReused
    case sessionNotConnected
    case sessionBusy
    case sessionLoggedOut
    case numberAlreadyLinked
    case messageNotCancellable
    case lastAdmin
    case cursorExpired
    case recipientNotOnWhatsapp
    case engineUnsupported
    case accountRestricted
    case accountBanned
    case mediaExpired
    case conflict
    case etagMismatch
    case idempotencyInFlight
    case sessionConflict
    case rateLimited
    case quotaExceeded
    case pairRateLimited
    case sessionRateLimited
    case recipientColdRestricted
    case tooManyStreams
    case streamOverflow
    case frameTooLarge
    case overloaded
    case storageFull
    case unavailable
    case bridgeUnavailable
    case engineError
    case mediaFetchFailed
    case shuttingDown
    case deadlineExceeded
    case requestTimeout
    case outcomeUnknown
    case unknownMethod
    case methodNotAllowed
    case notImplemented
    case cancelled
    case `internal`
    case dataLoss
    case tooManyConnections
    /// A number that this version does not know.
    case unrecognized(Int32)

    package init() { self.init(rawValue: 0) }

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .validationError
        case 2: self = .malformedRequest
        case 3: self = .metadataTooLarge
        case 4: self = .payloadTooLarge
        case 5: self = .unsupportedMediaType
        case 6: self = .mediaTooLarge
        case 7: self = .mediaUnsupported
        case 8: self = .notAuthenticated
        case 9: self = .invalidCredentials
        case 10: self = .tokenExpired
        case 11: self = .tokenRevoked
        case 12: self = .tokenReused
        case 13: self = .keyRevoked
        case 14: self = .keyExpired
        case 15: self = .permissionDenied
        case 16: self = .scopeMissing
        case 17: self = .userInactive
        case 18: self = .ipNotAllowed
        case 19: self = .notFound
        case 20: self = .alreadyExists
        case 21: self = .idempotencyKeyReused
        case 22: self = .sessionNotConnected
        case 23: self = .sessionBusy
        case 24: self = .sessionLoggedOut
        case 25: self = .numberAlreadyLinked
        case 26: self = .messageNotCancellable
        case 27: self = .lastAdmin
        case 28: self = .cursorExpired
        case 29: self = .recipientNotOnWhatsapp
        case 30: self = .engineUnsupported
        case 31: self = .accountRestricted
        case 32: self = .accountBanned
        case 33: self = .mediaExpired
        case 34: self = .conflict
        case 35: self = .etagMismatch
        case 36: self = .idempotencyInFlight
        case 37: self = .sessionConflict
        case 38: self = .rateLimited
        case 39: self = .quotaExceeded
        case 40: self = .pairRateLimited
        case 41: self = .sessionRateLimited
        case 42: self = .recipientColdRestricted
        case 43: self = .tooManyStreams
        case 44: self = .streamOverflow
        case 45: self = .frameTooLarge
        case 46: self = .overloaded
        case 47: self = .storageFull
        case 48: self = .unavailable
        case 49: self = .bridgeUnavailable
        case 50: self = .engineError
        case 51: self = .mediaFetchFailed
        case 52: self = .shuttingDown
        case 53: self = .deadlineExceeded
        case 54: self = .requestTimeout
        case 55: self = .outcomeUnknown
        case 56: self = .unknownMethod
        case 57: self = .methodNotAllowed
        case 58: self = .notImplemented
        case 59: self = .cancelled
        case 60: self = .`internal`
        case 61: self = .dataLoss
        case 62: self = .tooManyConnections
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .validationError: 1
        case .malformedRequest: 2
        case .metadataTooLarge: 3
        case .payloadTooLarge: 4
        case .unsupportedMediaType: 5
        case .mediaTooLarge: 6
        case .mediaUnsupported: 7
        case .notAuthenticated: 8
        case .invalidCredentials: 9
        case .tokenExpired: 10
        case .tokenRevoked: 11
        case .tokenReused: 12
        case .keyRevoked: 13
        case .keyExpired: 14
        case .permissionDenied: 15
        case .scopeMissing: 16
        case .userInactive: 17
        case .ipNotAllowed: 18
        case .notFound: 19
        case .alreadyExists: 20
        case .idempotencyKeyReused: 21
        case .sessionNotConnected: 22
        case .sessionBusy: 23
        case .sessionLoggedOut: 24
        case .numberAlreadyLinked: 25
        case .messageNotCancellable: 26
        case .lastAdmin: 27
        case .cursorExpired: 28
        case .recipientNotOnWhatsapp: 29
        case .engineUnsupported: 30
        case .accountRestricted: 31
        case .accountBanned: 32
        case .mediaExpired: 33
        case .conflict: 34
        case .etagMismatch: 35
        case .idempotencyInFlight: 36
        case .sessionConflict: 37
        case .rateLimited: 38
        case .quotaExceeded: 39
        case .pairRateLimited: 40
        case .sessionRateLimited: 41
        case .recipientColdRestricted: 42
        case .tooManyStreams: 43
        case .streamOverflow: 44
        case .frameTooLarge: 45
        case .overloaded: 46
        case .storageFull: 47
        case .unavailable: 48
        case .bridgeUnavailable: 49
        case .engineError: 50
        case .mediaFetchFailed: 51
        case .shuttingDown: 52
        case .deadlineExceeded: 53
        case .requestTimeout: 54
        case .outcomeUnknown: 55
        case .unknownMethod: 56
        case .methodNotAllowed: 57
        case .notImplemented: 58
        case .cancelled: 59
        case .`internal`: 60
        case .dataLoss: 61
        case .tooManyConnections: 62
        case .unrecognized(let number): number
        }
    }
}
