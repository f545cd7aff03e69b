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
    /// 1 to 150 characters: letters, digits and `@ . + - _`. Unique, whatever its case.
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
    /// Only the fields that the mask names are read.
    package var user: User?
    /// Empty: an error, for nothing would change. Over HTTP, the keys present in the body, for PATCH and PUT alike: what is
    /// left out stays as it is.
    package var updateMask: FieldMask?

    package init() {}
}

package struct DeleteUserRequest: ProtoMessage {
    package var id: Int64 = 0
    /// Deletes their messages too, for good.
    package var purgeMessages: Bool = false

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
