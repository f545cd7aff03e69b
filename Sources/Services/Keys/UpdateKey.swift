// KeysService.UpdateKey: changes what the mask names. What the key had open was let in under the old rules, so it is
// ended where the rules change: scopes, networks or end. A revoked key stays as it is, and one that was rotated is only
// narrowed: its time is measured, and whoever it leaked to could otherwise take more.

package import Contract
package import RPC
internal import Store

extension KeysService {
    package func updateKey(_ request: UpdateKeyRequest, context: CallContext) async throws -> ApiKey {
        let principal = try context.principal
        let lookup = try KeyLookup(id: request.id, prefix: "")
        let now = clock.now()
        let draft = try KeyDraft(request, now: now)
        let credentials = credentials
        return try await store.write { db in
            let before = try lookup.find(for: principal, in: db)
            guard before.revokedAt == nil else { throw RPCError.make(.conflict, "This API key was revoked.") }
            let bounds = try KeyBounds(principal, in: db, at: now)
            try ScopeGrant.requireAll(of: before, giver: principal)
            try bounds.requireAll(of: before)
            guard let owner = try db.users.get(before.userID) else { throw Tenancy.notFound }
            var after = before
            try draft.apply(to: &after, owner: owner.role, giver: principal, within: bounds)
            guard after != before else { return ApiKey(before) }
            guard try after.isWithin(before) || !db.keys.isRotated(before.id) else {
                throw RPCError.make(
                    .conflict, "This API key was rotated: what it may do can only be narrowed.",
                    hint: "Change its successor.")
            }
            // One that had run out works again: it is one more.
            if let end = before.expiresAt, end <= now, after.expiresAt.map({ $0 > now }) ?? true {
                try requireRoom(forUser: before.userID, in: db, at: now)
            }
            after.updatedAt = now
            try db.keys.update(from: before, to: after)
            try Audit.record(context, .key(after), before: ApiKey(before), after: ApiKey(after), in: db, at: now)
            let keepsItsRules =
                after.scopes == before.scopes && after.allowedIPs == before.allowedIPs
                && after.expiresAt == before.expiresAt
            db.afterCommit { [after] in
                // The limit of a key is a limit of all that were made with it.
                if after.maxMessagesPerMinute != before.maxMessagesPerMinute { credentials.keys.forgetEverything() }
                credentials.changed(key: after, endingWith: keepsItsRules ? nil : Self.rulesChanged)
            }
            return ApiKey(after)
        }
    }

    private static var rulesChanged: RPCError {
        RPCError.make(.unavailable, "What this API key may do has changed.", hint: "Connect again.")
    }
}

/// A request to change a key, once its fields are known to be good. Scopes need the owner and are checked later.
struct KeyDraft: Sendable {
    static let updatable: Set<String> = [
        "name", "scopes", "allowed_ips", "expires_at", "max_messages_per_minute",
    ]

    private let mask: UpdateMask
    private let key: ApiKey
    private let expiresAt: Instant?

    /// - Throws: VALIDATION_ERROR naming every field that is wrong or cannot be changed.
    init(_ request: UpdateKeyRequest, now: Instant) throws {
        mask = try UpdateMask(request.updateMask, updatable: Self.updatable)
        guard let key = request.apiKey else { throw RPCError.validation("api_key", "is required") }
        self.key = key
        var checks = FieldChecks()
        if mask.contains("name") { checks.keyName(key.name) }
        // None would mean all when a key is made; whoever empties the list of a key means anything but that.
        if mask.contains("scopes") { checks.require(!key.scopes.isEmpty, "scopes", "must name at least one scope") }
        if mask.contains("allowed_ips") { checks.networks(key.allowedIps) }
        if mask.contains("max_messages_per_minute") {
            checks.limit(key.maxMessagesPerMinute, "max_messages_per_minute")
        }
        expiresAt = mask.contains("expires_at") ? checks.expiry(key.expiresAt, after: now) : nil
        try checks.finish()
    }

    /// - Throws: what `ScopeGrant.scopes` and KeyBounds throw.
    func apply(
        to record: inout KeyRecord, owner: UserRecord.Role, giver: Principal, within bounds: KeyBounds
    ) throws {
        if mask.contains("name") { record.name = key.name }
        if mask.contains("scopes") {
            record.scopes = try ScopeGrant.scopes(requested: key.scopes, owner: owner, giver: giver).words
        }
        if mask.contains("allowed_ips") { record.allowedIPs = try bounds.networks(key.allowedIps) }
        if mask.contains("max_messages_per_minute") {
            record.maxMessagesPerMinute = try bounds.perMinute(key.maxMessagesPerMinute)
        }
        if mask.contains("expires_at") { record.expiresAt = try bounds.end(expiresAt) }
    }
}
