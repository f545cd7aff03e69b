// KeysService.RotateKey: a successor that may do what the old key may, and the old key's end: at once, or after an overlap
// in which both open, so that programs can be moved over one by one. Whoever rotates gets the secret, so they must have
// all that the key has. A key is rotated once, then its successor is; and the successor goes on with what is left of the
// old key's minute.

internal import Codec
package import Contract
package import RPC
internal import Store

extension KeysService {
    private static let longestOverlap: Duration = .seconds(30 * 24 * 3600)

    package func rotateKey(_ request: RotateKeyRequest, context: CallContext) async throws -> RotateKeyResponse {
        let principal = try context.principal
        let lookup = try KeyLookup(id: request.id, prefix: request.prefix)
        let overlap = try Self.overlap(request.overlap)
        let idempotent = try IdempotentCall(
            request, field: \.idempotencyKey, context: context, secret: idempotencySecret)
        let (secret, presented) = try Self.newSecret()
        let now = clock.now()
        let credentials = credentials
        let record = try await store.write { db in
            try idempotent?.refuseRepeat(in: db, at: now)
            let old = try lookup.find(for: principal, in: db)
            guard old.revokedAt == nil else { throw RPCError.make(.conflict, "This API key was revoked.") }
            if let end = old.expiresAt, end <= now { throw RPCError.make(.conflict, "This API key has expired.") }
            guard try !db.keys.isRotated(old.id) else {
                throw RPCError.make(.conflict, "This API key was rotated already.", hint: "Rotate its successor.")
            }
            try ScopeGrant.requireAll(of: old, giver: principal)
            try KeyBounds(principal, in: db, at: now).requireAll(of: old)
            // Without an overlap one goes for the one that comes.
            if overlap > .zero { try requireRoom(forUser: old.userID, in: db, at: now) }
            var new = KeyRecord(
                userID: old.userID, name: old.name, prefix: presented.prefix.text, hash: presented.digest.bytes,
                scopes: old.scopes, allowedIPs: old.allowedIPs, maxMessagesPerMinute: old.maxMessagesPerMinute,
                expiresAt: old.expiresAt, rotatedFrom: old.id, madeBy: old.madeBy,
                bucketID: old.lineID, createdAt: now)
            new.id = try db.keys.insert(new)
            try idempotent?.remember(.key, id: new.id, in: db, at: now)
            var ending = old
            ending.updatedAt = now
            if overlap > .zero {
                ending.expiresAt = min(old.expiresAt ?? now + overlap, now + overlap)
            } else {
                ending.revokedAt = now
            }
            try db.keys.update(from: old, to: ending)
            try Audit.record(context, .key(old), before: ApiKey(old), after: ApiKey(ending), in: db, at: now)
            try Audit.record(context, .key(new), after: ApiKey(new), in: db, at: now)
            // Streams know the end that the key had when they began, so they begin again with an overlap too.
            let reason = overlap > .zero ? Self.rotated : Self.revoked
            db.afterCommit { [ending] in credentials.changed(key: ending, endingWith: reason) }
            return new
        }
        var response = RotateKeyResponse()
        response.apiKey = ApiKey(record)
        response.secret = secret
        return response
    }

    private static func overlap(_ given: DurationMessage?) throws -> Duration {
        guard let given else { return .zero }
        let isWholeAndPositive = (0...2_592_000).contains(given.seconds) && (0...999_999_999).contains(given.nanos)
        let overlap = isWholeAndPositive ? Duration.seconds(given.seconds) + .nanoseconds(Int64(given.nanos)) : nil
        guard let overlap, overlap <= longestOverlap else {
            throw RPCError.validation("overlap", "must be 0 to 30 days")
        }
        return overlap
    }

    private static var rotated: RPCError {
        RPCError.make(.unavailable, "This API key was rotated.", hint: "Connect again, with its successor.")
    }

    /// A new secret and what is kept of it.
    static func newSecret() throws -> (String, PresentedKey) {
        let secret = APIKeyText.make()
        guard let presented = PresentedKey(secret) else {
            throw RPCError.make(.internal, "The key could not be made.")
        }
        return (secret, presented)
    }
}
