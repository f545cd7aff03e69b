// What this process holds about credentials beside the store, and the one place that brings it up to date when they
// change. Call it when the change is committed (`afterCommit`), in this order inside: first nothing old is known any
// more, then what is open is ended; a stream that began in between looks again once it is registered.

internal import Contract
package import RPC
package import Store

package struct LiveCredentials: Sendable {
    package let keys: KeyCache
    package let signIns: SignInCache
    package let endings: CredentialEndings

    package init(keys: KeyCache, signIns: SignInCache, endings: CredentialEndings) {
        self.keys = keys
        self.signIns = signIns
        self.endings = endings
    }

    package init(store: Store) {
        self.init(keys: KeyCache(store: store), signIns: SignInCache(store: store), endings: CredentialEndings())
    }

    /// A key has ended, or may do something else than before.
    package func changed(key: KeyRecord, endingWith reason: RPCError?) {
        if let prefix = KeyPrefix(parsing: key.prefix) { keys.forget(prefix) }
        if let reason { endings.end(reason) { $0.keyID == key.id } }
    }

    /// A sign-in has ended.
    package func ended(signIn family: String, _ reason: RPCError = Self.signedOut) {
        signIns.forget(family)
        endings.end(reason) { $0.signIn == family }
    }

    /// A sign-in's tokens were renewed: it lasts until then.
    package func renewed(signIn family: String, until end: Instant) {
        signIns.forget(family)
        endings.prolong(signIn: family, until: end)
    }

    /// All sign-ins of a user have ended, but for one.
    package func endedSignIns(of userID: Int64, except family: String? = nil, _ reason: RPCError = Self.signedOut) {
        signIns.forgetAll(of: userID)
        endings.end(reason) { $0.userID == userID && $0.signIn != nil && $0.signIn != family }
    }

    /// A user was changed: their credentials say something else than before.
    /// - Parameter reason: where what is open must not go on, such as for a user who is inactive now.
    package func changed(user userID: Int64, endingWith reason: RPCError?) {
        keys.forgetAll(of: userID)
        signIns.forgetAll(of: userID)
        if let reason { endings.end(reason) { $0.userID == userID } }
    }

    package static var signedOut: RPCError {
        RPCError.make(.tokenRevoked, "This sign-in has ended.")
    }
}
