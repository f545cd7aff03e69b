// Stands between authentication and the handlers: asks AccessPolicy with the method's rule and the call's principal.
// The rules are taken from the contract's table once; a call costs two look-ups by name and no allocation.

internal import Contract
package import RPC

/// Refuses calls that the access table does not allow.
package struct AccessInterceptor: ServerInterceptor {
    /// By service, then by name: a path would have to be put together for each call.
    private let requirements: [String: [String: AccessRequirement]]

    package init() {
        var requirements: [String: [String: AccessRequirement]] = [:]
        for (path, rule) in AccessTable.rules {
            let names = path.split(separator: "/").map(String.init)
            guard names.count == 2 else { continue }
            requirements[names[0], default: [:]][names[1]] = AccessRequirement(rule, service: names[0])
        }
        self.requirements = requirements
    }

    package func intercept(_ context: CallContext, _ next: () async throws -> Void) async throws {
        let refusal = AccessPolicy.refusal(
            of: requirements[context.method.service]?[context.method.name],
            for: context[PrincipalKey.self], listener: context.peer.listener)
        if let refusal { throw refusal }
        try await next()
    }
}
