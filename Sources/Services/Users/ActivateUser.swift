// UsersService.activateUser: to be built.

package import Contract
package import RPC

extension UsersService {
    package func activateUser(_ request: ActivateUserRequest, context: CallContext) async throws -> User {
        throw RPCError.make(.notImplemented, "This is not built yet.")
    }
}
