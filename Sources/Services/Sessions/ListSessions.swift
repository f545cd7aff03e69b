// SessionsService.ListSessions: newest first, by page token or page number.

internal import Codec
package import Contract
package import RPC
internal import Store

extension SessionsService {
    package func listSessions(
        _ request: ListSessionsRequest, context: CallContext
    ) async throws -> ListSessionsResponse {
        let principal = try context.principal
        let status = SessionRecord.Status(rawValue: request.status.rawValue)
        guard status != nil || request.status == .unspecified else {
            throw RPCError.validation("status", "is not known")
        }
        let userID = try Tenancy.filter(principal, requested: request.userId) ?? 0
        let bound = Self.bound(request, userID: userID)
        let page = try Page.parse(
            size: request.pageSize, token: request.pageToken, page: request.page, method: context.method,
            filters: bound, tokens: tokens)
        let (rows, total) = try await store.read { db in
            // One more than is wanted, to know whether there is one.
            let rows = try db.sessions.list(
                userID: userID, status: status, before: page.after?.first ?? .max,
                offset: Int(clamping: page.offset), limit: page.size + 1)
            return (rows, page.wantsTotal ? try db.sessions.count(userID: userID, status: status) : 0)
        }
        return .with { response in
            // 200 sessions are far below what a page may hold.
            response.sessions = rows.prefix(page.size).map { Session($0) }
            response.totalSize = total
            if rows.count > page.size, let last = response.sessions.last {
                response.nextPageToken = tokens.make(position: [last.id], method: context.method.path, filters: bound)
            }
        }
    }

    /// What a page token is bound to: every argument but those that say which page.
    private static func bound(_ request: ListSessionsRequest, userID: Int64) -> [UInt8] {
        var filters = request
        filters.pageSize = 0
        filters.pageToken = ""
        filters.page = 0
        // Whose sessions are meant, after the caller's rights: another caller's token is not taken.
        filters.userId = userID
        return filters.encoded()
    }
}
