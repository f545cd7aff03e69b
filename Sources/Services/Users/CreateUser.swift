// Makes a user. The password is hashed before the write job and off the event loop; a repeat with the same idempotency
// key is answered before that work is done again.

internal import Codec
package import Contract
package import RPC
internal import Store

extension UsersService {
    package func createUser(_ request: CreateUserRequest, context: CallContext) async throws -> User {
        var draft = try NewUser(request)
        let idempotent = try IdempotentCall(
            request, field: \.idempotencyKey, context: context, secret: idempotencySecret)
        if let idempotent, !request.password.isEmpty {
            let now = clock.now()
            let known = try await store.read { [draft] db in
                try idempotent.answer(.user, in: db, at: now).map { try draft.firstAnswer($0, in: db) }
            }
            if let known {
                context.tell(etag: known.etag)
                return known
            }
        }
        if !request.password.isEmpty { draft.record.passwordHash = try await passwords.hash(request.password) }

        let now = clock.now()
        let user = try await store.write { [draft] db in
            if let id = try idempotent?.answer(.user, in: db, at: now) { return try draft.firstAnswer(id, in: db) }
            var user = draft.record
            user.createdAt = now
            user.updatedAt = now
            do {
                user.id = try db.users.insert(user)
            } catch let error as StoreError where error.violatesUnique("users.username_key") {
                throw RPCError.usernameTaken
            }
            try idempotent?.remember(.user, id: user.id, in: db, at: now)
            try Audit.record(context, .user(user), after: User(user), in: db, at: now)
            return User(user)
        }
        context.tell(etag: user.etag)
        return user
    }
}

/// A request to make a user, once its fields are known to be good.
struct NewUser: Sendable {
    var record: UserRecord

    /// What the first call was answered, whatever became of the user since: the request is the same, so all but two
    /// columns are known from it.
    /// - Throws: NOT_FOUND where the user was deleted.
    func firstAnswer(_ id: Int64, in db: Database) throws -> User {
        guard let now = try db.users.get(id) else { throw Tenancy.notFound }
        var first = record
        first.id = id
        first.createdAt = now.createdAt
        first.updatedAt = now.createdAt
        return User(first)
    }

    /// - Throws: VALIDATION_ERROR naming every field that is wrong.
    init(_ request: CreateUserRequest) throws {
        var checks = FieldChecks()
        let name = checks.username(request.username)
        checks.email(request.email)
        checks.require(
            request.password.isEmpty || PasswordRule.accepts(request.password), "password", PasswordRule.complaint)
        let role = checks.role(request.role, unspecified: .user)
        let perDay = request.maxMessagesPerDay?.value ?? 1_000
        let perMinute = request.maxMessagesPerMinute?.value ?? 30
        checks.limit(perDay, "max_messages_per_day")
        checks.limit(perMinute, "max_messages_per_minute")
        try checks.finish()
        guard let name, let role else { throw RPCError.validation(checks.wrong) }
        record = UserRecord(
            username: name.text, usernameKey: name.key, email: request.email, role: role, maxMessagesPerDay: perDay,
            maxMessagesPerMinute: perMinute, createdAt: Instant(microseconds: 0))
    }
}
