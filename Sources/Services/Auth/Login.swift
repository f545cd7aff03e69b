// AuthService.login: to be built.

package import Contract
package import RPC

extension AuthService {
    package func login(_ request: LoginRequest, context: CallContext) async throws -> LoginResponse {
        throw RPCError.make(.notImplemented, "This is not built yet.")
    }
}
