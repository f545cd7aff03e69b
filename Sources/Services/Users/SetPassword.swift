// UsersService.setPassword: to be built.

package import Contract
package import RPC

extension UsersService {
    package func setPassword(_ request: SetPasswordRequest, context: CallContext) async throws -> User {
        throw RPCError.make(.notImplemented, "This is not built yet.")
    }
}
