// Stands between authentication and the handlers: asks AccessPolicy with the method's rule and the call's principal.
// The rules are taken from the contract's table once; a call costs one look-up and no allocation.

internal import Contract
package import RPC

/// Refuses calls that the access table does not allow.
package struct AccessInterceptor: SynchronousInterceptor {
    private let requirements: [Method: AccessRequirement]

    package init() { requirements = AccessTable.byMethod { AccessRequirement($0, service: $1.service) } }

    package func begin(_ context: CallContext) throws -> Bool {
        let refusal = AccessPolicy.refusal(
            of: requirements[context.method], for: context[PrincipalKey.self], listener: context.peer.listener)
        if let refusal { throw refusal }
        return true
    }
}

extension AccessTable {
    /// What is made of each method's rule, by the method: a path would have to be hashed anew for each call.
    static func byMethod<Value>(_ make: (AccessRule, Method) -> Value?) -> [Method: Value] {
        var values: [Method: Value] = [:]
        for (path, rule) in rules {
            guard let method = DescriptorSet.methods[path]?.method else { continue }
            values[method] = make(rule, method)
        }
        return values
    }
}
