// UsersService.deleteUser: to be built.

package import Contract
package import RPC

extension UsersService {
    package func deleteUser(_ request: DeleteUserRequest, context: CallContext) async throws -> DeleteUserResponse {
        throw RPCError.make(.notImplemented, "This is not built yet.")
    }
}
