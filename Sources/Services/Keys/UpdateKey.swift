// KeysService.updateKey: to be built.

package import Contract
package import RPC

extension KeysService {
    package func updateKey(_ request: UpdateKeyRequest, context: CallContext) async throws -> ApiKey {
        throw RPCError.make(.notImplemented, "This is not built yet.")
    }
}
