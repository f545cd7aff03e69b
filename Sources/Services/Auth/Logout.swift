// AuthService.logout: to be built.

package import Contract
package import RPC

extension AuthService {
    package func logout(_ request: LogoutRequest, context: CallContext) async throws -> LogoutResponse {
        throw RPCError.make(.notImplemented, "This is not built yet.")
    }
}
