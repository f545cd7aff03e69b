// Generated from switchboard/v1/auth.proto by scripts/generate.sh. Do not edit.

package import Codec

package enum PrincipalKind: ProtoEnum {
    case unspecified
    /// A user with an access token.
    case user
    /// A program with an API key.
    case apiKey
    /// A process on this machine whose uid is listed in `operator.uids`: an admin without a user row.
    case `operator`
    /// A bridge.
    case bridge
    /// A number that this version does not know.
    case unrecognized(Int32)

    package init() { self.init(rawValue: 0) }

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .user
        case 2: self = .apiKey
        case 3: self = .`operator`
        case 4: self = .bridge
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .user: 1
        case .apiKey: 2
        case .`operator`: 3
        case .bridge: 4
        case .unrecognized(let number): number
        }
    }
}

package struct LoginRequest: ProtoMessage {
    package var username: String = ""
    package var password: String = ""

    package init() {}
}

package struct LoginResponse: ProtoMessage {
    /// A JWT for `authorization: Bearer …`.
    package var access: String = ""
    /// Good for one exchange, within 30 days.
    package var refresh: String = ""
    /// How long `access` is good for, in seconds.
    package var expiresIn: Int64 = 0
    package var user: User?

    package init() {}
}

package struct RefreshRequest: ProtoMessage {
    package var refresh: String = ""

    package init() {}
}

package struct RefreshResponse: ProtoMessage {
    /// A JWT for `authorization: Bearer …`.
    package var access: String = ""
    /// Takes the place of the token that was exchanged.
    package var refresh: String = ""
    /// How long `access` is good for, in seconds.
    package var expiresIn: Int64 = 0

    package init() {}
}

package struct LogoutRequest: ProtoMessage {
    package var refresh: String = ""

    package init() {}
}

package struct LogoutResponse: ProtoMessage {
    package init() {}
}

package struct ChangePasswordRequest: ProtoMessage {
    package var currentPassword: String = ""
    /// 8 to 1,024 bytes.
    package var newPassword: String = ""

    package init() {}
}

package struct ChangePasswordResponse: ProtoMessage {
    /// The keys of the user that still open something, newest first, 200 at most.
    package var apiKeys: [ApiKey] = []

    package init() {}
}

/// One sign-in of a user: from Login until its end, with all the tokens that followed from it.
package struct SignIn: ProtoMessage {
    package var id: Int64 = 0
    package var userId: Int64 = 0
    /// Where it came from.
    package var address: String = ""
    /// Whether it is the one that this call is made with.
    package var isCurrent: Bool = false
    package var createdAt: Timestamp?
    /// When its tokens were renewed the last time.
    package var refreshedAt: Timestamp?
    /// When it runs out, unless its tokens are renewed before.
    package var expiresAt: Timestamp?
    /// Absent: it goes on.
    package var endedAt: Timestamp?
    /// Why it ended: `logout`, `password`, `deactivated`, `reused` (a refresh token was used twice), `ended` (by EndSignIn).
    package var endedReason: String = ""

    package init() {}
}

package struct ListSignInsRequest: ProtoMessage {
    /// 1 to 200; 0 = 20.
    package var pageSize: Int32 = 0
    /// `next_page_token` of the page before. Excludes `page`.
    package var pageToken: String = ""
    /// Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`.
    package var page: Int32 = 0
    /// Only this user's; 0 = all that the caller may see.
    package var userId: Int64 = 0
    package var includeEnded: Bool = false

    package init() {}
}

package struct ListSignInsResponse: ProtoMessage {
    package var signIns: [SignIn] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""
    /// Only with `page`.
    package var totalSize: Int64 = 0

    package init() {}
}

package struct EndSignInRequest: ProtoMessage {
    /// The sign-in to end. Excludes `user_id`.
    package var id: Int64 = 0
    /// Whose sign-ins to end, all but the one that this call is made with.
    package var userId: Int64 = 0

    package init() {}
}

package struct EndSignInResponse: ProtoMessage {
    /// How many were ended that had not been before.
    package var ended: Int32 = 0

    package init() {}
}

package struct RotateSigningKeyRequest: ProtoMessage {
    package init() {}
}

package struct RotateSigningKeyResponse: ProtoMessage {
    /// `kid` of the tokens that are made from now on.
    package var keyId: String = ""
    /// Until when tokens of the former key are still good.
    package var formerKeyUntil: Timestamp?

    package init() {}
}

package struct GetMeRequest: ProtoMessage {
    package init() {}
}

/// A caller whose credentials were checked.
package struct Principal: ProtoMessage {
    package var kind: PrincipalKind = .init()
    /// Absent for the operator and for a bridge known by its uid.
    package var user: User?
    /// The peer's uid where the operating system vouches for it, else -1.
    package var uid: Int64 = 0
    /// The prefix of the API key that was used, else empty.
    package var keyPrefix: String = ""
    /// What the caller may do. A caller that is bound to no scope has all of its role's.
    package var scopes: [String] = []
    package var limits: PrincipalLimits?

    package init() {}
}

/// How much the caller may do; 0 = no limit.
package struct PrincipalLimits: ProtoMessage {
    package var maxMessagesPerDay: Int32 = 0
    package var maxMessagesPerMinute: Int32 = 0

    package init() {}
}
