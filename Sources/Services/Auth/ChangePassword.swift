// AuthService.changePassword: to be built.

package import Contract
package import RPC

extension AuthService {
    package func changePassword(_ request: ChangePasswordRequest, context: CallContext) async throws -> ChangePasswordResponse {
        throw RPCError.make(.notImplemented, "This is not built yet.")
    }
}
