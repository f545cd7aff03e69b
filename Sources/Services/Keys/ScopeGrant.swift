// Which scopes a new key gets (API.md 2). Pure. A key made without scopes has all of its user's but `keys:write`, and but
// `bridge`, which makes a key a bridge's and is never given unasked. `bridge` and `admin` are given by admins only;
// nobody gives more than they have; no key is wider than its owner.

internal import Contract
internal import RPC
package import Store

package enum ScopeGrant {
    /// - Parameters:
    ///   - words: as requested; empty = the default.
    ///   - owner: the role of the user whose key it will be.
    ///   - giver: who makes the key.
    /// - Throws: VALIDATION_ERROR for words that are no scopes and for `admin` on a key of somebody who is none,
    ///   PERMISSION_DENIED for more than the giver may give.
    package static func scopes(
        requested words: [String], owner: UserRecord.Role, giver: Principal
    ) throws -> ScopeSet {
        let widest: ScopeSet = owner == .admin ? .ofAdmins : .ofUsers.union(.bridge)
        if words.isEmpty {
            return widest.subtracting([.keysWrite, .bridge]).intersection(giver.effectiveScopes)
        }
        var requested: ScopeSet = []
        for word in words {
            guard let scope = ScopeSet(word: word) else {
                throw RPCError.validation("scopes", "has '\(word.prefix(40))', which is no scope")
            }
            requested.insert(scope)
        }
        let byAdminsOnly: ScopeSet = [.bridge, .admin]
        var tooMuch = requested.subtracting(giver.effectiveScopes)
        if !giver.isAdmin { tooMuch.formUnion(requested.intersection(byAdminsOnly)) }
        guard tooMuch.isEmpty else {
            throw RPCError.make(
                .permissionDenied, "You may not give \(tooMuch.words.joined(separator: ", ")): you do not have it.")
        }
        guard requested.isSubset(of: widest) else {
            throw RPCError.validation("scopes", "has admin, and the key's owner is no admin")
        }
        return requested
    }

    /// That somebody who changes a key, or gets its new secret, has all that it has.
    /// - Throws: PERMISSION_DENIED.
    package static func requireAll(of key: KeyRecord, giver: Principal) throws {
        let lacking = ScopeSet(key.scopes.compactMap { ScopeSet(word: $0) }).subtracting(giver.effectiveScopes)
        guard lacking.isEmpty else {
            throw RPCError.make(
                .permissionDenied, "This key has \(lacking.words.joined(separator: ", ")), and you do not.")
        }
    }
}
