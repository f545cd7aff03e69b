// AuthService.EndSignIn: ends one sign-in, or all of a user's but the one that asks. From the answer on their access
// tokens open nothing, and what they have open is ended.

package import Contract
package import RPC
internal import Store

extension AuthService {
    package func endSignIn(_ request: EndSignInRequest, context: CallContext) async throws -> EndSignInResponse {
        let principal = try context.principal
        guard (request.id != 0) != (request.userId != 0) else {
            throw RPCError.validation("id", "or user_id must be given, and not both")
        }
        let ended =
            try await request.id != 0
            ? endOne(request.id, context)
            : endAll(try Tenancy.owner(of: request.userId, principal: principal), context)
        var response = EndSignInResponse()
        response.ended = Int32(clamping: ended)
        return response
    }

    private func endOne(_ id: Int64, _ context: CallContext) async throws -> Int {
        let principal = try context.principal
        let now = clock.now()
        let credentials = credentials
        return try await store.write { db in
            guard let signIn = try db.signIns.get(id) else { throw Tenancy.notFound }
            try Tenancy.visible(ownerID: signIn.userID, to: principal)
            guard try db.signIns.end(family: signIn.family, reason: Self.byHand, at: now) else { return 0 }
            let user = try db.users.get(signIn.userID)
            try Audit.record(context, .signIn(id, of: user), note: "sign-in ended", in: db, at: now)
            db.afterCommit { credentials.ended(signIn: signIn.family) }
            return 1
        }
    }

    private func endAll(_ userID: Int64, _ context: CallContext) async throws -> Int {
        let principal = try context.principal
        let now = clock.now()
        let credentials = credentials
        return try await store.write { db in
            guard let user = try db.users.get(userID) else { throw Tenancy.notFound }
            let count = try db.signIns.endAll(
                ofUser: userID, except: principal.signIn ?? "", reason: Self.byHand, at: now)
            // Where there was none, nothing was done: nobody can fill the log with that.
            guard count > 0 else { return 0 }
            try Audit.record(context, .user(user), note: "sign-ins ended", in: db, at: now)
            db.afterCommit { credentials.endedSignIns(of: userID, except: principal.signIn) }
            return count
        }
    }

    private static let byHand = "ended"
}
