// AuthService.ListSignIns, newest first: one's own, or all of them for an admin. The family of a sign-in stays behind: it
// is part of its tokens.

internal import Codec
package import Contract
package import RPC
internal import Store

extension AuthService {
    package func listSignIns(
        _ request: ListSignInsRequest, context: CallContext
    ) async throws -> ListSignInsResponse {
        let principal = try context.principal
        let owner = try Tenancy.filter(principal, requested: request.userId) ?? 0
        // A token is good for this list alone, whoever presents it.
        let filters = Array("user_id=\(owner)&ended=\(request.includeEnded)".utf8)
        let page = try Page.parse(
            size: request.pageSize, token: request.pageToken, page: request.page, method: context.method,
            filters: filters, tokens: pages)
        let livingAt = request.includeEnded ? nil : clock.now()
        let (records, total) = try await store.read { db in
            (
                try db.signIns.list(
                    userID: owner, livingAt: livingAt, before: page.after?.first ?? .max, offset: Int(page.offset),
                    limit: page.size + 1),
                page.wantsTotal ? try db.signIns.count(userID: owner, livingAt: livingAt) : 0
            )
        }
        var response = ListSignInsResponse()
        response.signIns = records.prefix(page.size).map { SignIn($0, current: principal.signIn) }
        response.totalSize = total
        if response.signIns.count < records.count, let last = response.signIns.last {
            response.nextPageToken = pages.make(position: [last.id], method: context.method.path, filters: filters)
        }
        return response
    }
}

extension SignIn {
    /// - Parameter family: of the sign-in that asks.
    init(_ record: SignInRecord, current family: String?) {
        self.init()
        id = record.id
        userId = record.userID
        address = record.address
        isCurrent = record.family == family
        createdAt = record.createdAt.timestamp
        refreshedAt = record.rotatedAt.timestamp
        expiresAt = record.expiresAt.timestamp
        endedAt = record.endedAt?.timestamp
        endedReason = record.endedReason
    }
}
