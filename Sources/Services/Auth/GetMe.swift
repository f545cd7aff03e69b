// Tells callers who they are, and what they may do.

package import Contract
package import RPC
internal import Store

extension AuthService {
    package func getMe(_ request: GetMeRequest, context: CallContext) async throws -> Contract.Principal {
        let principal = try context.principal
        var answer = Contract.Principal()
        switch principal.kind {
        case .user: answer.kind = .user
        case .apiKey: answer.kind = .apiKey
        case .operator: answer.kind = .operator
        case .bridge: answer.kind = .bridge
        }
        answer.uid = context.peer.uid.map(Int64.init) ?? -1
        answer.keyPrefix = principal.keyPrefix ?? ""
        answer.scopes = principal.effectiveScopes.words
        var limits = PrincipalLimits()
        if let id = principal.userID {
            guard let record = try await store.read({ db in try db.users.get(id) }) else { throw Tenancy.notFound }
            let user = User(record)
            limits.maxMessagesPerDay = user.maxMessagesPerDay
            limits.maxMessagesPerMinute = user.maxMessagesPerMinute
            answer.user = user
        }
        answer.limits = limits
        return answer
    }
}
