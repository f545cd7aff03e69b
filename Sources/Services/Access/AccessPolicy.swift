// Who may call what: the decision alone, pure, so that a table of every method and every kind of caller can test it.
// Deny by default: a method that the access table does not name is refused to everybody. Order (API.md 2): the listener,
// then credentials, then the role, then the scope of the key.

package import Contract
package import RPC

/// What a method asks of its caller, taken from the method options of the .proto.
package struct AccessRequirement: Sendable, Hashable {
    package let callers: AccessRule.Callers
    /// The scope that a key needs; nil = any key will do.
    package let scope: ScopeSet?
    /// Whether the method may be called over the bridges' listener.
    package let servedToBridges: Bool

    /// Nil where the rule asks for a scope that does not exist: such a method is open to nobody.
    package init?(_ rule: AccessRule, service: String) {
        scope = rule.scope.flatMap { ScopeSet(word: $0) }
        if rule.scope != nil, scope == nil { return nil }
        callers = rule.access
        servedToBridges = rule.access.contains(.bridge) || service == "grpc.health.v1.Health"
    }
}

package enum AccessPolicy {
    /// The name of the listener on bridge.sock.
    package static let bridgeListener = "bridge"

    /// Nil where the call may go on, else why not.
    /// - Parameters:
    ///   - requirement: what the method asks for; nil for a method without a rule.
    ///   - principal: the caller; nil = nobody.
    ///   - listener: the name of the listener that the call came through.
    package static func refusal(
        of requirement: AccessRequirement?, for principal: Principal?, listener: String
    ) -> RPCError? {
        guard let requirement else {
            return RPCError.make(.permissionDenied, "This method is open to nobody.")
        }
        if listener == bridgeListener, !requirement.servedToBridges {
            return RPCError.make(
                .permissionDenied, "This socket is for bridges.", hint: "Callers use rpcd.sock or a TCP listener.")
        }
        if requirement.callers.contains(.public) { return nil }
        guard let principal else {
            return RPCError.make(.notAuthenticated, "Credentials are needed for this call.")
        }
        guard admits(requirement.callers, principal) else {
            return RPCError.make(.permissionDenied, "You may not call this method.")
        }
        if let scope = requirement.scope, let given = principal.scopes, !given.isSuperset(of: scope) {
            let word = scope.words.joined(separator: " ")
            return RPCError.make(
                .scopeMissing, "The API key lacks the scope \(word).", metadata: ["scope": word])
        }
        return nil
    }

    private static func admits(_ callers: AccessRule.Callers, _ principal: Principal) -> Bool {
        if callers.contains(.bridge), principal.bridgeIdentity != nil { return true }
        if callers.contains(.admin), principal.role == .admin { return true }
        return callers.contains(.user) && principal.userID != nil
    }
}
