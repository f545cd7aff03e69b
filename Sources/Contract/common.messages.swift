// Generated from switchboard/v1/common.proto by scripts/generate.sh. Do not edit.

package import Codec

/// What a user may do.
package enum Role: ProtoEnum {
    case unspecified
    /// Sees and touches everything.
    case admin
    /// Sees and touches only what is theirs.
    case user
    /// A number that this version does not know.
    case unrecognized(Int32)

    package init() { self.init(rawValue: 0) }

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .admin
        case 2: self = .user
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .admin: 1
        case .user: 2
        case .unrecognized(let number): number
        }
    }
}

/// Somebody who owns keys, sessions and messages.
package struct User: ProtoMessage {
    package var id: Int64 = 0
    /// Unique, whatever its case and Unicode form.
    package var username: String = ""
    package var email: String = ""
    package var role: Role = .init()
    /// An inactive user can neither sign in nor use a key.
    package var isActive: Bool = false
    /// Messages accepted in a UTC day; 0 = no limit.
    package var maxMessagesPerDay: Int32 = 0
    /// Messages accepted in a minute; 0 = no limit.
    package var maxMessagesPerMinute: Int32 = 0
    package var createdAt: Timestamp?
    package var updatedAt: Timestamp?
    /// Another one after each change. Given back with a change, the change is made only if nobody else was quicker
    /// (ETAG_MISMATCH). Opaque; over HTTP it is the `ETag` of the answer, and `If-Match` gives it back.
    package var etag: String = ""

    package init() {}
}

/// A credential for programs. The secret is shown once, when the key is made.
package struct ApiKey: ProtoMessage {
    package var id: Int64 = 0
    package var userId: Int64 = 0
    /// What it is for, in its owner's words.
    package var name: String = ""
    /// The part that is safe to show: `sbk_` and eight characters.
    package var prefix: String = ""
    /// What it may do, such as `messages:send`. Never wider than its owner.
    package var scopes: [String] = []
    /// Networks in CIDR form it may be used from; `unix` admits Unix sockets. Empty: from anywhere.
    package var allowedIps: [String] = []
    /// From then on it is refused; absent: never.
    package var expiresAt: Timestamp?
    package var isActive: Bool = false
    package var lastUsedAt: Timestamp?
    /// The key that this one replaces; 0 = none.
    package var rotatedFrom: Int64 = 0
    package var createdAt: Timestamp?
    package var updatedAt: Timestamp?
    /// Messages accepted in a minute through this key; 0 = only the owner's limit, which always holds too.
    package var maxMessagesPerMinute: Int32 = 0
    /// The key that this one was made with, and whose limits hold for it too; 0 = none.
    package var madeBy: Int64 = 0

    package init() {}
}
