// Whoever makes or changes keys with a key gives no more than that key has: no scope (ScopeGrant), no wider networks, no
// later end, no higher limit, whether to another key or to itself. So what a key was bound to holds for all that comes of
// it. People who signed in, and the operator, are bound by their scopes alone.
// The key is read in the job that makes the change: what was taken from it a moment ago it cannot give any more.

internal import Contract
internal import RPC
internal import Store

struct KeyBounds {
    /// Keys may make keys that make keys, but not without end: each call looks at the limits of all of them.
    static let deepest = 8

    /// What the giver came with; nil where that is no key.
    let key: KeyRecord?

    /// - Throws: KEY_REVOKED, KEY_EXPIRED where the key has ended since it let the call in.
    init(_ giver: Principal, in db: Database, at now: Instant) throws {
        guard let id = giver.keyID else {
            key = nil
            return
        }
        guard let found = try db.keys.get(id), found.revokedAt == nil else { throw KeysService.revoked }
        if let end = found.expiresAt, end <= now { throw AuthenticationInterceptor.keyExpired }
        key = found
    }

    /// The networks of a key that somebody makes or changes.
    /// - Parameter words: as requested; none = the giver's.
    /// - Throws: PERMISSION_DENIED.
    func networks(_ words: [String]) throws -> [String] {
        guard let key, !key.allowedIPs.isEmpty else { return words }
        if words.isEmpty { return key.allowedIPs }
        guard Self.areNetworks(words, within: key.allowedIPs) else {
            throw Self.denied("You may not give networks that your own key is not used from.")
        }
        return words
    }

    /// The end of a key that somebody makes or changes.
    /// - Parameter end: as requested; none = the giver's.
    /// - Throws: PERMISSION_DENIED.
    func end(_ end: Instant?) throws -> Instant? {
        guard let own = key?.expiresAt, let end else { return end ?? key?.expiresAt }
        guard end <= own else { throw Self.denied("You may not give a later end than your own key has.") }
        return end
    }

    /// The limit per minute of a key that somebody makes or changes.
    /// - Parameter limit: as requested; 0 = the giver's.
    /// - Throws: PERMISSION_DENIED.
    func perMinute(_ limit: Int32) throws -> Int32 {
        guard let own = key?.maxMessagesPerMinute, own > 0 else { return limit }
        guard limit <= own else {
            throw Self.denied("You may not give more messages in a minute than your own key has.")
        }
        return limit == 0 ? own : limit
    }

    /// That the giver's key has all that a key has which it changes, or gets the new secret of.
    /// - Throws: PERMISSION_DENIED.
    func requireAll(of other: KeyRecord) throws {
        guard let key else { return }
        guard other.isLimited(within: key) else { throw Self.denied("This key may send more in a minute than yours.") }
        guard other.ends(within: key) else { throw Self.denied("This key ends later than yours.") }
        guard Self.areNetworks(other.allowedIPs, within: key.allowedIPs) else {
            throw Self.denied("This key may be used from where yours may not.")
        }
    }

    /// The key that a new key is made with; 0 = none.
    /// - Throws: PERMISSION_DENIED where too many were made one with the other.
    func maker(in db: Database) throws -> Int64 {
        guard let key else { return 0 }
        guard try db.keys.makers(of: key, limit: Self.deepest).count < Self.deepest - 1 else {
            throw Self.denied("This key was made with a key that was made with a key, and so on: that is far enough.")
        }
        return key.id
    }

    fileprivate static func areNetworks(_ words: [String], within others: [String]) -> Bool {
        guard let networks = NetworkList(words), let others = NetworkList(others) else { return false }
        return networks.isWithin(others)
    }

    private static func denied(_ message: String) -> RPCError { RPCError.make(.permissionDenied, message) }
}

extension KeyRecord {
    /// Whether it is in nothing more than another one, or than it was itself.
    func isWithin(_ other: KeyRecord) -> Bool {
        Set(scopes).isSubset(of: other.scopes) && isLimited(within: other) && ends(within: other)
            && KeyBounds.areNetworks(allowedIPs, within: other.allowedIPs)
    }

    fileprivate func isLimited(within other: KeyRecord) -> Bool {
        other.maxMessagesPerMinute == 0 || (1...other.maxMessagesPerMinute).contains(maxMessagesPerMinute)
    }

    fileprivate func ends(within other: KeyRecord) -> Bool {
        guard let most = other.expiresAt else { return true }
        return expiresAt.map { $0 <= most } ?? false
    }
}
