// AuthService.Logout: ends the sign-in that a refresh token belongs to, whichever of its tokens it is. From the answer on
// its access tokens open nothing. Ending what has ended already is a success, and so is ending what is forgotten.

package import Contract
package import RPC
internal import Store

extension AuthService {
    package func logout(_ request: LogoutRequest, context: CallContext) async throws -> LogoutResponse {
        guard !request.refresh.isEmpty else { throw RPCError.validation("refresh", "is required") }
        guard let claims = refreshTokens.read(request.refresh) else { throw Self.notOurs }
        let now = clock.now()
        let credentials = credentials
        try await store.write { db in
            // Who has ended already is not told of again.
            let signIn = try db.signIns.get(family: claims.family)
            if try db.signIns.end(family: claims.family, reason: "logout", at: now), let signIn {
                let user = try db.users.get(signIn.userID)
                try Audit.record(context, .signIn(signIn.id, of: user), as: user, in: db, at: now)
            }
            db.afterCommit { credentials.ended(signIn: claims.family) }
        }
        return LogoutResponse()
    }
}
