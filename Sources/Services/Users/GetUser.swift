// Gets one user by id or by name: anybody for an admin, oneself for the others.

package import Contract
package import RPC
internal import Store

extension UsersService {
    package func getUser(_ request: GetUserRequest, context: CallContext) async throws -> User {
        let principal = try context.principal
        guard (request.id != 0) != !request.username.isEmpty else {
            throw RPCError.validation("id", "or username must be given, and not both")
        }
        let key = Username.fold(request.username)
        let found = try await store.read { db in
            try request.id != 0 ? db.users.get(request.id) : db.users.get(usernameKey: key)
        }
        guard let found else { throw Tenancy.notFound }
        try Tenancy.visible(ownerID: found.id, to: principal)
        try UserCondition(context).check(found)
        context.tell(etag: found.etag)
        return User(found)
    }
}
