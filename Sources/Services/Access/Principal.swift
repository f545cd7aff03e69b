// A caller whose credentials were checked. Made by AuthenticationInterceptor, immutable from then on, and shared by all
// calls of one cached key (a class, so that a call costs a reference count and nothing else).
// Invariant: there is none for a call without credentials; that is "nobody", and nobody may call public methods only.

package import Contract
package import RPC

/// Who makes a call, and what they may do.
package final class Principal: Sendable {
    package enum Kind: Sendable, Hashable {
        /// A user with an access token.
        case user
        /// A program with an API key.
        case apiKey
        /// A local process whose uid is listed in `operator.uids`: an admin without a user row.
        case `operator`
        /// A listed peer on the bridge listener, or a key whose only scope is `bridge`.
        case bridge
    }

    package let kind: Kind
    /// The user whose rights these are; nil for the operator and for a bridge known by its uid.
    package let userID: Int64?
    package let username: String?
    /// The user's role; `.admin` for the operator, `.unspecified` for a bridge known by its uid.
    package let role: Role
    /// The peer's uid where the operating system vouches for it and it is what the caller was known by.
    package let uid: UInt32?
    /// `sbk_` and eight characters, when an API key was used.
    package let keyPrefix: String?
    package let keyID: Int64?
    /// The sign-in (its family) that an access token belongs to.
    package let signIn: String?
    /// How many messages the user may have accepted in a minute; 0 = no limit.
    package let messagesPerMinute: Int32
    /// How many messages may be accepted in a minute through the API key that was used; 0 = no limit of its own.
    package let keyMessagesPerMinute: Int32
    /// What a message sent with the API key takes, of its own bucket and of those of the keys that it comes of.
    package let keyCharges: [RateLimits.Charge]
    /// What an API key is bound to; nil = bound to nothing, all that the role has.
    package let scopes: ScopeSet?
    /// How logs and the audit name the caller. Never holds a secret. Put together once, as every call is logged.
    package let label: String

    package init(
        kind: Kind, userID: Int64? = nil, username: String? = nil, role: Role, uid: UInt32? = nil,
        keyPrefix: String? = nil, keyID: Int64? = nil, scopes: ScopeSet? = nil, signIn: String? = nil,
        messagesPerMinute: Int32 = 0, keyMessagesPerMinute: Int32 = 0,
        keyCharges: [RateLimits.Charge] = []
    ) {
        self.kind = kind
        self.userID = userID
        self.username = username
        self.role = role
        self.uid = uid
        self.keyPrefix = keyPrefix
        self.keyID = keyID
        self.scopes = scopes
        self.signIn = signIn
        self.messagesPerMinute = messagesPerMinute
        label = Self.label(kind, userID: userID, uid: uid, keyPrefix: keyPrefix)
        self.keyMessagesPerMinute = keyMessagesPerMinute
        self.keyCharges = keyCharges
    }

    /// Whether everybody's things are open to the caller: an admin, not bound by a key to less than `admin`.
    package var isAdmin: Bool {
        role == .admin && (scopes?.contains(.admin) ?? true)
    }

    /// What this caller has, and so the most that they may give.
    package var effectiveScopes: ScopeSet {
        switch kind {
        case .bridge: .bridge
        case .operator: .ofAdmins
        case .user, .apiKey:
            // `bridge` is a user's only by a key that an admin gave it to.
            if let scopes {
                scopes.intersection(role == .admin ? .ofAdmins : .ofUsers.union(.bridge))
            } else {
                role == .admin ? .ofAdmins : .ofUsers
            }
        }
    }

    /// What a bridge is told apart by, beside its name: `uid:0` or `key:sbk_…`. Nil where the caller is no bridge.
    package var bridgeIdentity: String? {
        if let keyPrefix { return scopes?.contains(.bridge) == true ? "key:\(keyPrefix)" : nil }
        if kind == .bridge, let uid { return "uid:\(uid)" }
        return nil
    }

    private static func label(
        _ kind: Kind, userID: Int64?, uid: UInt32?, keyPrefix: String?
    ) -> String {
        func text(_ number: (some BinaryInteger)?) -> String { number.map { "\($0)" } ?? "?" }
        return switch kind {
        case .operator: "operator(\(text(uid)))"
        case .bridge: "bridge(\(keyPrefix ?? text(uid)))"
        case .apiKey: "\(keyPrefix ?? "?")(\(text(userID)))"
        case .user: "user(\(text(userID)))"
        }
    }
}

/// Where a call keeps its principal.
package enum PrincipalKey: CallContextKey {
    package typealias Value = Principal
}

extension CallContext {
    /// The caller, once authenticated.
    /// - Throws: NOT_AUTHENTICATED where the call came without credentials.
    package var principal: Principal {
        get throws {
            guard let principal = self[PrincipalKey.self] else {
                throw RPCError.make(.notAuthenticated, "Credentials are needed for this call.")
            }
            return principal
        }
    }
}
