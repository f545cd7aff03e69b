// The audit log for those who may read it: admins and the operator. It is written by everybody else (Audit.swift).

internal import Contract
package import Store

/// switchboard.v1.AuditService.
package struct AuditService: AuditServiceProtocol {
    let store: Store
    let trail: AuditTrail
    let tokens: PageTokens

    /// - Parameter trail: the one that the store is sealed with.
    package init(store: Store, trail: AuditTrail, tokens: PageTokens) {
        self.store = store
        self.trail = trail
        self.tokens = tokens
    }
}
