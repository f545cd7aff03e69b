// UsersService.deactivateUser: to be built.

package import Contract
package import RPC

extension UsersService {
    package func deactivateUser(_ request: DeactivateUserRequest, context: CallContext) async throws -> User {
        throw RPCError.make(.notImplemented, "This is not built yet.")
    }
}
