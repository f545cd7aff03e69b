// AuthService.Login: a name and a password for a pair of tokens. The hash is computed before the write job; in the job
// the user is read again, and what was checked must still be what is stored.

package import Contract
package import RPC
internal import Store

extension AuthService {
    package func login(_ request: LoginRequest, context: CallContext) async throws -> LoginResponse {
        var checks = FieldChecks()
        checks.require(!request.username.isEmpty, "username", "is required")
        checks.require(!request.password.isEmpty, "password", "is required")
        checks.require(request.password.utf8.count <= 1_024, "password", "must be at most 1,024 bytes")
        try checks.finish()

        // What is too long for a name is all one account, "", which is nobody's.
        let account = Username.fold(request.username)
        let found = try await store.read { db in try db.users.get(usernameKey: account) }
        let peer = context.peer
        let isRight = try await isPassword(request.password, of: account, found, context) {
            try await hasSignedIn(found?.id, from: peer)
        }
        guard isRight, let found, let stored = found.passwordHash else { throw Self.wrong }
        guard found.isActive else {
            failures.note(context, user: found, outcome: Reason.userInactive.word, at: clock.now())
            throw RPCError.make(.userInactive, "This user is not active.")
        }
        let raised = passwords.isOutdated(stored) ? try await passwords.hash(request.password) : nil

        let now = clock.now()
        let signIn = SignInRecord(
            family: RefreshTokens.newFamily(), userID: found.id, expiresAt: now + RefreshTokens.lifetime,
            address: peer.place, createdAt: now)
        let credentials = credentials
        let user = try await store.write { db in
            guard let user = try db.users.get(found.id), user.isActive, user.passwordHash == stored else {
                throw Self.wrong
            }
            if let raised {
                var after = user
                after.passwordHash = raised
                try db.users.update(from: user, to: after)
            }
            let id = try db.signIns.insert(signIn)
            try Audit.record(context, .signIn(id, of: user), as: user, in: db, at: now)
            // Whoever comes sweeps a little, so that what has run out does not pile up, and nobody has too many.
            try db.signIns.forget(expiredBefore: now - Retention().signIns, limit: 10)
            let pushedOut = try db.signIns.trim(ofUser: user.id, to: Self.mostSignIns)
            if !pushedOut.isEmpty { db.afterCommit { for family in pushedOut { credentials.ended(signIn: family) } } }
            return user
        }
        var response = LoginResponse()
        response.access = accessTokens.make(.init(userID: user.id, family: signIn.family), at: now)
        response.refresh = refreshTokens.make(family: signIn.family, generation: signIn.generation)
        response.expiresIn = AccessTokens.lifetime.components.seconds
        response.user = User(user)
        return response
    }

    /// Of one user, ended ones included.
    static let mostSignIns = 100

    private static var wrong: RPCError {
        RPCError.make(.invalidCredentials, "The user name or the password is not right.")
    }
}
