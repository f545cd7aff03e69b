// UsersService.SetPassword: an admin gives a user another password, and ends their sign-ins. API keys live on, and the
// answer says which, for whoever sets a password because somebody else knew it. The hash is computed before
// the write job and off the event loop. Each hash has its own salt, so also the same password is a change.

package import Contract
package import RPC
internal import Store

extension UsersService {
    package func setPassword(
        _ request: SetPasswordRequest, context: CallContext
    ) async throws -> SetPasswordResponse {
        guard PasswordRule.accepts(request.password) else {
            throw RPCError.validation("password", PasswordRule.complaint)
        }
        // Nobody's hash is not worth computing.
        guard try await store.read({ db in try db.users.get(request.id) }) != nil else { throw Tenancy.notFound }
        let hash = try await passwords.hash(request.password)
        let user = try await change(request.id, context, note: "password set") { $0.passwordHash = hash }
        let now = clock.now()
        let keys = try await store.read { db in
            try db.keys.live(ofUser: user.id, at: now, limit: Page.largestSize)
        }
        return SetPasswordResponse(user, keys: keys)
    }
}
