// Who may call what: the decision alone, pure, so that a table of every method and every kind of caller can test it.
// Deny by default: a method that the access table does not name is refused to everybody. Order (API.md 2): the listener,
// then credentials, then the role, then the scope of the key.

package import Contract
package import RPC

/// What a method asks of its caller, taken from the method options of the .proto.
package struct AccessRequirement: Sendable, Hashable {
    package struct Callers: OptionSet, Sendable, Hashable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let anybody = Callers(rawValue: 1)
        package static let users = Callers(rawValue: 2)
        package static let admins = Callers(rawValue: 4)
        package static let bridges = Callers(rawValue: 8)
    }

    package let callers: Callers
    /// The scope that a key needs; nil = any key will do.
    package let scope: ScopeSet?
    /// Whether the method may be called over the bridges' listener.
    package let servedToBridges: Bool

    package init(callers: Callers, scope: ScopeSet?, servedToBridges: Bool) {
        self.callers = callers
        self.scope = scope
        self.servedToBridges = servedToBridges
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
        if requirement.callers.contains(.anybody) { return nil }
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

    private static func admits(_ callers: AccessRequirement.Callers, _ principal: Principal) -> Bool {
        if callers.contains(.bridges), principal.bridgeIdentity != nil { return true }
        if callers.contains(.admins), principal.role == .admin { return true }
        return callers.contains(.users) && principal.userID != nil
    }
}
