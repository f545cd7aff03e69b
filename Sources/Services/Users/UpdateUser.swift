// UsersService.updateUser: to be built.

package import Contract
package import RPC

extension UsersService {
    package func updateUser(_ request: UpdateUserRequest, context: CallContext) async throws -> User {
        throw RPCError.make(.notImplemented, "This is not built yet.")
    }
}
