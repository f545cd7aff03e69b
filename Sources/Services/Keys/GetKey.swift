// KeysService.getKey: to be built.

package import Contract
package import RPC

extension KeysService {
    package func getKey(_ request: GetKeyRequest, context: CallContext) async throws -> ApiKey {
        throw RPCError.make(.notImplemented, "This is not built yet.")
    }
}
