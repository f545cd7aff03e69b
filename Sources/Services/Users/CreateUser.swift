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
            let known = try await store.read { db in
                try idempotent.answer(.user, in: db, at: now).flatMap { try db.users.get($0) }
            }
            if let known { return User(known) }
        }
        if !request.password.isEmpty { draft.record.passwordHash = try await passwords.hash(request.password) }

        let record = draft.record
        let now = clock.now()
        return try await store.write { db in
            if let id = try idempotent?.answer(.user, in: db, at: now), let known = try db.users.get(id) {
                return User(known)
            }
            var user = record
            user.createdAt = now
            user.updatedAt = now
            do {
                user.id = try db.users.insert(user)
            } catch let error as StoreError where error.violatesUnique("users.username_key") {
                throw RPCError.make(
                    .alreadyExists, "There is a user of this name already.",
                    violations: [.init(field: "username", description: "is taken")])
            }
            try idempotent?.remember(.user, id: user.id, in: db, at: now)
            return User(user)
        }
    }
}

/// A request to make a user, once its fields are known to be good.
struct NewUser {
    var record: UserRecord

    /// - Throws: VALIDATION_ERROR naming every field that is wrong.
    init(_ request: CreateUserRequest) throws {
        var wrong: [RPCError.FieldViolation] = []
        func check(_ isRight: Bool, _ field: String, _ complaint: String) {
            if !isRight { wrong.append(.init(field: field, description: complaint)) }
        }
        let name = Username(request.username)
        check(name != nil, "username", "must be 1 to 150 letters, digits and @ . + - _")
        check(request.email.isEmpty || EmailSyntax.accepts(request.email), "email", "is no email address")
        check(
            request.password.isEmpty || (8...1_024).contains(request.password.utf8.count), "password",
            "must be 8 to 1,024 bytes")
        let role: UserRecord.Role? =
            switch request.role {
            case .unspecified, .user: .user
            case .admin: .admin
            case .unrecognized: nil
            }
        check(role != nil, "role", "must be admin or user")
        let perDay = request.maxMessagesPerDay?.value ?? 1_000
        let perMinute = request.maxMessagesPerMinute?.value ?? 30
        check(perDay >= 0, "max_messages_per_day", "must be 0 (no limit) or more")
        check(perMinute >= 0, "max_messages_per_minute", "must be 0 (no limit) or more")
        guard wrong.isEmpty, let name, let role else { throw RPCError.validation(wrong) }
        record = UserRecord(
            username: name.text, usernameKey: name.key, email: request.email, role: role, maxMessagesPerDay: perDay,
            maxMessagesPerMinute: perMinute, createdAt: Instant(microseconds: 0))
    }
}

/// Enough of a check to catch what cannot be an address; whether one is, only a message to it tells.
enum EmailSyntax {
    static func accepts(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return text.utf8.count <= 254 && parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            && text.unicodeScalars.allSatisfy {
                !$0.properties.isWhitespace && $0.properties.generalCategory != .control
            }
    }
}
