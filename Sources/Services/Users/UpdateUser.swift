// UsersService.UpdateUser: changes what the mask names.

internal import Codec
package import Contract
package import RPC
internal import Store

extension UsersService {
    package func updateUser(_ request: UpdateUserRequest, context: CallContext) async throws -> User {
        let draft = try UserDraft(request)
        return try await change(request.id, etag: request.user?.etag ?? "", context) { draft.apply(to: &$0) }
    }
}

/// A request to change a user, once its fields are known to be good.
struct UserDraft: Sendable {
    static let updatable: Set<String> = [
        "username", "email", "role", "is_active", "max_messages_per_day", "max_messages_per_minute",
    ]

    private var changes: [@Sendable (inout UserRecord) -> Void] = []

    /// - Throws: VALIDATION_ERROR naming every field that is wrong or cannot be changed.
    init(_ request: UpdateUserRequest) throws {
        var given = request.updateMask
        // Over HTTP the mask names whatever the body holds: the etag is a condition and no change.
        given?.paths.removeAll { $0 == "etag" }
        let mask = try UpdateMask(given, updatable: Self.updatable)
        guard let user = request.user else { throw RPCError.validation("user", "is required") }
        var checks = FieldChecks()
        if mask.contains("username"), let name = checks.username(user.username) {
            changes.append {
                $0.username = name.text
                $0.usernameKey = name.key
            }
        }
        if mask.contains("email") {
            checks.email(user.email)
            changes.append { $0.email = user.email }
        }
        if mask.contains("role"), let role = checks.role(user.role, unspecified: nil) {
            changes.append { $0.role = role }
        }
        if mask.contains("is_active") { changes.append { $0.isActive = user.isActive } }
        if mask.contains("max_messages_per_day") {
            checks.limit(user.maxMessagesPerDay, "max_messages_per_day")
            changes.append { $0.maxMessagesPerDay = user.maxMessagesPerDay }
        }
        if mask.contains("max_messages_per_minute") {
            checks.limit(user.maxMessagesPerMinute, "max_messages_per_minute")
            changes.append { $0.maxMessagesPerMinute = user.maxMessagesPerMinute }
        }
        try checks.finish()
    }

    func apply(to record: inout UserRecord) {
        for change in changes { change(&record) }
    }
}
