// KeysService.rotateKey: to be built.

package import Contract
package import RPC

extension KeysService {
    package func rotateKey(_ request: RotateKeyRequest, context: CallContext) async throws -> RotateKeyResponse {
        throw RPCError.make(.notImplemented, "This is not built yet.")
    }
}
