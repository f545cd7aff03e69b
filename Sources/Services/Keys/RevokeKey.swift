// Ends a key for good. From the moment of the answer on it opens nothing, and what it had open is ended. Revoking twice
// is fine; the time of the first stays.

package import Contract
package import RPC
internal import Store

extension KeysService {
    package func revokeKey(_ request: RevokeKeyRequest, context: CallContext) async throws -> ApiKey {
        let principal = try context.principal
        let lookup = try KeyLookup(id: request.id, prefix: request.prefix)
        let now = clock.now()
        let credentials = credentials
        let record = try await store.write { db in
            let found = try lookup.find(for: principal, in: db)
            guard found.revokedAt == nil else { return found }
            guard try db.keys.revoke(found.id, at: now), let revoked = try db.keys.get(found.id) else {
                throw Tenancy.notFound
            }
            try Audit.record(context, .key(found), before: ApiKey(found), after: ApiKey(revoked), in: db, at: now)
            db.afterCommit { credentials.changed(key: revoked, endingWith: Self.revoked) }
            return revoked
        }
        return ApiKey(record)
    }

    static var revoked: RPCError { RPCError.make(.keyRevoked, "This API key was revoked.") }
}
