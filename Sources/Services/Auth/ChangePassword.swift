// AuthService.ChangePassword: the caller's own, by who knows the current one. Every other sign-in of theirs ends; this one
// goes on. API keys live on, and the answer says which. Whoever has somebody's access token and guesses here is not held by
// the account's limit, for that must not keep its owner from changing what is guessed at: so after ten wrong ones the
// sign-in ends.

package import Contract
package import RPC
internal import Store

extension AuthService {
    package func changePassword(
        _ request: ChangePasswordRequest, context: CallContext
    ) async throws -> ChangePasswordResponse {
        let principal = try context.principal
        guard principal.kind == .user, let userID = principal.userID else {
            throw RPCError.make(
                .permissionDenied, "Only a signed-in user can change their password.",
                hint: "Sign in with the current password; an admin can set another one.")
        }
        var checks = FieldChecks()
        checks.require(!request.currentPassword.isEmpty, "current_password", "is required")
        checks.require(request.currentPassword.utf8.count <= 1_024, "current_password", "must be at most 1,024 bytes")
        checks.require(PasswordRule.accepts(request.newPassword), "new_password", PasswordRule.complaint)
        try checks.finish()

        guard let user = try await store.read({ db in try db.users.get(userID) }) else { throw Tenancy.notFound }
        // The guess that was one too many may have come when nothing could be written.
        if let signIn = principal.signIn, limits.hasGuessedTooOften(signIn: signIn) {
            try await endGuessing(signIn, of: user, context)
            throw Self.wrongCurrent
        }
        // They are in already: guesses from elsewhere must not keep them from changing what is guessed at.
        let isRight = try await isPassword(
            request.currentPassword, of: user.usernameKey, user, context, signIn: principal.signIn
        ) { true }
        guard isRight else {
            if let signIn = principal.signIn, limits.hasGuessedTooOften(signIn: signIn) {
                try await endGuessing(signIn, of: user, context)
            }
            throw Self.wrongCurrent
        }
        let hash = try await passwords.hash(request.newPassword)
        let now = clock.now()
        let (credentials, signIn) = (credentials, principal.signIn)
        let keys = try await store.write { db in
            guard let before = try db.users.get(userID), before.passwordHash == user.passwordHash else {
                throw Self.wrongCurrent
            }
            var after = before
            after.passwordHash = hash
            after.updatedAt = now
            after.version += 1
            try db.users.update(from: before, to: after)
            try db.signIns.endAll(ofUser: userID, except: signIn ?? "", reason: "password", at: now)
            try Audit.record(context, .user(after), note: "password changed", in: db, at: now)
            db.afterCommit { credentials.endedSignIns(of: userID, except: signIn) }
            return try db.keys.live(ofUser: userID, at: now, limit: Page.largestSize)
        }
        var response = ChangePasswordResponse()
        response.apiKeys = keys.map(ApiKey.init)
        return response
    }

    private func endGuessing(_ family: String, of user: UserRecord, _ context: CallContext) async throws {
        let now = clock.now()
        let credentials = credentials
        try await store.write { db in
            guard let signIn = try db.signIns.get(family: family),
                try db.signIns.end(family: family, reason: "guessing", at: now)
            else { return }
            try Audit.record(
                context, .signIn(signIn.id, of: user), note: "sign-in ended: too many wrong passwords", in: db, at: now)
            db.afterCommit { credentials.ended(signIn: family) }
        }
    }

    private static var wrongCurrent: RPCError { RPCError.validation("current_password", "is not right") }
}
