// Generated from switchboard/v1/users.proto by scripts/generate.sh. Do not edit.

package import Codec

package struct ListUsersRequest: ProtoMessage {
    /// 1 to 200; 0 = 20.
    package var pageSize: Int32 = 0
    /// `next_page_token` of the page before. Excludes `page`.
    package var pageToken: String = ""
    /// Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`.
    package var page: Int32 = 0

    package init() {}
}

package struct ListUsersResponse: ProtoMessage {
    package var users: [User] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""
    /// Only with `page`.
    package var totalSize: Int64 = 0

    package init() {}
}

package struct CreateUserRequest: ProtoMessage {
    /// 1 to 150 characters: letters and digits of any script, and `@ . + - _`. Kept in Unicode form NFKC; unique whatever
    /// its case and form (`Ada`, `ADA` and `Ａｄａ` are one).
    package var username: String = ""
    package var email: String = ""
    /// 8 to 1,024 bytes. Empty: the user cannot sign in with a password.
    package var password: String = ""
    /// Unspecified: a plain user.
    package var role: Role = .init()
    /// Absent: 1000. 0 = no limit.
    package var maxMessagesPerDay: Int32Value?
    /// Absent: 30. 0 = no limit.
    package var maxMessagesPerMinute: Int32Value?
    /// The same key and body within 24 hours gets the first answer.
    package var idempotencyKey: String = ""

    package init() {}
}

package struct GetUserRequest: ProtoMessage {
    /// Excludes `username`.
    package var id: Int64 = 0
    package var username: String = ""

    package init() {}
}

package struct UpdateUserRequest: ProtoMessage {
    package var id: Int64 = 0
    /// Only the fields that the mask names are read, and `etag` where it is not empty.
    package var user: User?
    /// Empty: an error, for nothing would change. Over HTTP, the keys present in the body of a PATCH (what is left out stays
    /// as it is), and all fields for a PUT, which has to bring them all.
    package var updateMask: FieldMask?

    package init() {}
}

package struct DeleteUserRequest: ProtoMessage {
    package var id: Int64 = 0
    /// Deletes their messages too, for good.
    package var purgeMessages: Bool = false
    /// Delete only if the user is still what it was (ETAG_MISMATCH). Empty: whatever became of it.
    package var etag: String = ""

    package init() {}
}

package struct DeleteUserResponse: ProtoMessage {
    package init() {}
}

package struct ActivateUserRequest: ProtoMessage {
    package var id: Int64 = 0

    package init() {}
}

package struct DeactivateUserRequest: ProtoMessage {
    package var id: Int64 = 0

    package init() {}
}

package struct SetPasswordRequest: ProtoMessage {
    package var id: Int64 = 0
    /// 8 to 1,024 bytes.
    package var password: String = ""

    package init() {}
}

/// The user, in the fields of User, and what their new password has not ended.
package struct SetPasswordResponse: ProtoMessage {
    package var id: Int64 = 0
    package var username: String = ""
    package var email: String = ""
    package var role: Role = .init()
    package var isActive: Bool = false
    package var maxMessagesPerDay: Int32 = 0
    package var maxMessagesPerMinute: Int32 = 0
    package var createdAt: Timestamp?
    package var updatedAt: Timestamp?
    package var etag: String = ""
    /// Their keys that still open something, newest first, 200 at most.
    package var apiKeys: [ApiKey] = []

    package init() {}
}
