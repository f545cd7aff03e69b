// Generated from switchboard/v1/keys.proto by scripts/generate.sh. Do not edit.

package import Codec

package struct ListKeysRequest: ProtoMessage {
    /// 1 to 200; 0 = 20.
    package var pageSize: Int32 = 0
    /// `next_page_token` of the page before. Excludes `page`.
    package var pageToken: String = ""
    /// Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`.
    package var page: Int32 = 0
    /// Only this user's keys; 0 = all that the caller may see.
    package var userId: Int64 = 0

    package init() {}
}

package struct ListKeysResponse: ProtoMessage {
    package var apiKeys: [ApiKey] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""
    /// Only with `page`.
    package var totalSize: Int64 = 0

    package init() {}
}

package struct CreateKeyRequest: ProtoMessage {
    /// Whose key it will be; 0 = the caller's. The operator must say.
    package var userId: Int64 = 0
    /// 1 to 100 characters.
    package var name: String = ""
    /// Empty: all that the owner has but `keys:write` and `bridge`.
    package var scopes: [String] = []
    /// Networks in CIDR form; `unix` admits Unix sockets. Empty: from anywhere, or those of the key that it is made with.
    package var allowedIps: [String] = []
    /// Absent: never, or with the key that it is made with.
    package var expiresAt: Timestamp?
    /// The same key and body within 24 hours makes no second API key.
    package var idempotencyKey: String = ""
    /// 0 = only the owner's limit, which always holds too.
    package var maxMessagesPerMinute: Int32 = 0

    package init() {}
}

package struct CreateKeyResponse: ProtoMessage {
    package var apiKey: ApiKey?
    /// `sbk_…`, shown this once.
    package var secret: String = ""

    package init() {}
}

package struct RevokeKeyRequest: ProtoMessage {
    /// Excludes `prefix`.
    package var id: Int64 = 0
    /// With or without `sbk_`.
    package var prefix: String = ""

    package init() {}
}

package struct GetKeyRequest: ProtoMessage {
    /// Excludes `prefix`.
    package var id: Int64 = 0
    /// With or without `sbk_`.
    package var prefix: String = ""

    package init() {}
}

package struct UpdateKeyRequest: ProtoMessage {
    package var id: Int64 = 0
    /// Only the fields that the mask names are read.
    package var apiKey: ApiKey?
    /// Empty: an error, for nothing would change. Over HTTP, the keys present in the body.
    package var updateMask: FieldMask?

    package init() {}
}

package struct RotateKeyRequest: ProtoMessage {
    /// Excludes `prefix`.
    package var id: Int64 = 0
    /// With or without `sbk_`.
    package var prefix: String = ""
    /// How long the old key lives on, at most 30 days. Absent: it ends at once.
    package var overlap: DurationMessage?
    /// The same key and body within 24 hours makes no second successor.
    package var idempotencyKey: String = ""

    package init() {}
}

package struct RotateKeyResponse: ProtoMessage {
    /// The successor; `rotated_from` is the old key.
    package var apiKey: ApiKey?
    /// `sbk_…`, shown this once.
    package var secret: String = ""

    package init() {}
}
