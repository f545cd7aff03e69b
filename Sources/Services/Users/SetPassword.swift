// UsersService.SetPassword: an admin gives a user another password, and ends their sign-ins. The hash is computed before
// the write job and off the event loop. Each hash has its own salt, so also the same password is a change.

package import Contract
package import RPC
internal import Store

extension UsersService {
    package func setPassword(_ request: SetPasswordRequest, context: CallContext) async throws -> User {
        guard PasswordRule.accepts(request.password) else {
            throw RPCError.validation("password", PasswordRule.complaint)
        }
        // Nobody's hash is not worth computing.
        guard try await store.read({ db in try db.users.get(request.id) }) != nil else { throw Tenancy.notFound }
        let hash = try await passwords.hash(request.password)
        return try await change(request.id, context, note: "password set") { $0.passwordHash = hash }
    }
}
