// AuthService.refresh: to be built.

package import Contract
package import RPC

extension AuthService {
    package func refresh(_ request: RefreshRequest, context: CallContext) async throws -> RefreshResponse {
        throw RPCError.make(.notImplemented, "This is not built yet.")
    }
}
