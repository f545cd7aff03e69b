// KeysService.GetKey: one key, by id or by prefix.

package import Contract
package import RPC
internal import Store

extension KeysService {
    package func getKey(_ request: GetKeyRequest, context: CallContext) async throws -> ApiKey {
        let principal = try context.principal
        let lookup = try KeyLookup(id: request.id, prefix: request.prefix)
        return ApiKey(try await store.read { db in try lookup.find(for: principal, in: db) })
    }
}
