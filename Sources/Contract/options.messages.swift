// Generated from switchboard/v1/options.proto by scripts/generate.sh. Do not edit.

internal import Codec

/// One of the kinds of caller that a method can admit.
package enum Access: ProtoEnum {
    case unspecified
    /// Anybody, with or without credentials.
    case `public`
    /// A signed-in user, or an API key of theirs.
    case user
    /// A user of role admin, or the operator.
    case admin
    /// A bridge: a listed peer on bridge.sock, or an API key of scope `bridge`.
    case bridge
    /// A number that this version does not know.
    case unrecognized(Int32)

    package init() { self.init(rawValue: 0) }

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .`public`
        case 2: self = .user
        case 3: self = .admin
        case 4: self = .bridge
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .`public`: 1
        case .user: 2
        case .admin: 3
        case .bridge: 4
        case .unrecognized(let number): number
        }
    }
}

package struct MethodRule: ProtoMessage {
    /// Every kind of caller that is admitted. At least one.
    package var access: [Access] = []
    /// The scope that an API key needs, such as `messages:send`. Empty: any key will do.
    package var scope: String = ""
    /// Whether an idempotency key is honoured: the same key and body within 24 hours gets the first answer.
    package var idempotent: Bool = false
    /// The `message` of the HTTP envelope when the call succeeds.
    package var success: String = ""

    package init() {}
}

package struct ReasonRule: ProtoMessage {
    /// The code of google.rpc.Status.
    package var code: Int32 = 0
    /// The HTTP status.
    package var http: Int32 = 0

    package init() {}
}
