// Ends a key for good. From the moment of the answer on it opens nothing, and what it had open is ended. Revoking twice
// is fine; the time of the first stays.

package import Contract
package import RPC
internal import Store

extension KeysService {
    package func revokeKey(_ request: RevokeKeyRequest, context: CallContext) async throws -> ApiKey {
        let principal = try context.principal
        guard (request.id != 0) != !request.prefix.isEmpty else {
            throw RPCError.validation("id", "or prefix must be given, and not both")
        }
        // What cannot be a prefix is one that nobody has.
        let prefix = KeyPrefix(parsing: request.prefix)?.text ?? ""
        let now = clock.now()
        let record = try await store.write { db in
            guard let found = try request.id != 0 ? db.keys.get(request.id) : db.keys.get(prefix: prefix) else {
                throw Tenancy.notFound
            }
            try Tenancy.visible(ownerID: found.userID, to: principal)
            guard found.revokedAt == nil else { return found }
            guard try db.keys.revoke(found.id, at: now), let revoked = try db.keys.get(found.id) else {
                throw Tenancy.notFound
            }
            return revoked
        }
        if let prefix = KeyPrefix(parsing: record.prefix) { cache.forget(prefix) }
        endings.end(keyID: record.id, RPCError.make(.keyRevoked, "This API key was revoked."))
        return ApiKey(record)
    }
}
