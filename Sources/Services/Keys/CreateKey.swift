// Makes a key. The secret leaves in this answer and is kept nowhere: stored is its SHA-256. The owner is read in the same
// transaction that makes the row. A key that is made with a key is bound as that one is (KeyBounds).

package import Contract
package import RPC
internal import Store

extension KeysService {
    package func createKey(_ request: CreateKeyRequest, context: CallContext) async throws -> CreateKeyResponse {
        let principal = try context.principal
        let ownerID = try Tenancy.owner(of: request.userId, principal: principal)
        let now = clock.now()
        let draft = try NewKey(request, now: now)
        let idempotent = try IdempotentCall(
            request, field: \.idempotencyKey, context: context, secret: idempotencySecret)
        let (secret, presented) = try Self.newSecret()
        let record = try await store.write { db in
            try idempotent?.refuseRepeat(in: db, at: now)
            guard let owner = try db.users.get(ownerID) else {
                throw RPCError.make(
                    .notFound, "There is no such user.",
                    violations: [.init(field: "user_id", description: "names no user")])
            }
            let bounds = try KeyBounds(principal, in: db, at: now)
            try requireRoom(forUser: ownerID, in: db, at: now)
            let scopes = try ScopeGrant.scopes(requested: request.scopes, owner: owner.role, giver: principal)
            var key = KeyRecord(
                userID: ownerID, name: draft.name, prefix: presented.prefix.text, hash: presented.digest.bytes,
                scopes: scopes.words, allowedIPs: try bounds.networks(draft.networks),
                maxMessagesPerMinute: try bounds.perMinute(request.maxMessagesPerMinute),
                expiresAt: try bounds.end(draft.expiresAt), madeBy: try bounds.maker(in: db), createdAt: now)
            key.id = try db.keys.insert(key)
            try idempotent?.remember(.key, id: key.id, in: db, at: now)
            try Audit.record(context, .key(key), after: ApiKey(key), in: db, at: now)
            return key
        }
        var response = CreateKeyResponse()
        response.apiKey = ApiKey(record)
        response.secret = secret
        return response
    }
}

/// A request to make a key, once its fields are known to be good. Scopes need the owner and are checked later.
struct NewKey {
    let name: String
    let networks: [String]
    let expiresAt: Instant?

    /// - Throws: VALIDATION_ERROR naming every field that is wrong.
    init(_ request: CreateKeyRequest, now: Instant) throws {
        var checks = FieldChecks()
        checks.keyName(request.name)
        checks.networks(request.allowedIps)
        checks.limit(request.maxMessagesPerMinute, "max_messages_per_minute")
        expiresAt = checks.expiry(request.expiresAt, after: now)
        try checks.finish()
        name = request.name
        networks = request.allowedIps
    }
}
